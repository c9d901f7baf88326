// Parameters of types that do not exist or are of the wrong kind.
import { expect, test } from "vitest";
import { types } from "../../src/types/types.ts";
import { argumentProblemOf } from "./evaluate-option.ts";

const takers: Readonly<Record<string, (given: unknown) => unknown>> = {
  // The casts: what TypeScript would refuse.
  submoduleWith: (given) => types.submoduleWith(given as never),
  deferredModuleWith: (given) => types.deferredModuleWith(given as never),
  attrsWith: (given) => types.attrsWith(given as never),
  attrListWith: (given) => types.attrListWith(given as never),
  pathWith: (given) => types.pathWith(given as never),
  serializableValueWith: (given) => types.serializableValueWith(given as never),
};

const elemType = types.int;

test.each<[taker: string, given: unknown, problem: string]>([
  ["submoduleWith", { modules: [], specialArg: {} }, "`specialArg` is not known; did you mean `specialArgs`?"],
  ["submoduleWith", { modules: [], foo: 1 }, "`foo` is not known"],
  ["submoduleWith", { modules: [], toString: 1 }, "`toString` is not known"],
  ["submoduleWith", [], "it needs an object, but was given a list"],
  ["submoduleWith", {}, "`modules` must be a list"],
  [
    "submoduleWith",
    { modules: [], shorthandOnlyDefinesConfig: "x" },
    '`shorthandOnlyDefinesConfig` must be true, false or null, but is the string "x"',
  ],
  ["submoduleWith", { modules: [], specialArgs: [] }, "`specialArgs` must be an attribute set, but is a list"],
  ["submoduleWith", { modules: [], class: 5 }, "`class` must be a string or null, but is the number 5"],
  ["submoduleWith", { modules: [], description: 5 }, "`description` must be a string or null, but is the number 5"],
  ["deferredModuleWith", { staticModule: [] }, "`staticModule` is not known; did you mean `staticModules`?"],
  ["attrsWith", { elemType, lasy: true }, "`lasy` is not known; did you mean `lazy`?"],
  ["attrsWith", { elemType, lazy: 1 }, "`lazy` must be true or false, but is the number 1"],
  ["attrsWith", { elemType, placeholder: null }, "`placeholder` must be a string, but is null"],
  ["attrListWith", { elemType, asAttr: true }, "`asAttr` is not known; did you mean `asAttrs`?"],
  ["attrListWith", { elemType, mergeAttrValues: 1 }, "`mergeAttrValues` must be a function, but is the number 1"],
  ["pathWith", { absolut: true }, "`absolut` is not known; did you mean `absolute`?"],
  ["pathWith", { inStore: "yes" }, '`inStore` must be true, false or null, but is the string "yes"'],
  ["serializableValueWith", { typeName: "INI", nullabel: false }, "`nullabel` is not known; did you mean `nullable`?"],
])("%s refuses %j", (taker, given, problem) => {
  expect(argumentProblemOf(() => takers[taker]?.(given))).toBe(`${taker}: ${problem}`);
});

test("what is undefined counts as left out", () => {
  expect(types.attrsWith({ elemType, lazy: undefined } as never).name).toBe("attrsOf");
  expect(types.pathWith({ absolute: undefined } as never).name).toBe("path");
});
