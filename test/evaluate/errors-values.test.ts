// What can be wrong with values: code, path, and every place that has to do with it.
import { describe } from "vitest";
import { mkBefore, mkDefault, mkForce, mkIf, mkMerge, mkOption, mkOrder } from "../../src/authoring/index.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";
import { fails } from "./errors-row.ts";
import { bomb, bombFile, type Given, option } from "./evaluation.ts";
import { optionWith } from "./properties-defined.ts";

const {
  anything,
  attrListOf,
  attrsOf,
  attrTag,
  enum: oneOfValues,
  functionTo,
  int,
  lazyAttrsOf,
  listOf,
  nullOr,
  str,
  unique,
} = types;

const a = (type?: AnyOptionType, attributes: object = {}): object => ({
  _file: "/o.ts",
  options: { a: optionWith(type, attributes) },
});
const one = (value: unknown): object => ({ _file: "/1.ts", config: { a: value } });
const two = (value: unknown): object => ({ _file: "/2.ts", config: { a: value } });

describe("values", () => {
  fails([
    [
      "of another type: the definitions that are wrong, and only these",
      [a(int), { _file: "/3.ts", config: { a: "y" } }, two(2), one("x")],
      "a",
      {
        code: "wrong-type",
        path: "a",
        at: "/1.ts",
        related: ["/1.ts", "/3.ts"],
        says: ['"x"', '"y"'],
        data: { type: "signed integer", isFunction: false },
      },
    ],
    [
      "a function that is not called again",
      [a(int), one(() => () => 1)],
      "a",
      {
        code: "wrong-type",
        path: "a",
        at: "/1.ts",
        related: ["/1.ts"],
        says: ["<function>"],
        data: { isFunction: true },
      },
    ],
    [
      "of a submodule, which a function may define as well",
      [a(types.submodule({})), one(5)],
      "a",
      {
        code: "wrong-type",
        path: "a",
        at: "/1.ts",
        related: ["/1.ts"],
        says: ["5"],
        data: { isFunction: false },
      },
    ],
    [
      "of another type: what they hold is shown as it is written",
      [
        a(int),
        one({ x: mkForce([mkIf(bomb, 1), mkOption({})]), y: mkDefault(() => 1) }),
        two([types.str, mkMerge([]), new Date(0), mkOrder(7, { z: mkBefore("z") })]),
      ],
      "a",
      {
        code: "wrong-type",
        path: "a",
        at: "/2.ts",
        related: ["/2.ts", "/1.ts"],
        says: [
          "[\n  types.str,\n  mkMerge([ … ]),\n  <Date>,\n  mkOrder(7, {\n...",
          "{\n  x: mkForce([\n    mkIf(…, 1),\n    mkOption({ … }),\n  ]),\n...",
        ],
      },
    ],
    [
      "of another type: a promise",
      [a(int), one(Promise.resolve(1))],
      "a",
      {
        code: "wrong-type",
        path: "a",
        at: "/1.ts",
        related: ["/1.ts"],
        says: ["<Promise>"],
        data: { classes: ["Promise"] },
      },
    ],
    [
      "that conflict: properties in them are shown as they are written",
      [a(anything), one([mkForce(1)]), two([mkForce(2)])],
      "a",
      {
        code: "conflict",
        path: "a",
        at: "/2.ts",
        related: ["/2.ts", "/1.ts"],
        says: ["[\n  mkForce(2),\n]", "[\n  mkForce(1),\n]"],
      },
    ],
    [
      "of a member",
      [a(attrsOf(listOf(int))), one({ x: [1, "y"] })],
      "a.x.1",
      { code: "wrong-type", path: 'a.x."[definition 1-entry 2]"', at: "/1.ts", related: ["/1.ts"] },
    ],
    [
      "of what a function returns",
      [
        a(functionTo(attrsOf(int))),
        one(() => () => ({ x: "y" })),
        { options: { r: option() }, config: { r: ({ config }: Given) => config.a().x as unknown } },
      ],
      "r",
      { code: "wrong-type", path: "a.<function body>.x", at: "/1.ts", related: ["/1.ts"] },
    ],
    [
      "beside the declared options",
      [{ freeformType: attrsOf(int) }, one("x")],
      "a",
      { code: "wrong-type", path: "a", at: "/1.ts", related: ["/1.ts"] },
    ],
    [
      "beside the declared options, as a whole",
      [{ freeformType: int }, one(1)],
      "a",
      { code: "wrong-type", path: "", at: "/1.ts", related: ["/1.ts"] },
    ],
    [
      "outside an enum",
      [a(oneOfValues(["on", "off"])), one("of")],
      "a",
      { code: "wrong-type", path: "a", at: "/1.ts", related: ["/1.ts"] },
    ],
    [
      "that are missing",
      [a(int)],
      "a",
      { code: "missing-value", path: "a", at: "/o.ts", data: { isDefined: false, isDeclared: true } },
    ],
    [
      "that are missing because nothing applies",
      [a(int), one(mkIf(false, 1)), two(mkMerge([]))],
      "a",
      {
        code: "missing-value",
        path: "a",
        at: "/o.ts",
        related: ["/2.ts", "/1.ts"],
        says: ["does not apply", "does not apply"],
        data: { isDefined: true },
      },
    ],
    [
      "of a member that are missing",
      [a(lazyAttrsOf(int)), one({ x: mkIf(false, 1) })],
      "a.x",
      { code: "missing-value", path: "a.x", related: ["/1.ts"], data: { isDeclared: false } },
    ],
    [
      "that are computed to nothing",
      [a(int), one(() => undefined)],
      "a",
      { code: "undefined-value", path: "a", at: "/1.ts" },
    ],
    [
      "that are read-only",
      [a(int, { readOnly: true, default: 1 }), one(2)],
      "a",
      { code: "read-only", path: "a", at: "/1.ts", related: ["/1.ts", "/o.ts"], says: ["2", "1"] },
    ],
    [
      "that conflict: the first, and those that differ from it",
      [a(int), { _file: "/3.ts", config: { a: 2 } }, two(1), one(1)],
      "a",
      { code: "conflict", path: "a", at: "/1.ts", related: ["/1.ts", "/3.ts"], says: ["1", "2"] },
    ],
    [
      "that have no rule to merge by",
      [a(), one({}), two(1)],
      "a",
      { code: "cannot-merge", path: "a", at: "/2.ts", related: ["/2.ts", "/1.ts"], says: ["1", "{}"] },
    ],
    [
      "that are unique",
      [a(unique({ message: "One owner" }, str)), one("x"), two("x")],
      "a",
      { code: "not-unique", path: "a", at: "/2.ts", related: ["/2.ts", "/1.ts"], data: { message: "One owner" } },
    ],
    [
      "that are null and not",
      [a(nullOr(int)), one(null), two(1)],
      "a",
      { code: "null-and-value", path: "a", at: "/2.ts", related: ["/2.ts", "/1.ts"] },
    ],
    [
      "of different tags",
      [a(attrTag({ x: option(int), y: option(int) })), one({ x: 1 }), two({ y: 1 })],
      "a",
      { code: "different-tags", path: "a", at: "/2.ts", related: ["/2.ts", "/1.ts"], data: { tags: ["x", "y"] } },
    ],
    [
      "of different kinds",
      [a(anything), one([]), two({})],
      "a",
      { code: "different-kinds", path: "a", at: "/2.ts", related: ["/2.ts", "/1.ts"] },
    ],
    [
      "that are no items of an attribute list",
      [a(attrListOf(int)), one([{ x: 1 }, { x: 1, y: 2 }])],
      "a",
      { code: "list-item-shape", path: "a", at: "/1.ts", related: ["/1.ts"] },
    ],
    [
      "that throw",
      [a(int), one(bomb)],
      "a",
      {
        code: "value-threw",
        path: "a",
        at: "/1.ts",
        related: [bombFile],
        data: { message: "this must not be computed" },
      },
    ],
    [
      "whose members throw",
      [a(attrsOf(int)), one({ x: () => bomb() })],
      "a.x",
      { code: "value-threw", path: "a.x", at: "/1.ts", related: [bombFile], says: ["thrown here"] },
    ],
    [
      "under a condition that throws",
      [a(int), one(mkIf(bomb, 1))],
      "a",
      { code: "value-threw", path: "a", at: "/1.ts", related: [bombFile], data: { part: "condition" } },
    ],
    [
      "under a condition that is text",
      [a(int), one(mkIf((() => "true") as unknown as boolean, 1))],
      "a",
      { code: "condition-not-boolean", path: "a", at: "/1.ts", data: { found: 'the string "true"' } },
    ],
    [
      "under a condition that is a number, around the module",
      [a(int, { default: 1 }), { _file: "/1.ts", config: mkIf(1 as unknown as boolean, { a: 2 }) }],
      "a",
      { code: "condition-not-boolean", path: "", at: "/1.ts", data: { found: "the number 1" } },
    ],
    [
      "under a condition that is null",
      [a(int), one(mkIf(null as unknown as boolean, 1))],
      "a",
      { code: "condition-not-boolean", path: "a", at: "/1.ts", data: { found: "null" } },
    ],
  ]);
});
