// Scripts that are not plain, or not known to be, are left to Babel.
import { expect, test } from "vitest";
import { evaluate } from "./load.ts";
import { quick } from "./same-outcome.ts";

test.each([
  ["CommonJS", "/a.js", `module.exports = { a: 1 };`],
  ["CommonJS by extension", "/a.cjs", `import x from "y";`],
  ["nothing to import or export", "/a.ts", `const a = 1;`],
  ["a syntax error", "/a.js", `export default {;`],
  ["types in JavaScript", "/a.js", `export const a: number = 1;`],
  ["waiting at the top", "/a.js", `export default await 1;`],
  ["waiting in a loop at the top", "/a.js", `for await (const x of []) {}\nexport {};`],
  ["where it is", "/a.js", `export default import.meta.url;`],
  ["importing later", "/a.js", `export default () => import("./own.ts");`],
  ["all of a file", "/a.js", `import * as own from "./own.ts";\nexport default own.a;`],
  ["exporting what is imported", "/a.js", `import { a } from "./own.ts";\nexport { a };`],
  ["exporting from elsewhere", "/a.js", `export { a } from "./own.ts";`],
  ["exporting all from elsewhere", "/a.js", `export * from "./own.ts";`],
  ["a variable", "/a.js", `export let x = 1;\nx = 2;`],
  ["a list with a variable", "/a.js", `let x = 1;\nexport { x };\nx = 2;`],
  ["a function that is assigned to", "/a.js", `export function f() {}\n({ f } = { f: 1 });`],
  ["one that is assigned to in a loop", "/a.js", `export function f() {}\nexport const g = () => { for (f of [1]); };`],
  ["a counter", "/a.js", `export function f() {}\nf++;`],
  ["names of the code around", "/a.js", `const exports = 1;\nexport default exports;`],
  ["names that are added", "/a.js", `const _default = 1;\nexport default function () { return _default; }`],
  ["names as strings", "/a.js", `const x = 1;\nexport { x as "a-b" };`],
  ["the prototype", "/a.js", `const x = 1;\nexport { x as __proto__ };`],
  ["imports after code", "/a.js", `globalThis.x;\nimport own from "./own.ts";\nexport default own;`],
  ["enumerations", "/a.ts", `enum A { b }\nexport default A.b;`],
  ["namespaces", "/a.ts", `namespace A { export const b = 1; }\nexport default A.b;`],
  ["classes of TypeScript", "/a.ts", `export class A { x: number; constructor(private y: string) {} }`],
  ["decorators", "/a.js", `@x class A {}\nexport default A;`],
  ["overloads", "/a.ts", `export function f(a: string): void;\nexport function f(): void {}`],
  ["declarations of what is elsewhere", "/a.ts", `declare const x: number;\nexport default x;`],
  ["TypeScript's own imports", "/a.ts", `import x = require("./own.ts");\nexport default x;`],
  ["TypeScript's own exports", "/a.ts", `const x = 1;\nexport = x;`],
  ["an interface", "/a.ts", `export default interface A { b: 1 }`],
  ["disposal", "/a.js", `{ using x = null; }\nexport {};`],
  ["elements", "/a.tsx", `export default <a />;`],
  ["imports of nothing", "/a.ts", `import {} from "./own.ts";\nexport {};`],
  ["imports of nothing, with a name", "/a.js", `import { "a-b" as c } from "./own.ts";\nexport {};`],
  [
    "defaults with the name of an import that the function declares",
    "/a.js",
    `import { a } from "./own.ts";\nexport const f = (x = a) => { const a = 1; return [x, a]; };`,
  ],
  ["imports that run later", "/a.js", `import defer * as own from "./own.ts";\nexport default own;`],
  ["imports of sources", "/a.js", `import source own from "./own.ts";\nexport default own;`],
  ["assigning to an import", "/a.js", `import { a } from "./own.ts";\n({ x: [a = 1] } = {});\nexport {};`],
  ["counting an import", "/a.js", `import { a } from "./own.ts";\na++;\nexport {};`],
  ["deleting an import", "/a.js", `import { a } from "./own.ts";\ndelete a;\nexport {};`],
  ["declaring an import again", "/a.js", `import { a } from "./own.ts";\nconst a = 1;\nexport {};`],
  ["importing a name twice", "/a.js", `import a from "./own.ts";\nimport a from "./common.cjs";\nexport {};`],
  ["exporting a name twice", "/a.js", `export const a = 1;\nexport { a };`],
  ["exporting the mark of modules", "/a.js", `export const __esModule = 1;`],
  ["constants that may ask for each other", "/a.js", `export const x = 1, y = f();\nfunction f() { return 1; }`],
  ["variables with names of the code around", "/a.js", `if (globalThis) { var exports = {}; }\nexport const x = 1;`],
  ["a variable with the name of what is around", "/a.js", `var module;\nexport default typeof module;`],
  ["waiting where nothing can", "/a.js", `export default () => await(1);`],
  ["returning at the top", "/a.js", `export const x = 1;\nreturn;`],
  ["comments of HTML", "/a.js", `let y = 1;\nexport default [1 <!--y\n];`],
  ["names with escapes", "/a.js", `import { a } from "./own.ts";\nexport default \\u0061(1);`],
  ["line ends of Unicode", "/a.js", `export const x = 1;\u2028throw 1;`],
  ["types where something is returned", "/a.ts", `export const f = () => { return <\nany\n>1; };`],
  ["types where something is yielded", "/a.ts", `export function* f() { yield <\nany\n>1; }`],
  ["deep nesting", "/a.js", `export default ${"[".repeat(2000)}${"]".repeat(2000)};`],
])("left to Babel: %s", (_what, file, text) => {
  expect(quick.transform(text, file)).toBe(null);
});

test("a syntax error that only V8 finds is told with its place", async () => {
  const found = evaluate({ "host.js": `export const a = 1;\nexport default {};\nconst a = 2;\n` }, "host.js");
  await expect(found).rejects.toMatchObject({
    diagnostics: [{ code: "syntax-error", origin: { line: 3 } }],
  });
});
