// Plain scripts, transformed quickly, do what they do when Babel has transformed them; all others are left to it.
import { runInThisContext } from "node:vm";
import * as fc from "fast-check";
import { createJiti } from "jiti";
import { expect, test } from "vitest";
import { QuickTransform } from "../../src/host/quick-transform.ts";
import { makeTransform } from "../../src/host/transform.ts";
import { evaluate } from "./load.ts";

const quick = new QuickTransform();
const babel = createJiti(import.meta.url, { fsCache: false });
const thorough = makeTransform(() => babel);

const importable: Readonly<Record<string, unknown>> = {
  "./own.ts": {
    __esModule: true,
    self: selfOf,
    default: (x = "d") => `own ${x}`,
    a: (x = 1) => [x, "a"],
    b: { c: 2 },
    text: "t",
  },
  "./common.cjs": Object.assign(() => "called", { a: () => "common a", b: [1] }),
  "./data.json": { x: [1, 2], default: 3 },
  "./effect.ts": {},
  "..": {},
};

// Whether it is called as a method, which a file's functions never are.
function selfOf(this: unknown): unknown {
  return typeof this;
}

/** What became of a script: what it required, in order, and what it exports, or what it threw. */
function outcome(body: string): object {
  const required: string[] = [];
  const exports: Record<string, unknown> = {};
  const require = (specifier: string): unknown => {
    required.push(specifier);
    return importable[specifier];
  };
  try {
    new Function("exports", "require", "module", body)(exports, require, { exports });
  } catch (error) {
    return { required, exports: told(exports), error: message(error) };
  }
  return { required, exports: told(exports), keys: Object.getOwnPropertyNames(exports).sort() };
}

// Functions are told by what they are called and what they return, which may be functions for ever.
function told(value: unknown, depth = 0): unknown {
  if (depth > 6) return typeof value;
  if (typeof value === "function") return [value.name, value.length, attempt(value as () => unknown, depth + 1)];
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => told(each, depth + 1));
  return Object.entries(value)
    .map(([name, each]) => [name, told(each, depth + 1)])
    .sort();
}

// Files have other names in each.
function message(error: unknown): string {
  return String(error).replaceAll(/\b_\w+(?=\.)/g, "_file");
}

function attempt(code: () => unknown, depth: number): unknown {
  try {
    const made = code();
    return made instanceof Promise || typeof made === "function" ? typeof made : told(made, depth);
  } catch (error) {
    return message(error);
  }
}

function expectTheSame(text: string, file: string): void {
  const made = quick.transform(text, file) ?? "throw 'left to Babel'";
  const { code = "" } = thorough({ source: text, filename: file, ts: file.endsWith("ts"), async: false });
  expect({ text, ...outcome(made) }).toEqual({ text, ...outcome(code) });
}

const head = `import own, { a, b as c } from "./own.ts";\nimport common, { b } from "./common.cjs";\n`;

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
    `${head}let r = [];\nfor (const a of a1()) r.push(a);\nfor (let own = 0, c = () => own; r.length < 3; r.push(c(), own));\nswitch (1) { case 1: let b = 5; r.push(b) }\nfunction a1() { return [own()] }\nexport const f = ({ a, x: c = a }, [own] = [a]) => [a, c, own], g = (x = a(1)) => { const a = 5; return [x, a] };\nexport default [r, g()];`,
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

const name = fc.constantFrom("a", "c", "own", "b", "common", "x", "y", "z", "text");
const expression: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("1", '"s"', "null", "`t`"),
    name,
    tie("any").map((of) => `[${of}]`),
    fc
      .tuple(name, tie("any"))
      .map(([key, of]) => `{ ${key}: ${of}, y: 1 }`)
      .map((of) => `(${of})`),
    name.map((of) => `({ ${of} })`),
    fc.tuple(name, tie("any")).map(([of, given]) => `${of}(${given})`),
    fc.tuple(name, tie("any")).map(([of, body]) => `(${of} = 1) => ${body}`),
    fc.tuple(name, tie("any")).map(([of, body]) => `(function () { const ${of} = 2; return ${body}; })()`),
    fc.tuple(name, tie("any"), tie("any")).map(([test, yes, no]) => `(${test} ? ${yes} : ${no})`),
    fc.tuple(name, name).map(([of, member]) => `${of}?.${member}`),
  ),
})).any;

const statement = fc.oneof(
  fc
    .tuple(fc.constantFrom("", "export "), fc.constantFrom("x", "y", "z"), expression)
    .map(([word, of, value]) => `${word}const ${of} = ${value}`),
  fc
    .tuple(fc.constantFrom("", "export "), fc.constantFrom("x", "y", "z"), expression)
    .map(([word, of, value]) => `${word}function ${of}(text) { return ${value} }`),
  expression.map((value) => `export default ${value}`),
  expression.map((value) => `export default function (text) { return ${value} }`),
  fc.constantFrom("x", "y", "z").map((of) => `export { ${of} as ${of}1 }`),
  expression.map((value) => `void ${value}`),
);

test("random scripts do the same", () => {
  let compared = 0;
  const scripts = fc.array(statement, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(scripts, fc.constantFrom("/a.js", "/a.ts"), (statements, file) => {
      const text = `${head}${statements.join(";\n")};\n`;
      const made = quick.transform(text, file);
      // Two of one name, and lists before what they name, are left to Babel.
      if (made === null || !isScript(made)) return;
      compared += 1;
      expectTheSame(text, file);
    }),
    { numRuns: 1000, seed: 7 },
  );
  expect(compared).toBeGreaterThan(300);
});

function isScript(body: string): boolean {
  try {
    return typeof new Function("exports", "require", "module", body) === "function";
  } catch {
    return false;
  }
}
