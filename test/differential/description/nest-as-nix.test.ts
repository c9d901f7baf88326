import { describe, expect, test } from "vitest";
import type { Expression } from "./description.ts";
import { nestAsNix, pushOrdersDown } from "./nest-as-nix.ts";

const one: Expression = { is: "scalar", value: 1 };
const misplaced: Expression = { is: "scalar", value: 1, isOptions: true };
const on = (content: Expression): Expression => ({
  is: "if",
  condition: { code: "argument", name: "on" },
  content,
});
const merge = (...contents: readonly Expression[]): Expression => ({ is: "merge", contents });
const override = (priority: number, content: Expression): Expression => ({ is: "override", priority, content });
const order = (priority: number, content: Expression): Expression => ({ is: "order", priority, content });
const placed = (content: Expression): Expression => ({ is: "definition", file: "here", content });
const options = (entries: Readonly<Record<string, Expression>>): Expression => ({
  is: "set",
  entries: Object.entries(entries),
  isOptions: true,
});
const value = (entries: Readonly<Record<string, Expression>>): Expression => ({
  is: "set",
  entries: Object.entries(entries),
});

describe("properties in the order that Nix takes", () => {
  test.each<readonly [string, Expression, Expression]>([
    ["stays", on(merge(placed(override(50, order(500, one))))), on(merge(placed(override(50, order(500, one)))))],
    ["a condition goes outside", override(50, on(one)), on(override(50, one))],
    ["a merge is distributed over", order(500, merge(one, one)), merge(order(500, one), order(500, one))],
    ["the strongest priority counts", override(1000, override(50, one)), override(50, one)],
    ["the same the other way round", override(50, override(1000, one)), override(50, one)],
    ["the innermost order counts", order(500, order(1500, one)), order(1500, one)],
    ["a priority goes outside", order(500, override(50, one)), override(50, order(500, one))],
    ["a place goes outside", override(50, placed(on(one))), on(placed(override(50, one)))],
    ["into options", override(50, options({ a: override(9, one) })), options({ a: override(9, one) })],
    ["not around a mistake", order(50, { ...misplaced }), misplaced],
    ["not into values", override(50, value({ a: override(9, one) })), override(50, value({ a: override(9, one) }))],
    ["but inside them", value({ a: order(1, override(9, one)) }), value({ a: override(9, order(1, one)) })],
  ])("%s", (_title, written, nested) => {
    expect(nestAsNix(written)).toEqual(nested);
  });

  test("orders around options go down, and nothing else changes", () => {
    expect(pushOrdersDown(order(500, options({ a: one, b: override(50, one) })))).toEqual(
      options({ a: order(500, one), b: override(50, order(500, one)) }),
    );
    expect(pushOrdersDown(order(500, value({ a: one })))).toEqual(order(500, value({ a: one })));
    expect(pushOrdersDown(override(50, on(one)))).toEqual(override(50, on(one)));
  });
});
