// Generates option types.
import type { CoercionName, OptionDescription, PlainTypeName, TypeDescription } from "../description/description.ts";
import { generateScalar } from "./pools.ts";
import type { Toolbox } from "./toolbox.ts";

const plainTypes: readonly (readonly [weight: number, name: PlainTypeName])[] = [
  [12, "int"],
  [6, "str"],
  [6, "bool"],
  [2, "lines"],
  [2, "anything"],
  [1, "commas"],
  [1, "float"],
  [1, "number"],
  [1, "path"],
  [1, "raw"],
  [1, "attrs"],
  [1, "unspecified"],
  [1, "boolByOr"],
  [1, "nonEmptyStr"],
  [1, "singleLineStr"],
  [1, "json"],
  [1, "port"],
  [1, "ints.u8"],
  [1, "ints.s8"],
  [1, "ints.s16"],
  [1, "ints.s32"],
  [1, "ints.u16"],
  [1, "ints.u32"],
  [1, "ints.positive"],
  [1, "ints.unsigned"],
  [1, "numbers.positive"],
  [1, "numbers.nonnegative"],
];
const coercions: readonly CoercionName[] = ["int-to-str", "str-to-list", "bool-to-int", "str-to-set"];
const int: TypeDescription = { type: "plain", name: "int" };
const str: TypeDescription = { type: "plain", name: "str" };

/** A type; the deeper it stands, the simpler. */
export function generateType(toolbox: Toolbox, depth: number): TypeDescription {
  const { choices } = toolbox;
  if (depth >= 3) return { type: "plain", name: choices.weighted(plainTypes) };
  const inner = (): TypeDescription => toolbox.type(depth + 1);
  return choices.weighted<() => TypeDescription>([
    [40, () => ({ type: "plain", name: choices.weighted(plainTypes) })],
    [12, () => ({ type: "listOf", of: inner() })],
    [12, () => ({ type: "attrsOf", of: inner() })],
    [3, () => ({ type: "lazyAttrsOf", of: inner() })],
    [12, () => generateSubmodule(toolbox, depth)],
    [4, () => ({ type: "nullOr", of: inner() })],
    [3, () => ({ type: "enum", values: distinct(choices.several(1, 3, 60, () => generateScalar(choices))) })],
    [3, () => eitherOf(inner(), inner())],
    [1, () => oneOf(choices.several(1, 3, 80, inner))],
    [1, () => ({ type: "unique", of: inner() })],
    [1, () => ({ type: choices.pick(["attrsWith", "lazyAttrsWith"] as const), of: inner() })],
    [1, () => ({ type: "addCheck", of: inner(), check: "anything" })],
    [1, () => ({ type: "addCheck", of: { type: "attrsOf", of: inner() }, check: "without a" })],
    [2, () => ({ type: "coercedTo", coercion: choices.pick(coercions) })],
    [1, () => ({ type: "uniq", of: inner() })],
    [1, () => ({ type: "nonEmptyListOf", of: inner() })],
    [1, () => ({ type: "between", lowest: choices.draw(3) - 1, highest: choices.draw(3) + 1 })],
    [1, () => ({ type: "separatedString", separator: choices.pick([",", "", " - "]) })],
    [1, () => ({ type: "strMatching", pattern: choices.pick(["a*b", "(a|b)+", ".*"]) })],
    [2, () => ({ type: "attrListOf", of: inner() })],
    [
      1,
      () => ({
        type: "attrTag",
        tags: [
          ["a", tag(inner())],
          ["b", tag(inner())],
        ],
      }),
    ],
    [1, () => ({ type: "addCheck", of: int, check: "positive" })],
    [1, () => ({ type: "addCheck", of: { type: "listOf", of: str }, check: "not empty" })],
    [1, () => ({ type: "passwdEntry", of: str })],
  ])();
}

// Beside a submodule, Nix would take a path for a file with a module.
function eitherOf(left: TypeDescription, right: TypeDescription): TypeDescription {
  const text = JSON.stringify([left, right]);
  const isAmbiguous = text.includes('"submodule"') && text.includes('"path"');
  return isAmbiguous ? left : { type: "either", arms: [left, right] };
}

function oneOf(arms: readonly TypeDescription[]): TypeDescription {
  const text = JSON.stringify(arms);
  const isAmbiguous = text.includes('"submodule"') && text.includes('"path"');
  return { type: "oneOf", arms: isAmbiguous ? arms.slice(0, 1) : arms };
}

function generateSubmodule(toolbox: Toolbox, depth: number): TypeDescription {
  const { choices } = toolbox;
  const more = {
    class: choices.chance(30) ? choices.pick(["host", "user"]) : null,
    description: choices.chance(40) ? choices.pick(["site", "a thing"]) : null,
    specialArgs: choices.chance(30) ? ([["on", choices.chance(50)]] as const) : [],
  };
  const level = toolbox.level(depth + 1);
  return { type: "submodule", level, isShorthand: !choices.chance(20), more: choices.chance(8) ? more : null };
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

function tag(type: TypeDescription): OptionDescription {
  return { type, default: null, apply: null, description: null, isReadOnly: false, internal: null, visible: null };
}
