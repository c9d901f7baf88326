// Writes the calls of trace hooks around the expressions of one script.
import type {
  AssignmentExpression,
  CallExpression,
  Expression,
  ImportDeclaration,
  NewExpression,
  Node,
  PropertyDefinition,
} from "oxc-parser";
import type { StringEditor } from "../apply-edits.ts";
import type { ScriptText } from "../script/parse-program.ts";
import { keyText, unwrap } from "../script/syntax.ts";
import { argumentSpans, attributesOf, elementsOf, nameOfCallee, spanOf } from "./argument-spans.ts";
import { ScriptEdits } from "./script-edits.ts";
import { type Site, type Sites, TracedScript } from "./sites.ts";

/** The name in a prepared script under which the hooks are known; nobody else uses it. */
export const hooks = "__confix_trace";

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

// Methods whose result, or the object they are called on, holds what they are given. What runs tells whether it is one.
const movingMethods: ReadonlySet<string> = new Set(
  "map flatMap push unshift splice shift reverse sort copyWithin fill concat fromEntries assign from".split(" "),
);

/** Rewrites expressions, inner ones before those around them. */
export class HookWriter {
  readonly edits: ScriptEdits;
  readonly #script: TracedScript;
  readonly #sites: Sites;

  constructor(Editor: StringEditor, { file, text }: ScriptText, sites: Sites) {
    this.edits = new ScriptEdits(new Editor(text), text);
    this.#script = new TracedScript(file, text);
    this.#sites = sites;
  }

  /** A new site of the script; its number. */
  add(site: DistributiveOmit<Site, "script">): number {
    return this.#sites.add({ ...site, script: this.#script });
  }

  /** Makes an expression the last argument of a call that `before` begins. */
  wrap(node: Node, before: string): void {
    const isSequence = node.type === "SequenceExpression";
    this.edits.wrap(node, isSequence ? `${before}(` : before, isSequence ? "))" : ")");
  }

  /** A call, and the expression that it is all of. */
  wrapCall(node: Node, call: CallExpression | NewExpression, isNew: boolean): void {
    this.wrap(node, `${hooks}.call(${this.#addCall(call, isNew)},`);
  }

  #addCall(call: CallExpression | NewExpression, isNew: boolean): number {
    return this.add({
      kind: "call",
      span: spanOf(call),
      callee: nameOfCallee(call.callee),
      isNew,
      args: argumentSpans(call),
      attributes: attributesOf(call),
      elements: elementsOf(call),
    });
  }

  /** Whether a call may be of a method that moves what it is given. */
  isMoving(callee: Expression): boolean {
    if (callee.type !== "MemberExpression" || callee.computed || callee.object.type === "Super") return false;
    return callee.property.type === "Identifier" && movingMethods.has(callee.property.name);
  }

  /** `on.name(a, b)` becomes `method(id, on, "name", [a, b])`. */
  method(node: CallExpression): void {
    const { callee } = node;
    if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
    const [first] = node.arguments;
    const last = node.arguments.at(-1);
    const id = this.#addCall(node, false);
    const name = `,"${callee.property.name}",[`;
    if (first === undefined || last === undefined) {
      this.edits.replace({ start: callee.object.end, end: node.end }, `${name}])`);
    } else {
      this.edits.replace({ start: callee.object.end, end: first.start }, name);
      this.edits.replace({ start: last.end, end: node.end }, "])");
    }
    this.edits.before(node.start, `${hooks}.method(${id},`);
  }

  /** `on.name = value` becomes `assign(id, on, "name", value)`. */
  assignment(node: AssignmentExpression): void {
    const { left, right } = node;
    if (node.operator !== "=" || left.type !== "MemberExpression" || left.object.type === "Super") return;
    // How a module of Node's own kind exports is not for us to change.
    const base = unwrap(left.object);
    if (base.type === "Identifier" && (base.name === "module" || base.name === "exports")) return;
    const { object, property } = left;
    if (property.type === "PrivateIdentifier") return;
    const id = this.add({ kind: "assignment", span: spanOf(node), key: spanOf(property), value: spanOf(right) });
    if (left.computed) {
      this.edits.replace({ start: object.end, end: property.start }, ",(");
      this.edits.replace({ start: property.end, end: right.start }, "),");
    } else if (property.type === "Identifier") {
      this.edits.replace({ start: object.end, end: right.start }, `,${JSON.stringify(property.name)},`);
    }
    this.edits.wrap(node, `${hooks}.assign(${id},`, ")");
  }

  /** A field of a class. */
  field({ key, value, computed }: PropertyDefinition): void {
    if (value === null || computed || key.type === "PrivateIdentifier") return;
    const name = keyText({ key, computed });
    if (name === null) return;
    const id = this.add({ kind: "assignment", span: spanOf(value), key: spanOf(key), value: spanOf(value) });
    this.wrap(value, `${hooks}.field(${id},this,${JSON.stringify(name)},`);
  }

  /** What tells of the data that a script imports. */
  dataImport(node: ImportDeclaration): readonly string[] {
    const from = node.source.value;
    if (!from.endsWith(".json") || node.importKind === "type") return [];
    return node.specifiers.flatMap((specifier) => {
      if (specifier.type !== "ImportDefaultSpecifier") return [];
      const id = this.add({ kind: "import", span: spanOf(node), from });
      return `${hooks}.data(${id},${specifier.local.name});`;
    });
  }
}
