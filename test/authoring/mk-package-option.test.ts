// The option that says which package a module uses.
import { mkPackageOption } from "confix";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Option } from "../../src/model/option.ts";
import type { PackageObject } from "../../src/types/package.ts";
import { dataOf, evaluate, type Given } from "../evaluate/evaluation.ts";
import { diagnosticOf, problemOf } from "../evaluate/problems.ts";

const hello = { type: "derivation", name: "hello-2.12" } as const;
const pkgs = { hello, tools: { "node-20": { type: "derivation", name: "nodejs-20" } } };

function valueOf(option: object, ...modules: readonly object[]): unknown {
  return dataOf(evaluate({ options: { package: option } }, ...modules));
}

describe("the default", () => {
  test("is the package of that name", () => {
    expect(valueOf(mkPackageOption(pkgs, "hello"))).toEqual({ package: hello });
  });

  test("is found along a path, which may differ from the name", () => {
    const node = { package: { type: "derivation", name: "nodejs-20" } };
    expect(valueOf(mkPackageOption(pkgs, ["tools", "node-20"]))).toEqual(node);
    expect(valueOf(mkPackageOption(pkgs, "node", { default: ["tools", "node-20"] }))).toEqual(node);
  });

  test("may be taken from a set that only the module arguments give", () => {
    const option = mkPackageOption(({ pkgs }: Given) => pkgs, "hello");
    expect(valueOf(option, { config: { _module: { args: { pkgs } } } })).toEqual({ package: hello });
  });

  test("may be absent", () => {
    const { config } = evaluate({ options: { package: mkPackageOption(pkgs, "hello", { default: null }) } });
    expect(problemOf(() => (config as Given)["package"] as unknown).code).toBe("missing-value");
    expect(valueOf(mkPackageOption(pkgs, "hello", { nullable: true, default: null }))).toEqual({ package: null });
  });

  test("is looked up when it is needed, and must be in the set then", () => {
    const option = mkPackageOption(pkgs, ["tools", "gone"], { pkgsText: "ours" });
    expect(valueOf(option, { package: "/opt/gone" })).toEqual({ package: "/opt/gone" });
    const { code, data } = diagnosticOf(
      () => (evaluate({ options: { package: option } }).config as Given)["package"] as unknown,
    );
    expect({ code, problem: data["problem"] }).toEqual({
      code: "bad-argument",
      problem: "is `tools.gone`, which is not in `ours`",
    });
  });
});

test("takes packages, and null only if it says so", () => {
  const { config } = evaluate({ options: { package: mkPackageOption(pkgs, "hello") } }, { package: null });
  expect(problemOf(() => (config as Given)["package"] as unknown).code).toBe("wrong-type");
  expect(valueOf(mkPackageOption(pkgs, "hello", { nullable: true }), { package: null })).toEqual({ package: null });
});

test("documentation shows where packages come from", () => {
  const text = (code: string): object => ({ _type: "literalExpression", text: code });
  const option = mkPackageOption(pkgs, ["tools", "node-20"], { example: ["hello"], extraDescription: "Or another." });
  expect(option.description).toBe("The node-20 package to use. Or another.");
  expect(option.defaultText).toEqual(text('pkgs.tools["node-20"]'));
  expect(option.example).toEqual(text("pkgs.hello"));
  expect(mkPackageOption(pkgs, "hello", { example: "pkgs.hi" }).example).toEqual(text("pkgs.hi"));
  expect(mkPackageOption(pkgs, "hello", { pkgsText: "ours" }).defaultText).toEqual(text("ours.hello"));
  expect(mkPackageOption(pkgs, "hello", { default: null }).defaultText).toBeUndefined();
});

test("refuses an argument that does not exist, and a name without a name", () => {
  const wrong: object = { nulable: true };
  expect(diagnosticOf(() => mkPackageOption(pkgs, "hello", wrong)).data["suggestions"]).toEqual(["nullable"]);
  expect(problemOf(() => mkPackageOption(pkgs, [])).code).toBe("bad-argument");
});

test("TypeScript knows whether it may be null", () => {
  expectTypeOf(mkPackageOption(pkgs, "hello")).toEqualTypeOf<Option<PackageObject | string>>();
  expectTypeOf(mkPackageOption(pkgs, "hello", { nullable: true })).toEqualTypeOf<
    Option<PackageObject | string | null>
  >();
});
