// Prepares a script so that it tells, while it runs, where what it makes is written.
import type { ArrayExpression, CallExpression, Node, ObjectExpression, Program, ReturnStatement } from "oxc-parser";
import type { StringEditor } from "../apply-edits.ts";
import { parseProgram, type ScriptParser, type ScriptText } from "../script/parse-program.ts";
import {
  type AnyFunction,
  childrenOf,
  constantText,
  isFunction,
  isModule,
  keyText,
  setsPrototype,
  valueNodes,
} from "../script/syntax.ts";
import type { Span } from "../text-place.ts";
import { spanOf } from "./argument-spans.ts";
import { HookWriter, hooks } from "./hook-writer.ts";
import { type MemberSite, type Sites, traceSpecifier } from "./sites.ts";

/** What preparing scripts needs. Lent, so that whoever does it decides when the libraries are loaded. */
export interface TraceLibraries {
  readonly parser: ScriptParser;
  readonly Editor: StringEditor;
}

/**
 * The script with calls of `TraceHooks` in it, on the same lines; their numbers are added to `sites`. Null: it cannot be
 * prepared, since it has syntax errors or is nested too deeply.
 */
export function instrument({ parser, Editor }: TraceLibraries, script: ScriptText, sites: Sites): string | null {
  const program = parseProgram(parser, script);
  return program === null ? null : new Instrumenter(new HookWriter(Editor, script, sites)).run(program);
}

/** What of the code around a node matters. */
interface Around {
  /** How results of the function around are told: a name or number in the text; null: they are not. */
  readonly token: string | null;
  /** Whether the function around may stop in the middle and go on later. */
  readonly waits: boolean;
}

class Instrumenter {
  readonly #write: HookWriter;
  // Parts of `a?.b()` that cannot be taken out of it.
  readonly #chained = new Set<Node>();
  // The sites of functions that are declared at the top or in a block.
  readonly #declared = new Map<Node, number>();

  constructor(write: HookWriter) {
    this.#write = write;
  }

  run(program: Program): string {
    const outside: Around = { token: null, waits: false };
    for (const statement of program.body) this.#visit(statement, program, outside);
    const imports = program.body.flatMap((statement) =>
      statement.type === "ImportDeclaration" ? this.#write.dataImport(statement) : [],
    );
    const start = isModule(program.body)
      ? `import * as ${hooks} from "${traceSpecifier}";`
      : `const ${hooks} = require("${traceSpecifier}");`;
    this.#write.edits.openBlock(program.body, [start, ...imports, ...this.#declarations(program.body)].join(""));
    return this.#write.edits.text();
  }

