// Columns of what modules throw: stacks tell lines alone, since what runs is text that a tool made.
import { expect, test } from "vitest";
import { check, placeOf } from "./marked-files.ts";

const head = 'import { mkForce, mkOption, types } from "confix";\n';

test.each([
  ["a throw", 'a: () => { ⟦throw new Error("no")⟧; }'],
  [
    "one of two throws, by its message",
    'a: ({ config }) => { if (config.b) throw new Error("x"); ⟦throw new Error("no")⟧; }',
  ],
  ["the only call of the line", "a: () => ⟦new URL(`nowhere`)⟧.href"],
  ["the only call besides those of Confix", 'a: mkForce(() => ⟦JSON.parse("{")⟧)'],
  ["a member of nothing", "a: ({ config }) => ⟦config.c.d.e⟧.f"],
  ["a call of what is no function", "a: ({ config }) => `${⟦config.c.x()⟧}`"],
  ["a name that is not defined", "a: () => [String(1), ⟦nowhere⟧].join()"],
])("%s", async (_what, definition) => {
  const host = `${head}export default {
  options: { a: mkOption({ type: types.str }), b: mkOption({ type: types.bool, default: false }), c: mkOption({ default: { x: 1 } }) },
  config: {
    ${definition},
  },
};`;
  const { found, marks } = await check({ "host.ts": host }, ["host.ts"]);
  expect(found.map(({ code, origin }) => [code, placeOf(origin)])).toEqual([["value-threw", marks[0]]]);
});

test("a call of what is imported and no function is told as it is written", async () => {
  const files = {
    "host.ts": 'export default { imports: ["./a.ts", "./b.ts", "./c.ts", "./d.ts", "./e.ts"] };',
    "a.ts": 'import { types } from "confix";\nexport default { options: { a: ⟦types({ of: 1 })⟧ } };\n',
    "b.ts": 'import { one } from "./lib.ts";\nexport default () => ({ config: { x: ⟦one()⟧ } });\n',
    // Not one of the plain scripts.
    "c.ts": 'import { one } from "./lib.ts";\nenum E { one }\nexport default { a: [E.one, ⟦one(1)⟧] };\n',
    "d.ts": 'import { defineModule } from "confix";\nexport default ⟦defineModule({}).confg({ a: 1 })⟧;\n',
    "e.ts": 'import { one } from "./lib.ts";\nexport default { a: ⟦new one()⟧ };\n',
    "lib.ts": "export const one = 1;\n",
  };
  const { found, marks } = await check(files, ["host.ts"]);
  expect(found.map(({ message }) => message).join("\n")).not.toMatch(/\(0|_\w+\./);
  expect(found.map(({ message, origin }) => [/\S+ is not a \w+/.exec(message)?.[0], placeOf(origin)])).toEqual([
    ["types is not a function", marks[0]],
    ["one is not a function", marks[1]],
    ["one is not a function", marks[2]],
    ["defineModule(...).confg is not a function", marks[3]],
    ["one is not a constructor", marks[4]],
  ]);
});

test("beside what is thrown stands what is imported and nobody exports", async () => {
  const files = {
    "host.ts":
      'import { ⟦prt⟧ } from "./lib.ts";\nimport { mkOption } from "confix";\n' +
      "export default { options: { a: mkOption({}) }, config: { a: () => ⟦prt(1)⟧ } };\n",
    "lib.ts": "export const port = (at: number): number => at;\n",
  };
  const { found, marks } = await check(files, ["host.ts"]);
  expect(found.map(({ code, origin }) => [code, placeOf(origin)])).toEqual([
    ["missing-export", marks[0]],
    ["value-threw", marks[1]],
  ]);
});

test("is left out where several things in the line may have thrown", async () => {
  const host = `${head}export default {
  options: { a: mkOption({ type: types.int }) },
  config: { a: () => decodeURI("%") + decodeURI("%%") },
};`;
  const { found } = await check({ "host.ts": host }, ["host.ts"]);
  expect(found).toMatchObject([{ code: "value-threw", origin: { line: 4 } }]);
  expect(found[0]?.origin).not.toHaveProperty("column");
});

test("what a file throws while it is loaded, and what a function of Confix refuses there", async () => {
  const files = {
    "host.ts": 'export default { imports: ["./throws.ts", "./refused.ts", "./module.ts"] };',
    "throws.ts": "const x: any = undefined;\nexport default { a: ⟦x.y⟧ };\n",
    "refused.ts": `${head}export default { options: { l: mkOption({ type: types.listOf(types.str), default: ⟦types.listOf("str")⟧ }) } };`,
    "module.ts": 'export default () => {\n  ⟦throw new Error("a")⟧;\n};',
  };
  const { found, marks } = await check(files, ["host.ts"]);
  expect(found.map(({ code, origin }) => [code, placeOf(origin)])).toEqual([
    ["module-threw", marks[2]],
    ["bad-type-argument", expect.stringMatching(/^refused\.ts:2:/)],
    ["load-threw", marks[0]],
  ]);
});

test("`apply` that returns nothing is the place to change, and one that throws elsewhere names the throw", async () => {
  const files = {
    "host.ts": `${head}import { fail } from "./fail.ts";
export default { options: {
  a: mkOption({ type: types.int, default: 1, apply: ⟦(n: number) => { n + 1; }⟧ }),
  b: mkOption({ type: types.int, default: 1, apply: ⟦(n: number) => fail(n)⟧ }),
} };`,
    "fail.ts": "export function fail(n: number): number {\n  throw new Error(`not ${n}`);\n}\n",
  };
  const { found, marks } = await check(files, ["host.ts"]);
  expect(found.map(({ code, origin }) => [code, placeOf(origin)])).toEqual([
    ["undefined-value", marks[0]],
    ["value-threw", marks[1]],
  ]);
  expect(found[1]?.related.map(({ message, origin }) => [message, placeOf(origin)])).toEqual([
    ["thrown here", "fail.ts:2:3"],
  ]);
});

test("a file that exports no module, and data that is none, are placed at what stands there instead", async () => {
  const files = {
    "host.ts": 'export default { imports: ["./script.ts", "./list.json", "./imports.yaml"] };',
    "script.ts": "const port = 42;\nexport default ⟦port⟧;\n",
    "list.json": "\n  ⟦[1, 2]⟧\n",
    "imports.yaml": "a: 1\nimports: ⟦./a.ts⟧\n",
  };
  const { found } = await check(files, ["host.ts"]);
  expect(found.map(({ code, origin }) => [code, placeOf(origin)])).toEqual([
    ["bad-module-attribute", "imports.yaml:2:10"],
    ["data-not-a-module", "list.json:2:3"],
    ["bad-default-export", "script.ts:1:14"],
  ]);
});

test("a value that is a function is told how to be written, also where it was called already", async () => {
  const host = `${head}export default {
  options: { f: mkOption({ type: types.functionTo(types.int) }) },
  config: { f: ⟦() => 5⟧ },
};`;
  const { found } = await check({ "host.ts": host }, ["host.ts"]);
  expect(found).toMatchObject([{ code: "wrong-type", help: expect.stringContaining("`() => (argument) => …`") }]);
});
