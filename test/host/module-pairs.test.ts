// Which modules of a second load take the places of which of the first.
import { expect, test } from "vitest";
import { type ModulePairs, pairModules } from "../../src/host/module-pairs.ts";
import { defineModule } from "../../src/index.ts";

const nothing = { modules: [], exports: [] };

function pair(...loaded: ModulePairs): ModulePairs | null {
  return pairModules(loaded, nothing);
}

test("are those of one file, unless they are one and the same", () => {
  const [old, fresh, same] = [{ a: 1 }, { a: 2 }, {}];
  expect(pair([old, fresh], [same, same])).toEqual([[old, fresh]]);
});

test("are also what they import by value, at the same place", () => {
  const inner = [{ a: 1 }, { a: 2 }] as const;
  const leaf = inner.map((module) => defineModule({ imports: [module] }));
  const root = leaf.map((module) => ({ imports: ["./x.ts", module, { path: "./y.ts", priority: "default" }] }));
  expect(pair([root[0], root[1]])).toEqual(
    expect.arrayContaining([
      [root[0], root[1]],
      [leaf[0], leaf[1]],
      [inner[0], inner[1]],
    ]),
  );
  expect(pair([root[0], root[1]])).toHaveLength(3);
});

test("are not told of imports where some came or went", () => {
  const [old, fresh] = [{ imports: [{ a: 1 }] }, { imports: [{ a: 1 }, { b: 1 }] }];
  expect(pair([old, fresh])).toEqual([[old, fresh]]);
});

test("cannot be told where one would stand for two, or two for one", () => {
  const [old, other, fresh] = [{ a: 1 }, { a: 2 }, { a: 3 }];
  expect(pair([old, fresh], [old, other])).toBeNull();
  expect(pair([old, fresh], [other, fresh])).toBeNull();
});

test("cannot be told where somebody has one who was not loaded again", () => {
  const [old, fresh] = [{ a: 1 }, { a: 2 }];
  for (const module of [old, fresh]) {
    expect(pairModules([[old, fresh]], { modules: [module], exports: [] })).toBeNull();
    expect(pairModules([[old, fresh]], { modules: [{ imports: [module] }], exports: [] })).toBeNull();
    expect(pairModules([[old, fresh]], { modules: [], exports: [{ module }] })).toBeNull();
    expect(pairModules([[old, fresh]], { modules: [], exports: [[module]] })).toBeNull();
  }
  expect(pairModules([[old, fresh]], { modules: [{ a: 1 }], exports: [{ a: 2 }] })).toEqual([[old, fresh]]);
});
