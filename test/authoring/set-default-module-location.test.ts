// A module that is said to stand in a file.
import { defineModule, mkOption, setDefaultModuleLocation, types } from "confix";
import { evalModules } from "../evaluate/lint-cases.ts";
import { expect, expectTypeOf, test } from "vitest";
import { problemOf } from "../evaluate/problems.ts";

const options = { a: mkOption({ type: types.int }) };

test("messages name the file where the module does not say its own", () => {
  const plain = setDefaultModuleLocation("/plain.ts", { options, config: { a: "x" } });
  expect(problemOf(() => evalModules({ modules: [plain] }).config["a"] as unknown).files).toEqual(["/plain.ts"]);
  const said = setDefaultModuleLocation("/plain.ts", { _file: "/said.ts", options, config: { a: "x" } });
  expect(problemOf(() => evalModules({ modules: [said] }).config["a"] as unknown).files).toEqual(["/said.ts"]);
});

test("so do messages about the submodules it declares", () => {
  // The cast: TypeScript would find the mistake.
  const type = types.submodule({ options: { a: mkOption({ type: types.int, default: "x" as never }) } });
  const module = setDefaultModuleLocation("/plain.ts", { options: { sub: mkOption({ type, default: {} }) } });
  const { options: evaluated, config } = evalModules({ modules: [module] });
  expect(evaluated["sub"]).toMatchObject({ declarations: ["/plain.ts"] });
  expect(problemOf(() => config["sub"].a)).toEqual({ code: "wrong-type", path: "sub.a", files: ["/plain.ts"] });
});

test("the options stay known to TypeScript", () => {
  const { config } = evalModules({
    modules: [setDefaultModuleLocation("/a.ts", defineModule({ options }).config({ a: 1 }))],
  });
  expectTypeOf(config.a).toEqualTypeOf<number>();
  expect(config.a).toBe(1);
});

test("the file must be a string", () => {
  // The cast: TypeScript would refuse it as well.
  expect(problemOf(() => setDefaultModuleLocation(undefined as unknown as string, {})).code).toBe("bad-argument");
});
