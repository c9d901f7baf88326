import { expect, test } from "vitest";
import { mkAfter, mkBefore, mkIf, mkOption } from "../../src/authoring/index.ts";
import { evalModules } from "../evaluate/lint-cases.ts";
import { deferredModule, deferredModuleWith } from "../../src/types/deferred-module.ts";
import { int } from "../../src/types/int.ts";
import { listOf } from "../../src/types/list-of.ts";
import { argumentProblemOf, bomb, toData, valueOf } from "./evaluate-option.ts";
import { accepts, diagnosticsOf, failureOf, refuses } from "./expect-type.ts";

accepts(deferredModule, [{}, () => ({}), "/module.ts"]);
refuses(deferredModule, [
  [1, null],
  ["module", null],
]);

const numbers = { options: { l: mkOption({ type: listOf(int) }) } };

/** What a deferred module comes to where it is imported. */
function imported(...args: Parameters<typeof valueOf>): unknown {
  return toData(evalModules({ modules: [numbers, valueOf(...args)] }).config);
}

test("the value is a module of all definitions", () => {
  expect(imported(deferredModule, { l: [1] }, { config: { l: [2] } })).toEqual({ l: [2, 1] });
});

test("lists the definitions in order", () => {
  const { imports } = Object(valueOf(deferredModule, { l: [1] }, mkBefore({ l: [2] }), mkIf(false, { l: [3] })));
  expect(imports.map(({ _file }: { _file: string }) => _file)).toEqual([
    "/2.ts, via option option",
    "/1.ts, via option option",
  ]);
});

test("an order places a module among the others, and its definitions by that alone", () => {
  expect(imported(deferredModule, mkAfter({ l: [1] }), { l: [2] })).toEqual({ l: [1, 2] });
  expect(imported(deferredModule, { l: [1] }, mkBefore({ l: [2] }))).toEqual({ l: [1, 2] });
});

test("a module gets the arguments of who imports it", () => {
  const module =
    (): unknown =>
    ({ config }: { readonly config: { readonly l: readonly number[] } }) => ({
      options: { size: mkOption({ type: int }) },
      config: { l: [7], size: () => config.l.length },
    });
  expect(imported(deferredModule, module)).toEqual({ l: [7], size: 1 });
});

test("nothing in it is looked at before", () => {
  const value = Object(valueOf(deferredModule, { l: bomb, imports: bomb }, () => bomb));
  expect(value.imports).toHaveLength(2);
});

test("messages name the file and the option", () => {
  expect(failureOf(() => imported(deferredModule, { l: ["x"] }))).toContain('`l."[definition 1-entry 1]"`');
  const [found] = diagnosticsOf(() => imported(deferredModule, { m: 1 }));
  expect(found).toMatchObject({ code: "undeclared-option", path: ["m"] });
  expect(JSON.stringify(found)).toContain("/1.ts, via option option");
});

test("without a definition there is none", () => {
  expect(diagnosticsOf(() => valueOf(deferredModule))[0]?.code).toBe("missing-value");
});

test("static modules come first, and add up", () => {
  const first = { l: [1] };
  const second = { l: [2] };
  const type = deferredModuleWith({ staticModules: [first] });
  expect(imported(type, { l: [3] })).toEqual({ l: [3, 1] });
  const both = type.typeMerge(deferredModuleWith({ staticModules: [second] }));
  expect(both?.subModules).toEqual([first, second]);
  expect(type.typeMerge(deferredModule)).toBe(type);
  expect(deferredModule.typeMerge(int)).toBeNull();
  expect(type.description).toBe("module");
});

test("static modules are a list", () => {
  // The cast: what TypeScript would refuse.
  expect(argumentProblemOf(() => deferredModuleWith({ staticModules: {} as never }))).toBe(
    "deferredModuleWith: `staticModules` must be a list, but is an attribute set",
  );
});
