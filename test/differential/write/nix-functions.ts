// Functions that descriptions name, in Nix.
import { namedOrders, namedPriorities } from "./named-priorities.ts";
import { nixScalar } from "./nix-text.ts";
import type { ApplyName, CheckName, CoercionName, OperationName } from "../description/description.ts";

export const nixCoercions: Readonly<Record<CoercionName, string>> = {
  "int-to-str": "(lib.types.coercedTo lib.types.int toString lib.types.str)",
  "str-to-list": "(lib.types.coercedTo lib.types.str (x: [ x ]) (lib.types.listOf lib.types.str))",
  "bool-to-int": "(lib.types.coercedTo lib.types.bool (x: if x then 1 else 0) lib.types.int)",
  "str-to-set": "(lib.types.coercedTo lib.types.str (x: { a = x; }) (lib.types.attrsOf lib.types.str))",
};

export const nixChecks: Readonly<Record<CheckName, string>> = {
  positive: "(x: x > 0)",
  "not empty": "(x: x != [ ])",
  anything: "(x: true)",
  "without a": "(x: !(x ? a))",
};

/** What a function gets is computed in Confix, so it is here. */
export const nixApplies: Readonly<Record<Exclude<ApplyName, "evaluated">, string>> = {
  same: "(x: x)",
  constant: "(_: 5)",
  wrapped: "(x: builtins.seq x { inside = x; })",
  counted: "builtins.length",
  failing: "(x: builtins.length (builtins.filter (each: !each.assertion) x))",
  called: "(x: x 3)",
};

export function nixOperation(name: OperationName, operands: readonly string[]): string {
  const [first = "", second = ""] = operands;
  switch (name) {
    case "add":
    case "concatenate":
      return `${first} + ${second}`;
    case "append":
      return `${first} ++ ${second}`;
    case "length":
      return `builtins.length ${first}`;
    case "not":
      return `!${first}`;
    case "and":
      return `${first} && ${second}`;
    case "equal":
      return `${first} == ${second}`;
    case "less":
      return `${first} < ${second}`;
    case "toText":
      return `toString ${first}`;
    case "join":
      return `builtins.concatStringsSep "," ${first}`;
    case "names":
      return `builtins.attrNames ${first}`;
  }
}

/** A function that gives a priority: by name where there is one. */
export function nixOverride(priority: number): string {
  return `lib.${namedPriorities.get(priority) ?? `mkOverride ${nixScalar(priority)}`}`;
}

/** A function that gives an order: by name where there is one. */
export function nixOrder(priority: number): string {
  return `lib.${namedOrders.get(priority) ?? `mkOrder ${nixScalar(priority)}`}`;
}
