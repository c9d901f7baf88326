import { describe, expect, test } from "vitest";
import { mkForce, mkIf, mkMerge, mkOption } from "../../src/authoring/index.ts";
import { evalModules } from "../evaluate/lint-cases.ts";
import { attrsOf } from "../../src/types/attrs-of.ts";
import { functionTo } from "../../src/types/function-to.ts";
import { int } from "../../src/types/int.ts";
import { listOf } from "../../src/types/list-of.ts";
import { lines } from "../../src/types/lines.ts";
import { str } from "../../src/types/str.ts";
import { submodule } from "../../src/types/submodule.ts";
import { bomb, problemOf, toData, valueOf } from "./evaluate-option.ts";
import { accepts, diagnosticsOf, refuses } from "./expect-type.ts";

accepts(functionTo(int), [() => 1, Math.max]);
refuses(functionTo(int), [
  [1, null],
  [{}, null],
]);

/** The value of an option of functions, to call. */
function functionOf(...args: Parameters<typeof valueOf>): (...args: readonly unknown[]) => unknown {
  const value = valueOf(...args);
  if (typeof value !== "function") throw new Error("not a function");
  return (...given) => Reflect.apply(value, undefined, given);
}

describe("a call", () => {
  test("gives every definition the same arguments, and merges what they return", () => {
    const add = functionOf(
      functionTo(listOf(int)),
      () => (a: number, b: number) => [a + b],
      () => (a: number) => [a],
    );
    expect(add(1, 2)).toEqual([3, 1]);
    expect(add(5, 5)).toEqual([10, 5]);
  });

  test("honours properties in what is returned", () => {
    const f = functionOf(
      functionTo(int),
      () => (x: number) => mkForce(x),
      () => () => 7,
      () => () => mkIf(false, 8),
    );
    expect(f(1)).toBe(1);
    expect(functionOf(functionTo(lines), () => (x: string) => mkMerge([x, "end"]))("a")).toBe("a\nend");
  });

  test("takes lazy results, with the arguments of their module", () => {
    const options = { f: mkOption({ type: functionTo(int) }), base: mkOption({ type: int, default: 10 }) };
    const config = {
      f: () => (x: number) => (args: { readonly config: { readonly base: number } }) => args.config.base + x,
    };
    const { config: result } = evalModules({ modules: [{ options, config }] });
    expect(Reflect.apply(Object(result)["f"], undefined, [1])).toBe(11);
  });

  test("may return a function", () => {
    const f = functionOf(functionTo(functionTo(int)), () => (a: number) => () => (b: number) => a * b);
    expect(Reflect.apply(Object(f(2)), undefined, [3])).toBe(6);
  });

  test("whose results are all under false conditions gives the empty value, if there is one", () => {
    expect(diagnosticsOf(() => functionOf(functionTo(int), () => () => mkIf(false, 1))())[0]?.code).toBe(
      "missing-value",
    );
    expect(functionOf(functionTo(listOf(int)), () => () => mkIf(false, [1]))()).toEqual([]);
  });

  test("is checked, under the name of the function body", () => {
    expect(problemOf(() => functionOf(functionTo(int), () => () => "x")())).toBe(
      "wrong-type at option.<function body>",
    );
  });

  test("that throws is reported like a value that throws", () => {
    expect(diagnosticsOf(() => functionOf(functionTo(int), () => () => bomb())())[0]?.code).toBe("value-threw");
  });

  test("of a submodule gives a configuration, whose name is that of the body", () => {
    const type = functionTo(
      submodule({ options: { name: mkOption({ type: str, default: (args: { name: string }) => args.name }) } }),
    );
    expect(toData(functionOf(type, () => () => ({}))())).toEqual({ name: "<function body>" });
  });
});

test("nothing is called before", () => {
  expect(
    typeof valueOf(
      functionTo(int),
      () => bomb,
      () => bomb,
    ),
  ).toBe("function");
  expect(
    Object.keys(Object(functionOf(functionTo(attrsOf(attrsOf(int))), () => () => ({ a: { b: bomb } }))())),
  ).toEqual(["a"]);
});

test("without a definition there is no function", () => {
  expect(diagnosticsOf(() => valueOf(functionTo(int)))[0]?.code).toBe("missing-value");
});

test("a bare function is a lazy value, and the error says how to write one that is not", () => {
  expect(diagnosticsOf(() => valueOf(functionTo(int), () => 1))[0]?.code).toBe("wrong-type");
});

test("declared twice, the types of results must agree", () => {
  const type = functionTo(int);
  expect(type.typeMerge(functionTo(int))).toBe(type);
  expect(type.typeMerge(functionTo(str))).toBeNull();
});
