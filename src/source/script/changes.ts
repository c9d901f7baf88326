// Whether the value that a variable starts with may be changed later: then its text no longer says what it holds.
import type { Argument, CallExpression, Expression, Node } from "oxc-parser";
import { type Binding, isAssignmentTarget, isReassigned, type Names } from "./bindings.ts";
import type { Library } from "./library.ts";
import { type AnyFunction, childrenOf, isFunction, isWrapper, memberText, unwrap } from "./syntax.ts";

// Methods of arrays, strings and the like that leave what they are called on as it is.
const plainMethods: ReadonlySet<string> = new Set(
  (
    "at concat entries flat get has hasOwnProperty includes indexOf join keys lastIndexOf slice toReversed toSpliced " +
    "toString values with endsWith match padEnd padStart repeat replace replaceAll split startsWith substring " +
    "toLocaleString toLowerCase toUpperCase trim trimEnd trimStart valueOf"
  ).split(" "),
);

// The same, but they hand members to a function.
const handlerMethods: ReadonlySet<string> = new Set(
  "every filter find findIndex findLast findLastIndex flatMap forEach map reduce reduceRight some toSorted".split(" "),
);

// The same, and what they are given ends up in the result at most.
const joiningMethods: ReadonlySet<string> = new Set(["concat", "includes", "indexOf"]);

// Functions that only look at what they are given.
const harmlessCalls: ReadonlySet<string> = new Set(
  (
    "Array.isArray Boolean JSON.stringify Number Object.getOwnPropertyNames Object.hasOwn Object.is Object.isFrozen " +
    "Object.keys String console.debug console.error console.info console.log console.warn structuredClone"
  ).split(" "),
);

// Functions whose result holds what they are given.
const holdingCalls: ReadonlySet<string> = new Set(
  "Array.from Array.of Map Object.entries Object.freeze Object.fromEntries Object.seal Object.values Set".split(" "),
);

/**
 * Follows values through a script. The answer is on the safe side: whatever this file does not know might change them.
 */
export class Changes {
  readonly #names: Names;
  readonly #library: Library;
  readonly #known = new Map<Binding, boolean>();
  // What is being looked at, and what was found unchanged provided that nothing of this changes.
  readonly #assumed = new Set<Binding | AnyFunction>();
  #depth = 0;

  constructor(names: Names, library: Library) {
    this.#names = names;
    this.#library = library;
  }

