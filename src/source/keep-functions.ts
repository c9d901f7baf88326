// Prepares a script so that, when it is run again, functions of it that would do the same are the same functions.
import type { Node, Program, Statement } from "oxc-parser";
import { parseProgram, type ScriptText } from "./script/parse-program.ts";
import { childrenOf, isFunction, isModule, namesIn, valueNodes } from "./script/syntax.ts";
import type { TraceLibraries } from "./trace/instrument.ts";
import { ScriptEdits } from "./trace/script-edits.ts";

/** What prepared scripts import. */
export const keepSpecifier = "confix:keep";

/**
 * What it exports. `made` is a function that stands at `line` in a script, the one of its `code` there that has this number;
 * `code` is its text and the names of what it sees of the script around it, and `seen` returns that. Returns the function
 * that stands for it.
 */
export interface KeepHooks {
  keep(
    file: string,
    line: number,
    number: number,
    code: string,
    made: unknown,
    seen: () => readonly unknown[],
  ): unknown;
}

/**
 * The script with calls of `KeepHooks` around its outermost functions, on the same lines. Only those are told that see
 * nothing but what is global, imported, or never assigned again: the same text then does the same. Null: nothing is told.
 */
export function keepFunctions({ parser, Editor }: TraceLibraries, script: ScriptText): string | null {
  const program = parseProgram(parser, script);
  if (program === null) return null;
  return new Keeper(script, new ScriptEdits(new Editor(script.text), script.text)).run(program);
}

// A name that nobody else has.
const hook = "__confixKeep";

class Keeper {
  readonly #script: ScriptText;
  readonly #edits: ScriptEdits;
  /** Names at the top of the script, and whether they stand for one value for good. */
  readonly #names = new Map<string, boolean>();
  /** How many functions of one text stand in a line so far. */
  readonly #numbers = new Map<string, number>();
  #line = 1;
  #counted = 0;
  #isChanged = false;

  constructor(script: ScriptText, edits: ScriptEdits) {
    this.#script = script;
    this.#edits = edits;
  }

  run({ body }: Program): string | null {
    if (!isModule(body) || this.#script.text.includes(hook)) return null;
    for (const statement of body) this.#declare(statement);
    for (const statement of body) this.#statement(statement);
    if (!this.#isChanged) return null;
    this.#edits.openBlock(body, `import { keep as ${hook} } from "${keepSpecifier}";`);
    return this.#edits.text();
  }

  #declare(statement: Node): void {
    switch (statement.type) {
      case "ImportDeclaration":
        for (const { local } of statement.specifiers) this.#names.set(local.name, true);
        break;
      case "ExportNamedDeclaration":
        if (statement.declaration !== null) this.#declare(statement.declaration);
        break;
      case "VariableDeclaration":
        for (const name of statement.declarations.flatMap(({ id }) => namesIn(id))) {
          this.#names.set(name, statement.kind === "const");
        }
        break;
      case "ExportDefaultDeclaration":
        this.#declareNamed(statement.declaration);
        break;
      default:
        this.#declareNamed(statement);
        this.#hoist(statement);
    }
  }

  // A function, a class, an enumeration: each time another one.
  #declareNamed(node: Node): void {
    if ("id" in node && node.id !== null && node.id.type === "Identifier") this.#names.set(node.id.name, false);
  }

  // Out of blocks come the names of `var`.
  #hoist(node: Node): void {
    if (isFunction(node)) return;
    if (node.type === "VariableDeclaration" && node.kind === "var") this.#declare(node);
    for (const child of childrenOf(node)) this.#hoist(child);
  }

  // In a block, functions see what only that block has.
  #statement(statement: Statement): void {
    switch (statement.type) {
      case "ExportNamedDeclaration":
        if (statement.declaration?.type === "VariableDeclaration") this.#expression(statement.declaration);
        break;
      case "ExportDefaultDeclaration":
      case "ExpressionStatement":
      case "VariableDeclaration":
        this.#expression(statement);
    }
  }

  #expression(node: Node): void {
    if (node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression") return this.#function(node);
    if (isFunction(node) || node.type === "ClassExpression" || node.type === "ClassDeclaration") return;
    if (node.type.startsWith("TS") && !valueNodes.includes(node.type)) return;
    for (const child of inOrder(childrenOf(node))) {
      // A method is no expression, and what is called by `new` would be another call.
      const isBound =
        (node.type === "Property" && (node.method || node.kind !== "init") && child === node.value) ||
        (node.type === "NewExpression" && child === node.callee);
      if (!isBound) this.#expression(child);
    }
  }

  #function({ start, end, ...node }: Node): void {
    const names = new Set<string>();
    // The cast: that is the node, but for where it stands.
    if (!gatherNames(node as Node, names)) return;
    const seen = [...names].filter((name) => this.#names.has(name));
    if (seen.some((name) => this.#names.get(name) !== true)) return;
    const text = this.#script.text.slice(start, end);
    const line = this.#lineAt(start);
    const key = `${line} ${text}`;
    const number = this.#numbers.get(key) ?? 0;
    this.#numbers.set(key, number + 1);
    // A name may be one of the script in one version, and a global one in another.
    const code = [text, ...seen].join("\n");
    const told = [this.#script.file, line, number, code].map((each) => JSON.stringify(each)).join(", ");
    this.#edits.wrap({ start, end }, `${hook}(${told}, `, `, () => [${seen.join(", ")}])`);
    this.#isChanged = true;
  }

  // Asked for one place after the other.
  #lineAt(offset: number): number {
    for (; this.#counted < offset; this.#counted += 1) {
      if (this.#script.text.charCodeAt(this.#counted) === newLine) this.#line += 1;
    }
    return this.#line;
  }
}

const newLine = 10;

function inOrder(nodes: readonly Node[]): readonly Node[] {
  return nodes.toSorted((left, right) => left.start - right.start);
}

/** Gathers the names that code may read, its own among them. False: it may see what no name says. */
function gatherNames(node: Node, names: Set<string>): boolean {
  if (node.type.startsWith("TS") && !valueNodes.includes(node.type)) return true;
  if (node.type === "ImportExpression") return false;
  if (node.type === "Identifier") {
    names.add(node.name);
    if (unseen.has(node.name)) return false;
  }
  return childrenOf(node).every((child) => isMemberName(node, child) || gatherNames(child, names));
}

// What these stand for differs from place to place.
const unseen: ReadonlySet<string> = new Set(["arguments", "eval", "exports", "module", "require"]);

function isMemberName(node: Node, child: Node): boolean {
  if (node.type === "MemberExpression") return !node.computed && child === node.property;
  return node.type === "Property" && !node.computed && !node.shorthand && child === node.key;
}
