// Functions that descriptions name, in TypeScript.
import { namedOrders, namedPriorities } from "./named-priorities.ts";
import type { ApplyName, CheckName, CoercionName, OperationName } from "../description/description.ts";

export const typeScriptCoercions: Readonly<Record<CoercionName, string>> = {
  "int-to-str": "types.coercedTo(types.int, String, types.str)",
  "str-to-list": "types.coercedTo(types.str, (x) => [x], types.listOf(types.str))",
  "bool-to-int": "types.coercedTo(types.bool, (x) => (x ? 1 : 0), types.int)",
  "str-to-set": "types.coercedTo(types.str, (x) => ({ a: x }), types.attrsOf(types.str))",
};

export const typeScriptChecks: Readonly<Record<CheckName, string>> = {
  positive: "(x) => x > 0",
  "not empty": "(x) => x.length > 0",
  anything: "() => true",
  "without a": '(x) => !("a" in x)',
};

export const typeScriptApplies: Readonly<Record<Exclude<ApplyName, "evaluated">, string>> = {
  same: "(x) => x",
  constant: "() => 5",
  wrapped: "(x) => ({ inside: x })",
  counted: "(x) => x.length",
  failing: "(x) => x.filter((each) => !each.assertion).length",
  called: "(x) => x(3)",
};

export function typeScriptOperation(name: OperationName, operands: readonly string[]): string {
  const [first = "", second = ""] = operands;
  switch (name) {
    case "add":
    case "concatenate":
      return `${first} + ${second}`;
    case "append":
      return `[...${first}, ...${second}]`;
    case "length":
      return `${first}.length`;
    case "not":
      return `!${first}`;
    case "and":
      return `${first} && ${second}`;
    case "equal":
      return `${first} === ${second}`;
    case "less":
      return `${first} < ${second}`;
    case "toText":
      return `String(${first})`;
    case "join":
      return `${first}.join(",")`;
    case "names":
      return `Object.keys(${first})`;
  }
}

/** How a call that gives a priority begins: by name where there is one. */
export function typeScriptOverride(priority: number): string {
  const name = namedPriorities.get(priority);
  return name === undefined ? `mkOverride(${priority}, ` : `${name}(`;
}

/** How a call that gives an order begins: by name where there is one. */
export function typeScriptOrder(priority: number): string {
  const name = namedOrders.get(priority);
  return name === undefined ? `mkOrder(${priority}, ` : `${name}(`;
}
