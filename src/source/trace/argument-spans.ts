// The parts of calls that a traced run may be asked for.
import type { CallExpression, Expression, NewExpression, Node } from "oxc-parser";
import { argumentOf, keyText, memberText, unwrap } from "../script/syntax.ts";
import type { Span } from "../text-place.ts";

type Call = CallExpression | NewExpression;

/** The span of a node, without parentheses around it. */
export function spanOf(node: Node): Span {
  if (node.type === "ParenthesizedExpression") return spanOf(node.expression);
  const { start, end } = node;
  return { start, end };
}

/** The last name of what is called: `mkIf` for `mkIf` and `lib.mkIf`; null: it has none. */
export function nameOfCallee(callee: Expression): string | null {
  const called = unwrap(callee);
  if (called.type === "Identifier") return called.name;
  return called.type === "MemberExpression" ? memberText(called) : null;
}

/** The spans of the arguments; null from the first spread on. */
export function argumentSpans(call: Call): readonly (Span | null)[] {
  const spread = call.arguments.findIndex(({ type }) => type === "SpreadElement");
  return call.arguments.map((each, at) => (spread === -1 || at < spread ? spanOf(each) : null));
}

/** The members of the object that a call is given first; null: it is given none, or one that does not say all its names. */
export function attributesOf(call: Call): ReadonlyMap<string, Span> | null {
  const first = firstOf(call);
  if (first?.type !== "ObjectExpression") return null;
  const found = new Map<string, Span>();
  for (const property of first.properties) {
    const name = property.type === "SpreadElement" ? null : keyText(property);
    if (property.type === "SpreadElement" || name === null || property.kind === "set") return null;
    found.set(name, spanOf(property.method || property.kind === "get" ? property : property.value));
  }
  return found;
}

/** The elements of the list that a call is given first; null: it is given none, or one with spreads or holes. */
export function elementsOf(call: Call): readonly Span[] | null {
  const first = firstOf(call);
  if (first?.type !== "ArrayExpression") return null;
  const found = first.elements.flatMap((each) => (each === null || each.type === "SpreadElement" ? [] : spanOf(each)));
  return found.length === first.elements.length ? found : null;
}

function firstOf(call: Call): Expression | null {
  const first = call.type === "CallExpression" ? argumentOf(call, 0) : null;
  return first === null ? null : unwrap(first);
}
