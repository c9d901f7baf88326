// Where things are written in a TypeScript or JavaScript module: from its text alone, without running it.
import type { Expression } from "oxc-parser";
import type { Span } from "../text-place.ts";
import { type DefineCall, findDefineCalls, findLibraryCalls } from "./find-module.ts";
import { ReadFinder } from "./find-reads.ts";
import { findOptionCalls, type FoundCall } from "./option-calls.ts";
import type {
  CallPlace,
  FilePlace,
  ModuleReference,
  OptionCallPlace,
  Script,
  ScriptModule,
  ScriptPlace,
} from "./places.ts";
import { ModuleOfScript, OptionPlaces } from "./script-module.ts";
import type { ScriptParser, ScriptText } from "./parse-program.ts";
import { type Source, Sources } from "./sources.ts";

export { propertyCalls } from "./property-calls.ts";
export type { TrailStep } from "./find-definitions.ts";
export type {
  CallPlace,
  DefinitionPlace,
  FilePlace,
  MemberPlace,
  ModuleReference,
  OptionCallPlace,
  OptionPlace,
  PropertyPlace,
  Script,
  ScriptModule,
  ScriptPlace,
} from "./places.ts";
export type { ScriptParser, ScriptText } from "./parse-program.ts";
export type { Span, TextPlace } from "../text-place.ts";

/** What parsing a script may be told besides. */
export interface ScriptOptions {
  /** The names under which scripts import Confix. Default `confix`. */
  readonly packages?: readonly string[];
  /**
   * The script that `specifier` names in an import of the script `from` (its `file`), or null if it is not known or no
   * script. Asked only where a place may be in it. Default: no other scripts are known.
   */
  readonly imported?: (specifier: string, from: string) => ScriptText | null;
}

/**
 * Parses a script, once; lookups in the result cost little. Null if it has syntax errors, or is nested more deeply than
 * can be parsed.
 */
export function parseScript(parser: ScriptParser, script: ScriptText, options: ScriptOptions = {}): Script | null {
  const { packages = ["confix"], imported = (): null => null } = options;
  const sources = new Sources(parser, packages, imported);
  const source = sources.load(script);
  return source === null ? null : new ParsedScript(sources, source);
}

class ParsedScript implements Script {
  readonly #sources: Sources;
  readonly #source: Source;
  // Each is looked for when it is first asked for.
  #reads: ReadFinder | null = null;
  #calls: ReturnType<typeof findLibraryCalls> | null = null;
  #defines: readonly DefineCall[] | null = null;
  #options: readonly FoundCall[] | null = null;

  constructor(sources: Sources, source: Source) {
    this.#sources = sources;
    this.#source = source;
  }

  get defaultModule(): ScriptModule | null {
    return this.module({ export: "default" });
  }

  module(reference: ModuleReference): ScriptModule | null {
    const found =
      "export" in reference
        ? this.#sources.exported(this.#source, reference.export)
        : this.#definedAt(reference.line, reference.column);
    return found === null ? null : new ModuleOfScript(this.#sources.follower, this.#sources, found);
  }

  reads(span: Span, path: readonly string[], of: "option" | "argument" = "option"): readonly ScriptPlace[] {
    this.#reads ??= new ReadFinder(this.#source.scopes, this.#sources.follower);
    return this.#reads
      .find(span, { of, path })
      .map(({ node, isExact }) => ({ ...this.#sources.place(node), exact: isExact }));
  }

  calls(line: number): readonly CallPlace[] {
    this.#calls ??= findLibraryCalls(this.#source.scopes, this.#sources.follower);
    return this.#calls
      .filter(({ offset }) => this.#source.lines.place({ start: offset, end: offset }).line === line)
      .map(({ name, call }) => ({ name, place: this.#sources.place(call) }));
  }

  optionCalls(line: number): readonly OptionCallPlace[] {
    const places = new OptionPlaces(this.#sources.follower, this.#sources);
    this.#options ??= findOptionCalls(this.#source.scopes, this.#sources.follower);
    return this.#options
      .filter(({ offset }) => this.#source.lines.place({ start: offset, end: offset }).line === line)
      .map((found) => ({ ...places.option(found), attribute: (name) => places.attribute(found, name) }));
  }

  place(span: Span): FilePlace {
    return { ...this.#source.lines.place(span), file: this.#source.file };
  }

  #definedAt(line: number, column: number | undefined): Expression | null {
    this.#defines ??= findDefineCalls(this.#source.scopes, this.#sources.follower);
    const here = this.#defines
      .map(({ offset, module }) => ({ module, at: this.#source.lines.place({ start: offset, end: offset }) }))
      .filter(({ at }) => at.line === line);
    const [only] = here;
    if (here.length === 1 && only !== undefined) return only.module;
    return here.find(({ at }) => at.column === column)?.module ?? null;
  }
}
