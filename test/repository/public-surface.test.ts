// Compares what Confix exports with the list that stands beside this file.
import { systems, types } from "confix";
import { describe, expect, test } from "vitest";
import { readText } from "./files.ts";
import * as members from "./public-members.ts";
import * as surface from "./public-surface.ts";
import { readExports } from "./read-exports.ts";

describe("the public surface", () => {
  test("of `confix` is the written one", () => {
    const { values, types: typeNames, stars } = readExports("src/index.ts", readText("src/index.ts"));
    expect(values).toEqual(surface.values);
    expect(typeNames).toEqual(surface.typeNames);
    expect(stars).toEqual([]);
  });

  test("of `confix/node` is that of `confix` and the written one", () => {
    const { values, types: typeNames, stars } = readExports("src/node.ts", readText("src/node.ts"));
    expect(values).toEqual(surface.nodeValues);
    expect(typeNames).toEqual(surface.nodeTypeNames);
    expect(stars).toEqual(["./index.ts"]);
  });

  test("of `types` is the written one", () => {
    expect(Object.keys(types).toSorted()).toEqual(members.optionTypes);
  });

  test("of `systems` is the written one", () => {
    expect(Object.keys(systems).toSorted()).toEqual(members.systemsMembers);
  });
});

test("readExports tells values, types and whole files apart", () => {
  const text = `
    export const b = 1, a = 2;
    export function c() {}
    export default c;
    export interface T { readonly x: number }
    export { d, type U } from "./d.ts";
    export type { V as W } from "./e.ts";
    export * from "./f.ts";
    export * as g from "./g.ts";
  `;
  expect(readExports("a.ts", text)).toEqual({
    values: ["a", "b", "c", "d", "default", "g"],
    types: ["T", "U", "W"],
    stars: ["./f.ts"],
  });
});