  #visit(node: Node, parent: Node, around: Around): void {
    if (node.type.startsWith("TS") && !valueNodes.includes(node.type)) return;
    switch (node.type) {
      case "Decorator":
      case "ImportDeclaration":
      case "ExportAllDeclaration":
        return;
      case "ArrowFunctionExpression":
      case "FunctionExpression":
        return this.#functionExpression(node, parent);
      case "FunctionDeclaration":
        return this.#declaredFunction(node, parent);
      case "ReturnStatement":
        return this.#returned(node, around);
      case "ObjectExpression":
        return this.#object(node, around);
      case "ArrayExpression":
        return this.#list(node, around);
      case "ChainExpression":
        this.#chain(node.expression);
        this.#children(node, around);
        if (node.expression.type === "CallExpression") this.#write.wrapCall(node, node.expression, false);
        return;
      case "CallExpression":
        return this.#call(node, around);
      case "NewExpression":
        this.#children(node, around);
        return this.#write.wrapCall(node, node, true);
      case "AssignmentExpression":
        this.#children(node, around);
        return this.#write.assignment(node);
      case "PropertyDefinition":
        this.#children(node, { token: null, waits: false });
        return this.#write.field(node);
      case "BlockStatement":
        this.#children(node, around);
        return this.#write.edits.openBlock(node.body, this.#declarations(node.body).join(""));
      default:
        this.#children(node, around);
    }
  }

  #children(node: Node, around: Around): void {
    for (const child of childrenOf(node)) this.#visit(child, node, around);
  }

  #functionExpression(code: AnyFunction, parent: Node): void {
    const isMethod = parent.type === "MethodDefinition" || (parent.type === "Property" && isAccessorOrMethod(parent));
    // Methods of classes are no values that a configuration has; those of objects are visited with their object.
    if (isMethod || code.async || code.generator || code.body === null) {
      return this.#children(code, { token: null, waits: code.async || code.generator });
    }
    const id = this.#write.add({ kind: "function", span: spanOf(code) });
    const token = `${hooks}_${id}`;
    this.#body(code, token);
    this.#write.wrap(code, `${hooks}.code(${id},(${token})=>`);
  }

  // The parameters of a function, and what it returns, told by a token.
  #body(code: AnyFunction, token: string): void {
    const { body } = code;
    this.#children(code, { token, waits: false });
    if (body === null || body.type === "BlockStatement") return;
    const id = this.#write.add({ kind: "result", span: spanOf(body) });
    this.#write.wrap(body, `${hooks}.result(${token},${id},`);
  }

  #declaredFunction(code: AnyFunction, parent: Node): void {
    if (code.async || code.generator || code.body === null) {
      return this.#children(code, { token: null, waits: code.async || code.generator });
    }
    const isBlock = /^(?:Program|BlockStatement|Export(?:Named|Default)Declaration)$/.test(parent.type);
    if (!isBlock) return this.#children(code, { token: null, waits: false });
    const id = this.#write.add({ kind: "function", span: spanOf(code) });
    this.#declared.set(code, id);
    this.#body(code, String(id));
    if (code.id === null) this.#write.edits.insert(code.start + "function".length, ` ${hooks}_${id}`);
  }

  // Functions are declared before the first statement of their block runs.
  #declarations(statements: readonly Node[]): readonly string[] {
    return statements.flatMap((statement) => {
      const exported = "declaration" in statement ? statement.declaration : null;
      const code = exported ?? statement;
      const id = this.#declared.get(code);
      if (id === undefined || !isFunction(code)) return [];
      const name = code.type === "ArrowFunctionExpression" ? null : code.id;
      return `${hooks}.declare(${id},${name?.name ?? `${hooks}_${id}`});`;
    });
  }

  #returned(node: ReturnStatement, around: Around): void {
    this.#children(node, around);
    if (node.argument === null || around.token === null) return;
    const id = this.#write.add({ kind: "result", span: spanOf(node.argument) });
    this.#write.wrap(node.argument, `${hooks}.result(${around.token},${id},`);
  }

  #object(node: ObjectExpression, around: Around): void {
    const isTold = !around.waits;
    const members: MemberSite[] = [];
    const parts: Node[] = [];
    for (const property of node.properties) {
      if (property.type === "SpreadElement") {
        this.#visit(property.argument, property, around);
        parts.push(property.argument);
        members.push({ kind: "spread" });
        continue;
      }
      const { key, value } = property;
      if (property.computed) this.#visit(key, property, around);
      const isCode = isAccessorOrMethod(property) && isFunction(value) && !value.async && !value.generator;
      const code = isCode ? this.#write.add({ kind: "function", span: spanOf(property) }) : null;
      if (code !== null && isFunction(value)) this.#body(value, String(code));
      else this.#visit(value, property, around);
      const name = keyText(property);
      if (name === null && property.computed) parts.push(key);
      if (setsPrototype(property) || property.kind === "set") continue;
      const written = isAccessorOrMethod(property) ? spanOf(property) : spanOf(value);
      members.push({ kind: "named", name, key: spanOf(key), value: written, code });
    }
    const id = this.#write.add({ kind: "object", span: spanOf(node), members, isTold });
    if (isTold) for (const part of parts) this.#write.wrap(part, `${hooks}.part(${id},`);
    this.#write.wrap(node, `${hooks}.object(${id},`);
  }

  #list(node: ArrayExpression, around: Around): void {
    const isTold = !around.waits;
    this.#children(node, around);
    const elements = node.elements.map((element): Span | "spread" => {
      if (element === null) return { start: node.start, end: node.start };
      return element.type === "SpreadElement" ? "spread" : spanOf(element);
    });
    const id = this.#write.add({ kind: "list", span: spanOf(node), elements, isTold });
    for (const element of isTold ? node.elements : []) {
      if (element?.type === "SpreadElement") this.#write.wrap(element.argument, `${hooks}.part(${id},`);
    }
    this.#write.wrap(node, `${hooks}.list(${id},`);
  }

  // What stands in one chain with `?.` is skipped together.
  #chain(node: Node): void {
    if (node.type !== "CallExpression" && node.type !== "MemberExpression") return;
    this.#chained.add(node);
    this.#chain(node.type === "CallExpression" ? node.callee : node.object);
  }

  #call(node: CallExpression, around: Around): void {
    this.#children(node, around);
    if (this.#chained.has(node) || node.callee.type === "Super") return;
    const { callee } = node;
    const [first] = node.arguments;
    const from = first === undefined || first.type === "SpreadElement" ? null : constantText(first);
    if (callee.type === "Identifier" && callee.name === "require" && from?.endsWith(".json") === true) {
      this.#write.wrap(node, `${hooks}.data(${this.#write.add({ kind: "import", span: spanOf(node), from })},`);
    } else if (this.#write.isMoving(callee)) {
      this.#write.method(node);
    } else {
      this.#write.wrapCall(node, node, false);
    }
  }
}

function isAccessorOrMethod(property: { readonly kind: string; readonly method: boolean }): boolean {
  return property.method || property.kind === "get" || property.kind === "set";
}
