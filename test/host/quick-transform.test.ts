// Plain scripts, transformed quickly, do what they do when Babel has transformed them.
import { runInThisContext } from "node:vm";
import { expect, test } from "vitest";
import { evaluate } from "./load.ts";
import { expectTheSame, head, importable, quick } from "./same-outcome.ts";

test.each([
  [
    "values",
    `export const { y, z: [w = 2] = [], ...rest } = { y: 3, q: 4 };\nexport const a = 1, b = "b", c = () => 3;`,
  ],
  [
    "imports, wherever they are named",
    `${head}export default { c, own: own("x"), all: [a, b, common, { a, b: { own } }] };`,
  ],
  ["imports in functions", `${head}export const f = (x = a) => ({ x: x(), c, t: a\`y\`, n: typeof own });`],
  [
    "names that shadow imports",
    `${head}export default [1].map((a) => { const own = a, { b } = { b: 2 }; return { a, own, b }; });`,
  ],
  [
    "functions, before they are declared",
    `export const x = f(), g = h;\nexport function f() { return k; }\nexport async function h() {}\nvar k = 5;`,
  ],
  ["a function without a name", `${head}export default function ({ x } = { x: a() }) { return [x, c]; }`],
  ["one that waits", `export default async function () { await 1; }`],
  ["a generator", `export default function* () { yield 1; }`],
  ["an arrow", `export default ({ x } = { x: 1 }) => x`],
  ["a named function", `export default function named() { return named.name; }\nexport const x = named();`],
  [
    "a list",
    `function f() { return 1; }\nconst x = 2;\nclass A { y = x; }\nexport { f, x as z, A as default };\nexport const made = new A();`,
  ],
  [
    "a class",
    `export class A { static x = 1; #y = 2; get y() { return this.#y; } }\nexport const made = [new A().y, A.x];`,
  ],
  ["a class without a name", `export default class { x = 1 }`],
  ["what is used before it is there", `export const x = y + 1;\nexport const y = 1;`],
  ["what throws", `${head}export const x = 1;\nc.d.e;\nexport const y = 2;`],
  [
    "constants that are assigned to",
    `export const x = 1;\nconst f = () => { y = 3; };\nlet y = 2;\nf();\nexport default y;`,
  ],
  ["a list before what it names", `export { x, f, x as default };\nconst x = f();\nfunction f() { return 1; }`],
  ["the names around", `const module = { __filename: 1 };\nexport default module;`],
  ["what is undefined at the top", `export default [typeof this, (() => typeof this)()];`],
  ["JSON", `import data, { x } from "./data.json" with { type: "json" };\nexport default { data, x };`],
  ["effects", `import "./effect.ts";\nimport own from "./own.ts";\nexport {};`],
  [
    "comments",
    `/* import x from "y" */ export /* a */ const /* b */ x = 1 // c\nexport default /* d */ [x] // e\n// f`,
  ],
  ["no semicolons", `export const x = 1\nexport const y = [x]\nexport default [y]\n;[1].map(String)`],
  ["more lines", `export\nconst x = 1;\nexport\ndefault\n[x];\nexport {\n  x as y,\n};`],
  ["CRLF", `import own from "./own.ts";\r\nexport const x = 1;\r\nexport default own;\r\n`],
  [
    "strings and patterns",
    "export default [`a ${1 + 1} \\${export default}`, /import (x) from/.source, 'export const x'];",
  ],
  ["a hash bang", `#!/usr/bin/env confix\nexport const x = 1;`],
  ["a directive", `"use strict";\nimport own from "./own.ts";\nexport default own;`],
  [
    "calls that begin lines without semicolons",
    `import { a } from "./own.ts";\nlet x = 1\na(x)\nif (x) { x = a\na(1) } else\na(2)\nswitch (x) { case 2: x = [1]\na(3) }\nconst f = () => { x = 3\na /* b */ (4) }\nf()\na\n(5)\nexport default x`,
  ],
  ["calls of what is not there", `import { nothing } from "./own.ts";\nexport const x = 1;\nnothing(1);`],
  [
    "calls of what is imported, in other forms",
    `import { self } from "./own.ts";\nexport default [self?.(), (self)(), (self)?.(), self\`x\`, (self)\`x\`, self.call(1), new self() instanceof self];\nself\`y\`\nself?.()`,
  ],
  [
    "names that shadow imports, in other scopes",
    `${head}let r = [];\nfor (const a of a1()) r.push(a);\nfor (let own = 0, c = () => own; r.length < 3; r.push(c(), own));\nswitch (1) { case 1: let b = 5; r.push(b) }\nfunction a1() { return [own()] }\nexport const f = ({ a, x: c = a }, [own] = [a]) => [a, c, own];\n{ function own() { return 3 } r.push(own()) }\nexport const g = () => { for (var a of [1]); return a };\ntry { throw { a: 1 } } catch ({ a, own = 2 }) { r.push(a, own) }\na: for (;;) break a;\nexport default [r, g(), (function own() { return typeof own })(), class a { static b = a.name }.b, own(1)];`,
  ],
  [
    "names of the code around, imported",
    `import { exports, require as module } from "./own.ts";\nexport default [exports, module];`,
  ],
  ["imports with quotes", `import x from "./it's \\"\\u0061.ts";\nexport default x;`],
  [
    "imports with names of what Node knows",
    `import { async, of, type } from "./own.ts";\nexport default [() => async(1), { of }, typeof type];`,
  ],
  ["where a path has no name", `import { x } from "..";\nexport const y = 1;\nx();`],
  ["only imports", `import "./effect.ts";\nimport own from "./own.ts";\nown();`],
  ["a byte order mark", `\uFEFFimport { a } from "./own.ts";\nexport default a(1);\nnull.x;`],
  ["a generator that waits, without a name", `export default async function * () { yield 1 }\n(1)\nexport const y = 1`],
  ["newer operators", `export default [null?.x ?? 1, 2 ** 3, 1_000, (() => { let x; x ??= 4; return x; })()];`],
])("JavaScript: %s", (_what, text) => {
  expectTheSame(text, "/a.js");
});

