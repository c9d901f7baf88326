// Values that need themselves: the circle is told, with where it is written, from whichever end it is entered.
import { describe } from "vitest";
import { mkIf } from "../../src/authoring/index.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";
import { fails } from "./errors-row.ts";
import { type Given, option } from "./evaluation.ts";
import { optionWith } from "./properties-defined.ts";

const { attrsOf, int } = types;

const a = (type?: AnyOptionType, attributes: object = {}): object => ({
  _file: "/o.ts",
  options: { a: optionWith(type, attributes) },
});
const one = (value: unknown): object => ({ _file: "/1.ts", config: { a: value } });

describe("values that need themselves", () => {
  const b = { _file: "/b.ts", options: { b: option(int) }, config: { b: ({ config }: Given) => config.a as unknown } };
  fails([
    [
      "at once",
      [a(int), one(({ config }: Given) => config.a as unknown)],
      "a",
      {
        code: "infinite-recursion",
        path: "a",
        at: "/1.ts",
        related: ["/1.ts"],
        says: ["defines `a`"],
        data: { steps: [{ kind: "option", path: ["a"] }] },
      },
    ],
    [
      "by way of another",
      [a(int), one(({ config }: Given) => config.b as unknown), b],
      "a",
      {
        code: "infinite-recursion",
        path: "a",
        at: "/1.ts",
        related: ["/1.ts", "/b.ts"],
        says: ["defines `a`", "defines `b`"],
      },
    ],
    [
      "read from the other end",
      [a(int), one(({ config }: Given) => config.b as unknown), b],
      "b",
      { code: "infinite-recursion", path: "b", at: "/b.ts", related: ["/b.ts", "/1.ts"] },
    ],
    [
      "in a default",
      [a(int, { default: ({ config }: Given) => config.a as unknown })],
      "a",
      { code: "infinite-recursion", path: "a", at: "/o.ts", related: ["/o.ts"] },
    ],
    [
      "in a condition",
      [a(int), one(mkIf(({ config }: Given) => config.a === 1, 1))],
      "a",
      {
        code: "infinite-recursion",
        path: "a",
        at: "/1.ts",
        related: ["/1.ts", "/1.ts"],
        says: ["defines `a`", "has a condition around `a`"],
        data: { steps: [{ kind: "option" }, { kind: "condition" }] },
      },
    ],
    [
      "in apply",
      [
        a(int, { apply: (n: number) => n, default: 1 }),
        { _file: "/1.ts", config: { a: ({ options }: Given) => options.a.value as unknown } },
      ],
      "a",
      { code: "infinite-recursion", path: "a", at: "/1.ts", related: ["/1.ts", "/o.ts"] },
    ],
    [
      "in a member",
      [a(attrsOf(int)), one({ x: ({ config }: Given) => config.a.x as unknown })],
      "a.x",
      { code: "infinite-recursion", path: "a", at: "/1.ts", related: ["/1.ts", "/1.ts"] },
    ],
  ]);
});
