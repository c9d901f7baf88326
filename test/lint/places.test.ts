// Each finding stands at its line and column, wherever the declaration is written.
import { expect, test } from "vitest";
import { imports, lintFiles } from "./lint-files.ts";

const type = "option/missing-type";

/** Files, and where the one option without a type stands: at `⟦`. */
const rows: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["in a plain module", { "a.ts": 'export default { options: { a: { ⟦b: mkOption({ description: "B of a." }) } } };' }],
  [
    "in a defined module",
    { "a.ts": 'export default defineModule({ options: { ⟦b: mkOption({ description: "B of a." }) } });' },
  ],
  [
    "in a function module",
    { "a.ts": 'export default () => ({ options: { ⟦b: mkOption({ description: "B of a." }) } });' },
  ],
  ["under a name in quotes", { "a.ts": 'export default { options: { ⟦"b": mkOption({ description: "B of a." }) } };' }],
  ["in a variable", { "a.ts": 'const b = mkOption({ description: "B of a." });\nexport default { options: { ⟦b } };' }],
  [
    "in a submodule",
    {
      "a.ts": `const s = types.submodule({ options: { ⟦b: mkOption({ description: "B of a." }) } });
export default { options: { a: mkOption({ type: types.attrsOf(s), default: {}, description: "All of it." }) } };`,
    },
  ],
  [
    "in a defined submodule",
    {
      "a.ts": `const s = defineSubmodule({ options: { ⟦b: mkOption({ description: "B of a." }) } }).config({ b: 1 });
export default { options: { a: mkOption({ type: types.listOf(types.submodule(s)), default: [], description: "All of it." }) } };`,
    },
  ],
  [
    "in a tagged union",
    {
      "a.ts": `const t = types.attrTag({ ⟦b: mkOption({ description: "B of a." }) });
export default { options: { a: mkOption({ type: t, description: "One of it." }) } };`,
    },
  ],
  [
    "in a module imported by path",
    {
      "a.ts": 'export default { imports: ["./b.ts"] };',
      "b.ts": 'export default { options: { ⟦b: mkOption({ description: "B of a." }) } };',
    },
  ],
  [
    "in a defined module imported by value",
    {
      "a.ts": 'import b from "./b.ts";\nexport default { imports: [b] };',
      "b.ts": 'export default defineModule({ options: { ⟦b: mkOption({ description: "B of a." }) } });',
    },
  ],
  [
    "in a plain module imported by value",
    {
      "a.ts": 'import { b } from "./b.ts";\nexport default { imports: [b] };',
      "b.ts": 'export const b = { options: { ⟦b: mkOption({ description: "B of a." }) } };',
    },
  ],
  [
    "in a submodule of another file",
    {
      "a.ts":
        'import { s } from "./b.ts";\nexport default { options: { a: mkOption({ type: types.submodule(s), description: "All of it." }) } };',
      "b.ts": 'export const s = defineSubmodule({ options: { ⟦b: mkOption({ description: "B of a." }) } });',
    },
  ],
  [
    "made by a helper of another file",
    {
      "a.ts": 'import { make } from "./b.ts";\nexport default { options: { b: make() } };',
      "b.ts": 'export function make() {\n  return ⟦mkOption({ description: "B of a." });\n}',
    },
  ],
  [
    "made in a loop",
    {
      "a.ts":
        'const options = {};\nfor (const name of ["b", "c"]) {\n  options[name] = ⟦mkOption({ description: "One of them." });\n}\nexport default { options };',
    },
  ],
  [
    "in lines that end as Windows has it",
    { "a.ts": 'export default {\r\n  options: {\r\n    ⟦b: mkOption({ description: "B of a." }),\r\n  },\r\n};\r\n' },
  ],
  [
    "behind a mark of the byte order",
    { "a.ts": '\uFEFFexport default { options: { ⟦b: mkOption({ description: "B of a." }) } };' },
  ],
  ["in JavaScript", { "a.mjs": 'export default { options: { ⟦b: mkOption({ description: "B of a." }) } };' }],
];

test.each(rows)("%s", async (_name, marked) => {
  const files = Object.fromEntries(Object.entries(marked).map(([name, text]) => [name, withImports(text)]));
  const expected = Object.entries(files).flatMap(([name, text]) => {
    const at = text.indexOf("⟦");
    const lines = text.slice(0, at).split("\n");
    const column = (lines.at(-1) ?? "").replace("\uFEFF", "").length + 1;
    return at === -1 ? [] : [`${type} ${name}:${lines.length}:${column}`];
  });
  const unmarked = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replace("⟦", "")]));
  const { found } = await lintFiles(unmarked);
  expect(found).toEqual(expected);
});

// In the first line, so that marks and columns of it count as well.
function withImports(text: string): string {
  const names = ["defineModule", "defineSubmodule", "mkOption", "types"].filter((name) => text.includes(name));
  const line = names.length === 0 ? "" : `import { ${names.join(", ")} } from "confix"; `;
  return text.startsWith("\uFEFF") ? `\uFEFF${line}${text.slice(1)}` : `${line}${text}`;
}

test("an attribute is where it is written", async () => {
  const { json, found } = await lintFiles({
    "a.ts": `${imports}const pkg = { type: "derivation", name: "x" };
export default {
  options: {
    a: mkOption({
      type: types.package,
      default: pkg,
      example: pkg,
      description: "Which one it is.",
    }),
  },
};
`,
  });
  expect(found).toEqual(["option/default-text a.ts:7:7", "option/example-literal a.ts:8:7"]);
  expect(json.diagnostics[0]?.origin).toMatchObject({ endLine: 7, endColumn: 19 });
});

test("a declaration under two names, and one in a submodule of two options, is judged once", async () => {
  const { found } = await lintFiles({
    "a.ts": `${imports}const b = mkOption({ description: "B of a." });
const s = types.submodule({ options: { c: b } });
const all = mkOption({ type: s, default: {}, description: "All of it." });
export default { options: { x: all, y: mkOption({ type: types.attrsOf(s), default: {}, description: "More." }) } };
`,
  });
  expect(found).toEqual([`${type} a.ts:3:40`]);
});

test("what cannot be listed is said, and everything else is judged", async () => {
  const { found, exitCode } = await lintFiles({
    "a.ts": `${imports}export default {
  options: {
    a: types.str,
    b: { c: mkOption({ description: "C of b." }) },
    d: mkOption({ type: () => { throw new Error("no"); }, default: 1, example: 2 }),
    e: mkOption({ default: () => { throw new Error("no"); }, defaultText: "x", example: () => { throw new Error("no"); }, description: "E." }),
  },
};
`,
  });
  expect(exitCode).toBe(1);
  expect(found).toEqual([
    "not-an-option a.ts:4:5",
    `${type} a.ts:5:10`,
    "lint/skipped a.ts:6:19",
    `${type} a.ts:7:5`,
    "option/placeholder-description a.ts:7:123",
  ]);
});
