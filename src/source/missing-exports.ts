// Finds the names that a script imports and that the script it names does not export.
import { parseText, type ScriptParser, type ScriptText } from "./script/parse-program.ts";
import { findScopes } from "./script/scopes.ts";
import { type Span, TextLines, type TextPlace } from "./text-place.ts";

/** A name that nobody exports. */
export interface MissingExport {
  /** The script that imports it, or passes it on, and where. */
  readonly script: string;
  readonly place: TextPlace;
  /** `default`: the default export. */
  readonly name: string;
  readonly specifier: string;
  /** The names that are exported there. */
  readonly names: readonly string[];
}

/** What is known of what an import names: the script, or the names that it exports; null: nothing is. */
export type Imported = (specifier: string, from: string) => ScriptText | readonly string[] | null;

/** The names that a script imports from others that surely do not export them, and uses as values. */
export function missingExports(parser: ScriptParser, script: ScriptText, imported: Imported): readonly MissingExport[] {
  const parsed = parseText(parser, script);
  if (parsed === null) return [];
  const { top } = findScopes(parsed.program);
  const search = new Search(parser, imported);
  const wanted = parsed.module.staticImports.flatMap(({ moduleRequest, entries }) =>
    entries.flatMap(({ importName, localName }): readonly Wanted[] => {
      const name = nameOf(importName);
      // What is only a type is gone when the script runs.
      if (name === null || top.get(localName.value)?.uses.length === 0) return [];
      return [{ script, specifier: moduleRequest.value, name, span: spanOf(importName) }];
    }),
  );
  return wanted.map((each) => search.missing(each)).filter((each) => each !== null);
}

/** A name in an `import`, or in an `export` that passes it on. */
interface Wanted {
  readonly script: ScriptText;
  readonly specifier: string;
  readonly name: string;
  readonly span: Span;
}

interface Exported {
  /** Null: all names of another script. */
  readonly name: string | null;
  /** What it is in the script that it comes from; null: it is written here. */
  readonly of: Wanted | null;
}

// Scripts that pass on what others export may do so in a circle.
const maximumSteps = 50;

class Search {
  readonly #parser: ScriptParser;
  readonly #imported: Imported;
  readonly #exported = new Map<string, readonly Exported[] | null>();

  constructor(parser: ScriptParser, imported: Imported) {
    this.#parser = parser;
    this.#imported = imported;
  }

  /** Null: it is exported, or that cannot be told. */
  missing(wanted: Wanted, steps = 0): MissingExport | null {
    const { script, specifier, name, span } = wanted;
    const exported = steps > maximumSteps ? null : this.#exportedBy(this.#imported(specifier, script.file));
    if (exported === null) return null;
    const own = exported.find((each) => each.name === name);
    // Of one that is passed on, the mistake is where that is written.
    if (own !== undefined) return own.of === null ? null : this.missing(own.of, steps + 1);
    const others = exported.flatMap((each) => (each.name === null && name !== "default" ? (each.of ?? []) : []));
    if (others.some((each) => this.missing({ ...each, name }, steps + 1) === null)) return null;
    const names = exported.flatMap((each) => each.name ?? []);
    return { script: script.file, place: new TextLines(script.text).place(span), name, specifier, names };
  }

  #exportedBy(target: ReturnType<Imported>): readonly Exported[] | null {
    if (target === null) return null;
    if (!("text" in target)) return target.map((name) => ({ name, of: null }));
    let exported = this.#exported.get(target.file);
    if (exported === undefined) {
      exported = exportedBy(this.#parser, target);
      this.#exported.set(target.file, exported);
    }
    return exported;
  }
}

// Null: it cannot be parsed, or exports in the way of CommonJS.
function exportedBy(parser: ScriptParser, script: ScriptText): readonly Exported[] | null {
  const parsed = commonJsExports.test(script.text) ? null : parseText(parser, script);
  if (parsed === null) return null;
  return parsed.module.staticExports.flatMap(({ entries }) =>
    entries.map(({ exportName, importName, moduleRequest, isType }): Exported => {
      const name = nameOf(exportName);
      const there = nameOf(importName);
      const isPassedOn = moduleRequest !== null && (name === null || (there !== null && !isType));
      const of = isPassedOn
        ? { script, specifier: moduleRequest.value, name: there ?? "", span: spanOf(importName) }
        : null;
      return { name, of };
    }),
  );
}

const commonJsExports = /\bexports\b|\bexport\s*=/;

interface Name {
  readonly kind: string;
  readonly name: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

// Null: no single name.
function nameOf({ kind, name }: Name): string | null {
  return kind === "Default" ? "default" : kind === "Name" ? name : null;
}

function spanOf({ start, end }: Name): Span {
  return { start: start ?? 0, end: end ?? 0 };
}
