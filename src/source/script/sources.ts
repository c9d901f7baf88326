// The scripts that places are looked for in: the one that was asked, and those that it imports, as far as they are needed.
import type { Expression, ModuleExportName, Node, Program } from "oxc-parser";
import { type Span, TextLines } from "../text-place.ts";
import type { Binding, Lookup, Names, Scopes } from "./bindings.ts";
import { Changes } from "./changes.ts";
import { findExport } from "./find-module.ts";
import { Follower } from "./follow.ts";
import { Library } from "./library.ts";
import type { FilePlace } from "./places.ts";
import { parseProgram, type ScriptParser, type ScriptText } from "./parse-program.ts";
import { findScopes } from "./scopes.ts";

/** A script that was parsed. */
export interface Source {
  readonly file: string;
  readonly program: Program;
  readonly lines: TextLines;
  readonly scopes: Scopes;
}

/** Scripts that refer to one another. */
export class Sources {
  readonly follower: Follower;
  readonly #parser: ScriptParser;
  readonly #imported: (specifier: string, from: string) => ScriptText | null;
  readonly #sources: Source[] = [];
  // By what an import says and where; null: there is no script, or it cannot be parsed.
  readonly #resolved = new Map<string, Source | null>();

  constructor(
    parser: ScriptParser,
    packages: readonly string[],
    imported: (specifier: string, from: string) => ScriptText | null,
  ) {
    this.#parser = parser;
    this.#imported = imported;
    const names = this.#names();
    const library = new Library(names, packages);
    const changes = new Changes(names, library);
    this.follower = new Follower(names, library, changes, (use, from, name) => this.#elsewhere(use, from, name));
  }

  /** Parses a script; null if it has syntax errors or is nested too deeply. */
  load({ file, text }: ScriptText): Source | null {
    const known = this.#sources.find((source) => source.file === file);
    if (known !== undefined) return known;
    const source = parse(this.#parser, { file, text });
    if (source !== null) this.#sources.push(source);
    return source;
  }

  /** What a script exports under a name, as it is written there or in the script from which it passes it on; null: none. */
  exported(source: Source, name: string): Expression | null {
    const own = findExport(source.program, source.scopes, this.follower, name);
    return own ?? this.#passedOn(source, name, 0);
  }

  /** The place of a node of any of the scripts. */
  place(node: Node): FilePlace {
    const source = this.#sourceOf(node);
    return { ...source.lines.place(node satisfies Span), file: source.file };
  }

  #sourceOf(node: Node): Source {
    const found = this.#sources.find(({ program, scopes }) => node === program || scopes.parents.has(node));
    if (found === undefined) throw new Error("a node belongs to no script");
    return found;
  }

  #elsewhere(use: Node, from: string, name: string, steps = 0): Expression | null {
    const source = steps > maximumSteps ? null : this.#resolve(this.#sourceOf(use).file, from);
    if (source === null) return null;
    const own = findExport(source.program, source.scopes, this.follower, name);
    return own ?? this.#passedOn(source, name, steps);
  }

  #passedOn(source: Source, name: string, steps: number): Expression | null {
    for (const { statement, from: further, name: there } of passedOn(source.program, name)) {
      const found = this.#elsewhere(statement, further, there, steps + 1);
      if (found !== null) return found;
    }
    return null;
  }

  #resolve(file: string, from: string): Source | null {
    const key = JSON.stringify([file, from]);
    const known = this.#resolved.get(key);
    if (known !== undefined) return known;
    const script = this.#imported(from, file);
    const source = script === null ? null : this.load(script);
    this.#resolved.set(key, source);
    return source;
  }

  // A node stands in one of the scripts: whichever knows it.
  #names(): Names {
    const lookup = <V>(mapOf: (scopes: Scopes) => ReadonlyMap<Node, V>): Lookup<V> => ({
      get: (node) => {
        for (const { scopes } of this.#sources) {
          const found = mapOf(scopes).get(node);
          if (found !== undefined) return found;
        }
        return undefined;
      },
      has: (node) => this.#sources.some(({ scopes }) => mapOf(scopes).has(node)),
    });
    return {
      bindings: lookup<Binding>(({ bindings }) => bindings),
      declared: lookup<Binding>(({ declared }) => declared),
      parents: lookup<Node>(({ parents }) => parents),
      globals: { has: (name) => this.#sources.some(({ scopes }) => scopes.globals.has(name)) },
    };
  }
}

// Scripts that pass on what others export may do so in a circle.
const maximumSteps = 50;

interface PassedOn {
  readonly statement: Node;
  readonly from: string;
  readonly name: string;
}

// Where a name that a script passes on may come from: `export { a } from "./b.ts"`, `export * from "./b.ts"`.
function passedOn(program: Program, name: string): readonly PassedOn[] {
  return program.body.flatMap((statement): readonly PassedOn[] => {
    if (statement.type === "ExportAllDeclaration") {
      const isAll = statement.exported === null && statement.exportKind !== "type" && name !== "default";
      return isAll ? [{ statement, from: statement.source.value, name }] : [];
    }
    if (statement.type !== "ExportNamedDeclaration" || statement.source === null) return [];
    const specifier = statement.specifiers.find(({ exported }) => nameIn(exported) === name);
    return specifier === undefined ? [] : [{ statement, from: statement.source.value, name: nameIn(specifier.local) }];
  });
}

function nameIn(node: ModuleExportName): string {
  return node.type === "Literal" ? node.value : node.name;
}

function parse(parser: ScriptParser, { file, text }: ScriptText): Source | null {
  try {
    const program = parseProgram(parser, { file, text });
    return program === null ? null : { file, program, lines: new TextLines(text), scopes: findScopes(program) };
  } catch (error) {
    // Out of stack: it is nested too deeply. Whatever else goes wrong in a parser is a fault of its own.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
