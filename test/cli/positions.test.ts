// Where messages point: the line and column of what is to be changed, whatever wrote it.
import { describe, expect, test } from "vitest";
import { check, placeOf } from "./marked-files.ts";

const head =
  'import { mkDefault, mkForce, mkIf, mkMerge, mkOption, defineModule, defineSubmodule, types } from "confix";\n';

const declarations = `${head}export default {
  options: {
    port: mkOption({ type: types.port, default: 80 }),
    name: mkOption({ type: types.str, default: "" }),
    list: mkOption({ type: types.listOf(types.int), default: [] }),
    attrs: mkOption({ type: types.attrsOf(types.int), default: {} }),
    sites: mkOption({ type: types.attrsOf(types.submodule({ options: { root: mkOption({ type: types.str, default: "" }) } })), default: {} }),
    on: mkOption({ type: types.bool, default: true }),
  },
};
`;

const rows: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ["a value in a plain object", "wrong-type", { "host.ts": `export default { port: ⟦"x"⟧ };` }],
  ["a value under config", "wrong-type", { "host.ts": `export default { config: {\n  port: ⟦"x"⟧,\n} };` }],
  [
    "a value in properties",
    "wrong-type",
    { "host.ts": `${head}export default { config: mkIf(true, { port: mkForce(⟦"x"⟧) }) };` },
  ],
  [
    "one of the contents of mkMerge",
    "wrong-type",
    { "host.ts": `${head}export default { config: mkMerge([{ name: "a" }, { port: ⟦"x"⟧ }]) };` },
  ],
  ["mkMerge at the option", "wrong-type", { "host.ts": `${head}export default { list: mkMerge([[1], ⟦"x"⟧]) };` }],
  ["a value of a function module", "wrong-type", { "host.ts": `export default () => ({ port: ⟦"x"⟧ });` }],
  [
    "a value in the second step of defineModule",
    "wrong-type",
    { "host.ts": `${head}export default defineModule({}).config({ port: ⟦"x"⟧ } as never);` },
  ],
  ["an element of a list", "wrong-type", { "host.ts": `export default { list: [1, ⟦"x"⟧] };` }],
  ["an element that a function returns", "wrong-type", { "host.ts": `export default { list: () => [1, ⟦"x"⟧] };` }],
  ["a key of an attribute set", "wrong-type", { "host.ts": `export default { attrs: { a: 1, "b c": ⟦"x"⟧ } };` }],
  ["an option in a submodule", "wrong-type", { "host.ts": `export default { sites: { blog: { root: ⟦5⟧ } } };` }],
  [
    "through a variable of the file",
    "wrong-type",
    { "host.ts": `const base = { port: ⟦"x"⟧ };\nexport default { config: { ...base } };` },
  ],
  [
    "in a module that is imported by value",
    "wrong-type",
    {
      "host.ts": `import web from "./web.ts";\nexport default { imports: [web] };`,
      "web.ts": `export default { port: ⟦"x"⟧ };`,
    },
  ],
  [
    "in a defined module that is imported by value",
    "wrong-type",
    {
      "host.ts": `import { web } from "./web.ts";\nexport default { imports: [web] };`,
      "web.ts": `${head}export const web = defineModule({}).config({ port: ⟦"x"⟧ } as never);`,
    },
  ],
  ["in a module written in imports", "wrong-type", { "host.ts": `export default { imports: [{ port: ⟦"x"⟧ }] };` }],
  ["in YAML", "wrong-type", { "host.yaml": `name: a\nport: ⟦x⟧\n` }],
  ["in a list in YAML", "wrong-type", { "host.yaml": `list:\n  - 1\n  - ⟦x⟧\n` }],
  ["in JSON", "wrong-type", { "host.json": `{ "sites": { "blog": { "root": ⟦5⟧ } } }` }],
  ["in TOML", "wrong-type", { "host.toml": `[sites.blog]\nroot = ⟦5⟧\n` }],
  ["the name of an undeclared option", "undeclared-option", { "host.ts": `export default { config: { ⟦prot⟧: 1 } };` }],
  [
    "the same in properties",
    "undeclared-option",
    { "host.ts": `${head}export default { config: mkIf(true, { ⟦prot⟧: mkDefault(1) }) };` },
  ],
  ["the same in YAML", "undeclared-option", { "host.yaml": `name: a\n⟦prot⟧: 1\n` }],
  [
    "the same in a submodule",
    "undeclared-option",
    { "host.ts": `export default { sites: { blog: { ⟦rot⟧: "/" } } };` },
  ],
  [
    "the declaration of what has no value",
    "missing-value",
    { "host.ts": `${head}export default { options: { ⟦need⟧: mkOption({ type: types.int }) } };` },
  ],
  [
    "the same in a submodule",
    "missing-value",
    {
      "host.ts": `${head}const site = defineSubmodule({ options: { ⟦need⟧: mkOption({ type: types.int }) } });\nexport default { options: { s: mkOption({ type: types.attrsOf(types.submodule(site)) }) }, config: { s: { a: {} } } };`,
    },
  ],
  [
    "a default of the wrong type",
    "wrong-type",
    { "host.ts": `${head}export default { options: { o: mkOption({ type: types.int, default: ⟦"x"⟧ }) } };` },
  ],
  [
    "a condition that is none",
    "condition-not-boolean",
    { "host.ts": `${head}export default { config: mkIf(⟦() => 1⟧, { port: 1 }) };` },
  ],
  [
    "what reads too early",
    "early-read",
    { "host.ts": `export default ({ config }) => ({ port: ⟦config.port⟧ + 1 });` },
  ],
  [
    "a read-only option",
    "read-only",
    {
      "host.ts": `${head}export default { options: { r: mkOption({ type: types.int, readOnly: true }) }, config: mkMerge([{ r: ⟦1⟧ }, { r: 2 }]) };`,
    },
  ],
];

