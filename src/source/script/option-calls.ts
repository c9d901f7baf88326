// Finds the calls that declare options by where they stand, whatever becomes of what they return.
import type { CallExpression, Expression, Node } from "oxc-parser";
import type { Scopes } from "./bindings.ts";
import { type FoundOption, optionCalls } from "./find-options.ts";
import type { Follower } from "./follow.ts";
import { unwrap } from "./syntax.ts";

/** A call that declares an option, with the offset at which a stack shows it. */
export interface FoundCall extends FoundOption {
  readonly offset: number;
  readonly declaration: Expression;
}

/** All calls that declare options, in the order of the text. The key is the name under which a call stands, if it does. */
export function findOptionCalls(scopes: Scopes, follower: Follower): readonly FoundCall[] {
  const calls = [...scopes.parents.keys()].filter((node): node is CallExpression => node.type === "CallExpression");
  return calls
    .filter((call) => optionCalls.has(follower.library.call(call)?.name ?? ""))
    .map((call) => {
      const callee = unwrap(call.callee);
      const name = callee.type === "MemberExpression" ? callee.property : callee;
      const around = { node: call, key: keyOf(scopes, call), isExact: true, declaration: call };
      return { ...around, offset: name.start };
    })
    .toSorted((left, right) => left.offset - right.offset);
}

function keyOf(scopes: Scopes, call: Node): Node | null {
  const parent = scopes.parents.get(call);
  if (parent === undefined) return null;
  // What stands around a call without changing what it is.
  if (parent.type.startsWith("TS") || parent.type === "ParenthesizedExpression") return keyOf(scopes, parent);
  return parent.type === "Property" && parent.value !== parent.key ? parent.key : null;
}
