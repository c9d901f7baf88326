// What stands in other scripts is found there, if a reader lends them.
import { expect, test } from "vitest";
import { parseScript, type Script, type ScriptPlace } from "../../../src/source/script/index.ts";
import { oxc, readMarks } from "./marked.ts";

/** Scripts by name, in a folder of their own. The first is the one that is asked. */
type Files = Readonly<Record<string, string>>;

/** The script that is asked, and the texts that are marked in all, as `file: text`. */
function parse(files: Files): {
  readonly script: Script;
  readonly expected: readonly string[];
  readonly shown: (places: readonly ScriptPlace[]) => readonly string[];
} {
  const read = new Map(Object.entries(files).map(([file, marked]) => [`/${file}`, readMarks(marked)]));
  const imported = (specifier: string, from: string): { file: string; text: string } | null => {
    expect(from).toMatch(/^\/\w+\.ts$/);
    const file = specifier.replace(/^\.\//, "/");
    const text = read.get(file)?.text;
    return text === undefined ? null : { file, text };
  };
  const [file, { text }] = [...read][0]!;
  const script = parseScript(oxc, { file, text }, { imported });
  if (script === null) throw new Error("it cannot be parsed");
  const expected = [...read].flatMap(([name, marks]) =>
    marks.expected.map((each) => `${name}: ${each.exact ? "" : "around "}${each.text}`),
  );
  const shown = (places: readonly ScriptPlace[]): readonly string[] =>
    places.map(({ file: name, start, end, exact }) => {
      const source = read.get(name)?.text ?? "";
      return `${name}: ${exact ? "" : "around "}${source.slice(start, end)}`;
    });
  return { script, expected, shown };
}

const confix = 'import { mkForce, mkOption, types } from "confix";\n';

/** Scripts, and the definition that is looked for in the default export of the first. */
const definitions: readonly (readonly [files: Files, path: string])[] = [
  [
    {
      "a.ts": "import { base } from './b.ts';\nexport default { a: base };",
      "b.ts": "export const base = { b: ⟦1⟧ };",
    },
    "a b",
  ],
  [
    {
      "a.ts": "import { base } from './b.ts';\nexport default { a: ⟦base⟧ };",
      "b.ts": "export const base = { b: 1 };",
    },
    "a",
  ],
  [
    {
      "a.ts": "import { base } from './b.ts';\nexport default { c: ⟦1⟧, ...base };",
      "b.ts": "export const base = { b: 1 };",
    },
    "c",
  ],
  [
    {
      "a.ts": "import { base } from './b.ts';\nexport default { c: 1, ...base };",
      "b.ts": "export const base = { c: ⟦2⟧ };",
    },
    "c",
  ],
  [{ "a.ts": "import base from './b.ts';\nexport default { a: base };", "b.ts": "export default { b: ⟦1⟧ };" }, "a b"],
  [
    {
      "a.ts": "import * as b from './b.ts';\nexport default { a: b.base };",
      "b.ts": "export const base = { b: ⟦1⟧ };",
    },
    "a b",
  ],
  [
    {
      "a.ts": "import { x as y } from './b.ts';\nexport default { a: y };",
      "b.ts": "const base = { b: ⟦1⟧ };\nexport { base as x };",
    },
    "a b",
  ],
  [
    {
      "a.ts": "import { base } from './b.ts';\nexport default { a: base };",
      "b.ts": "export { base } from './c.ts';",
      "c.ts": "export const base = { b: ⟦1⟧ };",
    },
    "a b",
  ],
  [
    {
      "a.ts": "import { base } from './b.ts';\nexport default { a: base };",
      "b.ts": "export * from './c.ts';",
      "c.ts": "export const base = { b: ⟦1⟧ };",
    },
    "a b",
  ],
  [
    {
      "a.ts": "import { base } from './b.ts';\nexport default { a: base };",
      "b.ts": "import { base } from './c.ts';\nexport { base };",
      "c.ts": "export const base = { b: ⟦1⟧ };",
    },
    "a b",
  ],
  [
    {
      "a.ts": "import { base } from './b.ts';\nexport default { a: ⟨base⟩ };",
      "b.ts": "export * from './a.ts';\nexport { base } from './b.ts';",
    },
    "a b",
  ],
  [{ "a.ts": "import { base } from './b.ts';\nexport default { a: ⟨base⟩ };", "b.ts": "export const base = {" }, "a b"],
  [{ "a.ts": "import { base } from './b.ts';\nexport default { a: ⟨base⟩ };" }, "a b"],
  [
    {
      "a.ts": "import { base } from './b.ts';\nbase.b = 2;\nexport default { a: ⟨base⟩ };",
      "b.ts": "export const base = { b: 1 };",
    },
    "a b",
  ],
  [
    {
      "a.ts": "import * as b from './b.ts';\nb.base.b = 2;\nexport default { a: ⟨b.base⟩ };",
      "b.ts": "export const base = { b: 1 };",
    },
    "a b",
  ],
  [
    {
      "a.ts": "import { base } from './b.ts';\nexport default { a: base };",
      "b.ts": "export const ⟨base⟩ = { b: 1 };\nbase.b = 2;",
    },
    "a b",
  ],
  [
    {
      "a.ts": "import type { base } from './b.ts';\nexport default { a: ⟨base⟩ };",
      "b.ts": "export const base = { b: 1 };",
    },
    "a b",
  ],
  [
    {
      "a.ts": "import { base } from './b.ts';\nexport default { a: base };",
      "b.ts": `${confix}const x = 1;\nexport const base = mkForce({ b: ⟦x⟧ });`,
    },
    "a b",
  ],
  [{ "a.ts": "import web from './b.ts';\nexport default web;", "b.ts": "export default { b: ⟦1⟧ };" }, "b"],
];

test.each(definitions)("%j looking for %s", (files, path) => {
  const { script, expected, shown } = parse(files);
  expect(shown(script.defaultModule?.definitions(path.split(" ")) ?? [])).toEqual(expected);
});

/** Scripts, and the option that is looked for. */
const options: readonly (readonly [files: Files, path: string])[] = [
  [
    {
      "a.ts": `${confix}import { ports } from './b.ts';\nexport default { options: { a: ⟦mkOption()⟧, ...ports } };`,
      "b.ts": `${confix}export const ports = { tcp: mkOption() };`,
    },
    "a",
  ],
  [
    {
      "a.ts": `${confix}import { ports } from './b.ts';\nexport default { options: { a: mkOption(), ...ports } };`,
      "b.ts": `${confix}export const ports = { tcp: ⟦mkOption()⟧ };`,
    },
    "tcp",
  ],
  [
    {
      "a.ts": `${confix}import site from './b.ts';\nexport default { options: { s: mkOption({ type: types.submodule(site) }) } };`,
      "b.ts": `${confix}export default { options: { root: ⟦mkOption()⟧ } };`,
    },
    "s root",
  ],
  [
    {
      "a.ts": `${confix}import { t } from './b.ts';\nexport default { options: { s: mkOption({ type: t }) } };`,
      "b.ts": `${confix}export const t = types.attrsOf(types.submodule({ options: { root: ⟦mkOption()⟧ } }));`,
    },
    "s x root",
  ],
];

test.each(options)("%j looking for the option %s", (files, path) => {
  const { script, expected, shown } = parse(files);
  const found = script.defaultModule?.options(path.split(" ")) ?? [];
  expect(shown(found)).toEqual(expected);
  expect(found.map(({ key, call }) => [key?.file, call?.place.file])).toEqual(found.map(({ file }) => [file, file]));
});

test("other scripts are asked for only where a place may be in them, and once", () => {
  const asked: string[] = [];
  const text = "import { a } from './b.ts';\nimport './c.ts';\nexport default { x: 1, a, b: { ...a } };";
  const imported = (specifier: string): null => {
    asked.push(specifier);
    return null;
  };
  const module = parseScript(oxc, { file: "/a.ts", text }, { imported })?.defaultModule;
  expect(module?.definitions(["x"])).toMatchObject([{ exact: true, file: "/a.ts" }]);
  expect(asked).toEqual([]);
  expect(module?.definitions(["b", "x"])).toMatchObject([{ exact: false }]);
  expect(module?.definitions(["b", "y"])).toMatchObject([{ exact: false }]);
  expect(asked).toEqual(["./b.ts"]);
});