describe("the place of", () => {
  test.each(rows)("%s", async (_name, code, files) => {
    const [main = ""] = Object.keys(files);
    const { found, marks } = await check({ ...files, "declarations.ts": declarations }, ["declarations.ts", main]);
    expect(found.map((each) => [each.code, placeOf(each.origin)])).toEqual(marks.map((mark) => [code, mark]));
  });

  test("every read in a circle", async () => {
    const circle = `${head}const int = mkOption({ type: types.int });
export default {
  options: { a: int, b: int, c: int },
  config: {
    a: ({ config }) => ⟦config.b⟧ + 1,
    b: mkIf(true, ({ config: { c } }) => c),
    c: mkIf(({ config }) => ⟦config.a⟧ > 1, 1),
  },
};
`;
    const { found, marks } = await check({ "host.ts": circle }, ["host.ts"]);
    const [only] = found;
    expect([found.length, only?.code]).toEqual([1, "infinite-recursion"]);
    const places = only?.related.map(({ origin }) => placeOf(origin)) ?? [];
    expect(places).toEqual(expect.arrayContaining([...marks]));
    expect(marks.concat(places)).toContain(placeOf(only?.origin ?? null));
  });

  test("every definition that conflicts, across kinds of files", async () => {
    const files = { "declarations.ts": declarations, "a.ts": "export default { port: 1 };", "b.yaml": "port: 2\n" };
    const { found } = await check(files, ["declarations.ts", "a.ts", "b.yaml"]);
    expect(found).toMatchObject([{ code: "conflict" }]);
    expect(found[0]?.related.map(({ origin }) => placeOf(origin)).toSorted()).toEqual(["a.ts:1:24", "b.yaml:1:7"]);
  });

  test("what nobody can place is the nearest that is known", async () => {
    const made = `const data = '{"port": "x"}';\nexport default {\n  config: ⟦JSON.parse(data)⟧,\n};`;
    const { found, marks } = await check({ "declarations.ts": declarations, "host.ts": made }, [
      "declarations.ts",
      "host.ts",
    ]);
    const [line] = (marks[0] ?? "").split(":").slice(1);
    expect(found).toMatchObject([{ code: "wrong-type", origin: { line: Number(line) } }]);
  });
});

describe("the place of what modules say themselves is", () => {
  test("the element of `assertions`, or of `warnings`", async () => {
    const host = `export default {
  imports: ["confix/modules/assertions"],
  config: {
    assertions: [{ assertion: true, message: "a" }, ⟦{ assertion: false, message: "b" }⟧],
    warnings: ["c", ⟦"d"⟧],
  },
};
`;
    const { found, marks } = await check({ "host.ts": host }, ["host.ts"]);
    expect(found.map(({ code, origin }) => [code, placeOf(origin)])).toEqual([
      ["failed-assertion", marks[0]],
      ["module-warning", expect.stringMatching(/^host\.ts:5:16$/)],
      ["module-warning", marks[1]],
    ]);
  });

  test.each([
    ["renamed", 'mkRenamedOptionModule(["old"], ["port"])', "option-renamed"],
    ["changed", 'mkChangedOptionModule(["old"], ["port"], (config) => config.old + 1)', "option-changed"],
    ["removed", 'mkRemovedOptionModule(["old"], "Gone.")', "removed-option"],
  ])("where an option that was %s is defined", async (_what, rename, code) => {
    for (const imports of ["", '"confix/modules/assertions", ']) {
      const renames = `import * as confix from "confix";\nexport default { imports: [${imports}confix.${rename}] };\n`;
      const files = { "declarations.ts": declarations, "renames.ts": renames, "host.yaml": "name: a\n⟦old⟧: 1\n" };
      const { found, marks } = await check(files, ["declarations.ts", "renames.ts", "host.yaml"]);
      expect(found.map((each) => [each.code, placeOf(each.origin)])).toEqual([[code, marks[0]]]);
    }
  });
});
