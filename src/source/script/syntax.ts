// What the syntax tree of a script means by itself, without looking at what names stand for.
import type {
  ArrowFunctionExpression,
  CallExpression,
  Expression,
  Function as FunctionNode,
  MemberExpression,
  Node,
  ObjectProperty,
  ReturnStatement,
  Statement,
} from "oxc-parser";

/** A function that has a body: an arrow, a function expression, a method, or a declaration. */
export type AnyFunction = ArrowFunctionExpression | FunctionNode;

/** Whether a node is a function. */
export function isFunction(node: Node): node is AnyFunction {
  return (
    node.type === "ArrowFunctionExpression" ||
    node.type === "FunctionExpression" ||
    node.type === "FunctionDeclaration" ||
    node.type === "TSDeclareFunction" ||
    node.type === "TSEmptyBodyFunctionExpression"
  );
}

/** TypeScript's own nodes that hold values in what JavaScript has as well. */
export const valueNodes: readonly string[] = [
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
  "TSExportAssignment",
  "TSParameterProperty",
];

const wrapperTypes = [
  "ParenthesizedExpression",
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
  "ChainExpression",
] as const;

type Wrapper = Extract<Node, { readonly type: (typeof wrapperTypes)[number] }>;

/** Whether a node changes nothing about the value of what is in it: parentheses, `as`, `satisfies`, `!`, type arguments. */
export function isWrapper(node: Node): node is Wrapper {
  const types: readonly string[] = wrapperTypes;
  return types.includes(node.type);
}

/** An expression without such nodes around it. */
export function unwrap(expression: Expression): Expression {
  let inner = expression;
  while (isWrapper(inner)) inner = inner.expression;
  return inner;
}

/** The text of a literal that may stand for a name: a string, a number as JavaScript writes it, a template without parts. */
export function constantText(expression: Expression): string | null {
  const inner = unwrap(expression);
  if (inner.type === "Literal") {
    const { value } = inner;
    if (typeof value === "string") return value;
    return typeof value === "number" || typeof value === "bigint" ? String(value) : null;
  }
  if (inner.type === "TemplateLiteral" && inner.expressions.length === 0) {
    return inner.quasis[0]?.value.cooked ?? null;
  }
  return null;
}

/** The name that a key says by itself; null: it is computed from something else than a literal. */
export function keyText(property: { readonly key: Node; readonly computed: boolean }): string | null {
  const { key, computed } = property;
  if (key.type === "Identifier" && !computed) return key.name;
  // The cast: a key that is no bare or private name is an expression.
  return key.type === "PrivateIdentifier" ? null : constantText(key as Expression);
}

/** The name of the member that an expression reads, if it is written there: `a.b`, `a["b"]`, `a[0]`. */
export function memberText(member: MemberExpression): string | null {
  return member.computed ? constantText(member.property) : member.property.name;
}

/** Whether `{ __proto__: x }` sets the prototype here, and makes no member. */
export function setsPrototype(property: ObjectProperty): boolean {
  return !property.computed && !property.shorthand && !property.method && keyText(property) === "__proto__";
}

/**
 * The one expression that a function returns; null if it returns at several places, or something else than the value
 * of the expression (a promise, an iterator).
 */
export function returnedExpression(code: AnyFunction): Expression | null {
  if (code.async || code.generator || code.body === null) return null;
  if (code.body.type !== "BlockStatement") return code.body;
  const returns = returnsOf(code.body.body);
  return returns.length === 1 ? (returns[0]?.argument ?? null) : null;
}

function returnsOf(statements: readonly Statement[]): readonly ReturnStatement[] {
  const found: ReturnStatement[] = [];
  const open: Node[] = [...statements];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "ReturnStatement") found.push(node);
    // Returns in expressions would be those of other functions.
    else if (node.type.endsWith("Statement") || node.type === "SwitchCase" || node.type === "CatchClause") {
      open.push(...childrenOf(node));
    }
  }
  return found;
}

/** The nodes directly below a node, in no particular order. */
export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (const value of Object.values(node) as readonly unknown[]) {
    if (Array.isArray(value)) {
      for (const item of value as readonly unknown[]) if (isNode(item)) children.push(item);
    } else if (isNode(value)) children.push(value);
  }
  return children;
}

/** Whether a value in the tree is a node. */
export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The i-th argument of a call; null: there is none, or a spread before it moves the others. */
export function argumentOf(call: CallExpression, index: number): Expression | null {
  const before = call.arguments.slice(0, index + 1);
  const last = before[index];
  if (last === undefined || before.some(({ type }) => type === "SpreadElement")) return null;
  return last.type === "SpreadElement" ? null : last;
}

/** Whether a statement is a directive such as "use strict". */
export function isDirective(statement: Node): boolean {
  return "directive" in statement && typeof statement.directive === "string";
}

/** Whether the statements at the top of a script make it an ES module. */
export function isModule(body: readonly Node[]): boolean {
  return body.some(({ type }) => /^(?:Import|Export)/.test(type));
}

/** The names that a pattern declares or assigns to; its types and defaults are left out. */
export function namesIn(pattern: Node): readonly string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((each) => namesIn(each.type === "RestElement" ? each.argument : each.value));
    case "ArrayPattern":
      return pattern.elements.flatMap((each) => (each === null ? [] : namesIn(each)));
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    default:
      return isWrapper(pattern) ? namesIn(pattern.expression) : [];
  }
}