  /** Whether a name may stand for something else than the value it was declared with, as it is written there. */
  mayChange(binding: Binding): boolean {
    const known = this.#known.get(binding);
    if (known !== undefined) return known;
    return this.#assuming(binding, () => {
      const { parents, globals } = this.#names;
      // `eval` can do anything with names, and `arguments` with what a function is given.
      return (
        globals.has("eval") ||
        globals.has("arguments") ||
        isReassigned(binding, parents) ||
        binding.uses.some((use) => this.#escapes(use))
      );
    });
  }

  // Variables and functions may refer to one another in circles, which changes nothing by itself. What was found on such
  // an assumption holds only once the outermost question is answered.
  #assuming(subject: Binding | AnyFunction, ask: () => boolean): boolean {
    if (this.#assumed.has(subject)) return false;
    this.#assumed.add(subject);
    this.#depth += 1;
    const changes = ask();
    this.#depth -= 1;
    if (changes && "uses" in subject) this.#known.set(subject, true);
    if (this.#depth > 0) return changes;
    for (const each of this.#assumed) if (!changes && "uses" in each) this.#known.set(each, false);
    this.#assumed.clear();
    return changes;
  }

  // Whether what a node holds may be changed by what is done with the node.
  #escapes(node: Node): boolean {
    const { parents } = this.#names;
    const parent = parents.get(node);
    if (parent === undefined || isAssignmentTarget(node, parents)) return true;
    if (isWrapper(parent)) return this.#escapes(parent);
    switch (parent.type) {
      case "AwaitExpression":
      case "ArrayExpression":
      case "LogicalExpression":
        return this.#escapes(parent);
      case "SpreadElement":
        return this.#spreadEscapes(parent);
      case "Property":
        return parent.computed && parent.key === node ? false : this.#memberEscapes(parent);
      case "ConditionalExpression":
        return parent.test !== node && this.#escapes(parent);
      case "SequenceExpression":
        return parent.expressions.at(-1) === node && this.#escapes(parent);
      case "MemberExpression":
        return parent.object === node && this.#escapes(parent);
      case "AssignmentExpression":
        return parent.operator !== "=" || !this.#isExport(parent.left);
      case "VariableDeclarator":
        return this.#namesChange(parent.id);
      case "ForOfStatement":
        return parent.left.type !== "VariableDeclaration" || this.#namesChange(parent.left);
      case "ReturnStatement":
        return this.#codeEscapes(this.#codeAround(parent));
      case "ArrowFunctionExpression":
        return this.#codeEscapes(parent);
      case "CallExpression":
        return parent.callee === node ? this.#called(parent.callee, parent) : this.#given(node, parent);
      case "NewExpression":
        return parent.callee === node || !holdingCalls.has(this.#globalName(parent.callee)) || this.#escapes(parent);
      case "BinaryExpression":
      case "UnaryExpression":
      case "TemplateLiteral":
      case "ExpressionStatement":
      case "IfStatement":
      case "WhileStatement":
      case "DoWhileStatement":
      case "ForInStatement":
      case "SwitchStatement":
      case "SwitchCase":
      case "ExportDefaultDeclaration":
      case "ExportSpecifier":
      case "TSExportAssignment":
        return false;
      default:
        return true;
    }
  }

  #spreadEscapes(spread: Node): boolean {
    const around = this.#names.parents.get(spread);
    if (around?.type === "CallExpression") return this.#given(spread, around);
    return around?.type === "NewExpression" || around === undefined || this.#escapes(around);
  }

  #memberEscapes(property: Node): boolean {
    const around = this.#names.parents.get(property);
    return around?.type !== "ObjectExpression" || this.#escapes(around);
  }

  // A method is called on the value, or the value itself is called; the result may hold the value.
  #called(written: Expression, call: CallExpression): boolean {
    const callee = unwrap(written);
    if (callee.type !== "MemberExpression") return this.#escapes(call);
    if (this.#library.call(callee.object) !== null) return false;
    const name = memberText(callee) ?? "";
    if (plainMethods.has(name)) return this.#escapes(call);
    if (!handlerMethods.has(name)) return true;
    const [handler] = call.arguments;
    return (handler !== undefined && this.#handlerChanges(handler)) || this.#escapes(call);
  }

  // What is done with members that a method passes on to a function: `list.map((item) => …)`.
  #handlerChanges(argument: Argument): boolean {
    if (argument.type === "SpreadElement") return true;
    const handler = unwrap(argument);
    if (harmlessCalls.has(this.#globalName(handler))) return false;
    const code = this.#codeOf(handler);
    return code === null || code.params.some((parameter) => this.#namesChange(parameter));
  }

  // The value is an argument of a call.
  #given(argument: Node, call: CallExpression): boolean {
    if (this.#library.call(call) !== null) return false;
    const callee = unwrap(call.callee);
    const index = call.arguments.findIndex((each) => each === argument);
    const global = this.#globalName(callee);
    if (harmlessCalls.has(global)) return false;
    // What is assigned to an object that is written there ends up in the result alone.
    const isCopied = global === "Object.assign" && index > 0 && call.arguments[0]?.type === "ObjectExpression";
    if (holdingCalls.has(global) || isCopied) return this.#escapes(call);
    if (callee.type === "MemberExpression") {
      const name = memberText(callee) ?? "";
      if (this.#library.call(callee.object) !== null) return false;
      // What a handler has at hand may end up in the result.
      const isHandler = isFunction(argument) && handlerMethods.has(name);
      return !(isHandler || joiningMethods.has(name)) || this.#escapes(call);
    }
    const code = this.#codeOf(callee);
    if (code === null || call.arguments.slice(0, index + 1).some(({ type }) => type === "SpreadElement")) return true;
    const parameter = code.params[index] ?? code.params.findLast(({ type }) => type === "RestElement");
    return parameter !== undefined && this.#namesChange(parameter);
  }

  #codeOf(callee: Expression): AnyFunction | null {
    if (isFunction(callee)) return callee;
    const binding = this.#names.bindings.get(callee);
    if (binding === undefined || binding.access?.length !== 0 || isReassigned(binding, this.#names.parents))
      return null;
    if (binding.source.kind === "function") return binding.source.code;
    const init =
      binding.source.kind === "variable" && binding.source.init !== null ? unwrap(binding.source.init) : null;
    return init !== null && isFunction(init) ? init : null;
  }

  // A function returns the value: whoever calls it has it.
  #codeEscapes(code: AnyFunction | null): boolean {
    if (code === null || code.async || code.generator) return true;
    if (code.type !== "FunctionDeclaration") return this.#escapes(code);
    if (this.#names.parents.get(code)?.type === "ExportDefaultDeclaration") return false;
    const binding = code.id === null ? undefined : this.#names.declared.get(code.id);
    const uses = binding?.uses ?? [];
    return this.#assuming(code, () => uses.some((use) => this.#escapes(use)));
  }

  #codeAround(node: Node): AnyFunction | null {
    for (let at = this.#names.parents.get(node); at !== undefined; at = this.#names.parents.get(at)) {
      if (isFunction(at)) return at;
    }
    return null;
  }

  // Whether one of the names that a pattern declares may be changed, or what it stands for.
  #namesChange(pattern: Node): boolean {
    const binding = this.#names.declared.get(pattern);
    if (binding !== undefined && this.mayChange(binding)) return true;
    return childrenOf(pattern).some((child) => this.#namesChange(child));
  }

  #isExport(target: Node): boolean {
    const name = target.type === "MemberExpression" ? this.#globalName(target) : "";
    return name === "module.exports" || name.startsWith("exports.") || name.startsWith("module.exports.");
  }

  // `Object.freeze` for what is called so and declared nowhere in the script; else the empty string.
  #globalName(expression: Expression): string {
    const inner = unwrap(expression);
    if (inner.type === "Identifier") return this.#library.isGlobal(inner) ? inner.name : "";
    if (inner.type !== "MemberExpression") return "";
    const object = this.#globalName(inner.object);
    return object === "" ? "" : `${object}.${memberText(inner) ?? ""}`;
  }
}
