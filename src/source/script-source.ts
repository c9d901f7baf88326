// The source of one script with what its readers need: places, comments, and what edits have to know.
import type { StaticImportEntry } from "oxc-parser";
import { parseScript, type Script, type ScriptOptions, type ScriptParser, type ScriptText } from "./script/index.ts";
import { isTypeScript } from "./script/parse-program.ts";
import type { Span, TextPlace } from "./text-place.ts";

/** A comment, without the characters that make it one. */
export interface ScriptComment extends TextPlace {
  readonly value: string;
}

/** A change of a text: what stands in a span is replaced. Offsets count in the text as it was before any change. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** A script as text and as places in it. */
export interface ScriptSource {
  readonly file: string;
  readonly text: string;
  readonly script: Script;
  readonly comments: readonly ScriptComment[];
  /** How its lines end. */
  readonly lineEnd: string;
  /** How the script calls something that Confix exports, with the change that imports it where nothing does. */
  nameOf(exported: string): { readonly local: string; readonly edit: TextEdit | null };
  /** What the script imports from Confix under an exported name: that name, and all of the specifier; null: not by name. */
  importOf(exported: string): { readonly local: string; readonly name: Span; readonly all: Span } | null;
  /** The expression that the function in a span returns, if it does nothing else; null: no such function. */
  returned(span: Span): Span | null;
}

/** Reads the source of a script; null if it has syntax errors. `options` are those of `parseScript`. */
export function scriptSource(
  parser: ScriptParser,
  given: ScriptText,
  options: ScriptOptions = {},
): ScriptSource | null {
  const script = parseScript(parser, given, options);
  return script === null ? null : new ParsedSource(parser, given, script, options.packages ?? ["confix"]);
}

class ParsedSource implements ScriptSource {
  readonly file: string;
  readonly text: string;
  readonly script: Script;
  readonly #parser: ScriptParser;
  readonly #packages: readonly string[];
  #comments: readonly ScriptComment[] | null = null;
  #parsed: ReturnType<ScriptParser["parseSync"]> | null = null;

  constructor(parser: ScriptParser, { file, text }: ScriptText, script: Script, packages: readonly string[]) {
    this.#parser = parser;
    this.file = file;
    this.text = text;
    this.script = script;
    this.#packages = packages;
  }

  get lineEnd(): string {
    return /\r\n|\n|\r/.exec(this.text)?.[0] ?? "\n";
  }

  get comments(): readonly ScriptComment[] {
    this.#comments ??= this.#parse().comments.map(({ start, end, value }) => ({
      ...this.script.place({ start, end }),
      value,
    }));
    return this.#comments;
  }

  nameOf(exported: string): { readonly local: string; readonly edit: TextEdit | null } {
    const named = this.importOf(exported);
    if (named !== null) return { local: named.local, edit: null };
    const entries = this.#imported();
    const whole = entries.find(({ importName }) => importName.kind === "NamespaceObject");
    if (whole !== undefined) return { local: `${whole.localName.value}.${exported}`, edit: null };
    const last = entries.findLast(({ importName }) => importName.kind === "Name");
    if (last !== undefined) {
      const { end } = last.localName;
      return { local: exported, edit: { start: end, end, text: `, ${exported}` } };
    }
    const line = `import { ${exported} } from ${JSON.stringify(this.#packages[0] ?? "confix")};${this.lineEnd}`;
    const start = this.#firstStatement();
    return { local: exported, edit: { start, end: start, text: line } };
  }

  importOf(exported: string): { readonly local: string; readonly name: Span; readonly all: Span } | null {
    const found = this.#imported().find(({ importName }) => importName.kind === "Name" && importName.name === exported);
    if (found === undefined) return null;
    const { importName, localName } = found;
    const start = importName.start ?? localName.start;
    const name = { start, end: importName.end ?? localName.end };
    return { local: localName.value, name, all: { start, end: localName.end } };
  }

  returned({ start, end }: Span): Span | null {
    // In parentheses it is an expression, whatever it was before.
    const { program, errors } = this.#parser.parseSync(this.file, `(${this.text.slice(start, end)})`, {
      preserveParens: false,
      lang: this.#language(),
    });
    const [only] = program.body;
    if (errors.length > 0 || only?.type !== "ExpressionStatement") return null;
    const code = only.expression;
    if (code.type !== "ArrowFunctionExpression" && code.type !== "FunctionExpression") return null;
    if (code.async || code.generator || code.body === null) return null;
    const { body } = code;
    const inner = body.type === "BlockStatement" ? onlyReturned(body.body) : body;
    return inner === null ? null : { start: start + inner.start - 1, end: start + inner.end - 1 };
  }

  #imported(): readonly StaticImportEntry[] {
    return this.#parse()
      .module.staticImports.filter(({ moduleRequest }) => this.#packages.includes(moduleRequest.value))
      .flatMap(({ entries }) => entries.filter(({ isType }) => !isType));
  }

  #parse(): ReturnType<ScriptParser["parseSync"]> {
    this.#parsed ??= this.#parser.parseSync(this.file, this.text, { lang: this.#language() });
    return this.#parsed;
  }

  #language(): "ts" | "js" {
    return isTypeScript(this.file) ? "ts" : "js";
  }

  // Behind what must come first: a mark of the byte order, a line for the system, comments about the file as a whole.
  #firstStatement(): number {
    const [first] = this.#parse().program.body;
    return first === undefined ? this.text.length : first.start;
  }
}

function onlyReturned(body: readonly { readonly type: string; readonly argument?: unknown }[]): Span | null {
  const [only] = body;
  if (body.length !== 1 || only?.type !== "ReturnStatement") return null;
  // The cast: what a return statement returns is a node, or null.
  return (only.argument as Span | null) ?? null;
}