test.each([
  [
    "types",
    `import own, { type a, b } from "./own.ts";\nimport type { Z } from "./z.ts";\nimport { Y } from "./y.ts";\ntype Q = Y | Z;\ninterface R { a: typeof a }\nexport type { Q };\nexport interface S extends R {}\nexport type T = Q;\nexport default own satisfies Q as T;\nexport const x: S = b!;`,
  ],
  [
    "functions",
    `export default function <T extends string>(this: void, x?: T, ...rest: readonly T[]): x is T { return rest.length === 0; }\nexport const f = async <T,>(x: T): Promise<T> => x, g = (x: number): x is 1 => x === 1;`,
  ],
  [
    "casts",
    `import { a } from "./own.ts";\nexport default [<any>a(1), (a as unknown as () => any)(), a<number>(2), a!(3)];`,
  ],
  [
    "conditions that look like types",
    `const x = 1, y = 2, f = (z: number) => z;\nexport default [x ? (y) : f(3), x ? (y): number => y : 0, x < y, (x) > (y), x ? { a: (y) } : f];`,
  ],
  ["declarations before imports", `type A = string;\nimport own from "./own.ts";\nexport default own as A;`],
  ["only types", `export type A = 1;\nimport "./effect.ts";`],
  [
    "calls of what is imported, with types",
    `import { self } from "./own.ts";\nexport default [self!(), (self as any)(), (self!)(), (<any>self)(), self<any>(), self!<any>(), (self satisfies any)(), (self as any)<any>(), self?.<any>(), self<any>\`x\`];`,
  ],
  [
    "lines without semicolons after types",
    `import { a } from "./own.ts"\nlet x = a as any\n(1)\nx = [1, 2] as const\n;[0].map(String)\nx = a satisfies any\n\`t\`\nif (x) x = a as any // c\n/* d */ (2)\nconst y = x\ntype T = 1\n(3)\ntype U = {}\n/u/g.test("")\ninterface V {}\n[0].map(String)\nexport type W = 1\n(4)\nexport type { T }\n(5)\nexport type * from "./own.ts"\n(6)\nexport const z = () => { const v = x\ntype T = 1\n+1\nreturn v }\nexport default [x, y, z()]`,
  ],
  [
    "types in brackets that end later",
    `export const f = <\n  T,\n>(x: T): {\n  y: T\n} => ({ y: x });\nthrow new Error("here");`,
  ],
  [
    "imports that are only types, in several forms",
    `import T, { type a, type as, type as as b } from "./own.ts";\nimport { type U } from "./common.cjs";\nimport type V from "./common.cjs";\nimport { default as common } from "./common.cjs";\nexport default common(1) as T | U | V | typeof a;`,
  ],
  [
    "imports of a file twice",
    `import { T } from "./own.ts";\nimport "./effect.ts";\nimport { a } from "./own.ts";\nexport default a as T;\nexport const f = async <T>(a: T): Promise<T> => a;\nexport const g = a(1);`,
  ],
  [
    "abstract types",
    `export default {} as Record<"a" | \`b\${string}\`, { readonly [K in keyof T]?: T[K] extends infer U ? U : never }>;\ntype T = abstract new () => void;`,
  ],
])("TypeScript: %s", (_what, text) => {
  expectTheSame(text, "/a.ts");
});

test.each([
  [
    "JavaScript",
    "/a.js",
    `import { a } from "./own.ts";\n\nexport const x = () => 1\na(\n1)\nexport default\n() => 1;\nthrow new Error("here");`,
  ],
  [
    "types",
    "/a.ts",
    `interface A {\n x: 1\n}\nexport type B =\n | 1\n | 2;\nexport const f = <\n  T,\n>(x: T): {\n  y: T\n} => ({ y: x });\nf<\n A\n>({ x: 1 });\nthrow new Error("here");`,
  ],
])("errors are thrown where they are written: %s", (_what, file, text) => {
  const body = quick.transform(text, file) ?? "";
  const line = text.split("\n").length;
  expect(() =>
    runInThisContext(`(function (exports, require) { ${body}\n})`, { filename: file })(
      {},
      () => importable["./own.ts"],
    ),
  ).toThrow(expect.objectContaining({ stack: expect.stringContaining(`${file}:${line}:`) }));
});

test("names of what is exported are in the order of modules", () => {
  const exports = {};
  const text = `export const z = 1;\nexport function y() {}\nconst w = 2;\nexport { w, y as b };\nexport default 3;`;
  new Function("exports", quick.transform(text, "/a.js") ?? "")(exports);
  expect(Object.keys(exports)).toEqual(["b", "default", "w", "y", "z"]);
});

test("files that import each other see each other's functions", async () => {
  const given = {
    "a.ts": `import b, { twice } from "./b.ts";\nexport default function () { return { imports: [b] }; }\nexport function one(): number { return 1; }\nexport const two: number = twice(1);\n`,
    "b.ts": `import { mkOption, types } from "confix";\nimport a, { one, two } from "./a.ts";\nexport const twice = (x: number): number => x * 2 * one();\nexport default { options: { x: mkOption({ type: types.anything, default: () => [two, typeof a] }) } };\n`,
  };
  expect(await evaluate(given, "a.ts")).toEqual({ x: [2, "function"] });
});
