// Where messages point when the place is not simply a definition: reads, renames, what is passed on, and standard input.
import { describe, expect, test } from "vitest";
import { check, placeOf } from "./marked-files.ts";

const head = 'import { mkIf, mkOption, mkRenamedOptionModule, mkAliasOptionModule, types } from "confix";\n';
const declarations = `${head}export default {
  options: {
    web: { port: mkOption({ type: types.port, default: 80 }), on: mkOption({ type: types.bool, default: true }) },
    name: mkOption({ type: types.str, default: "" }),
    limits: mkOption({ type: types.int, readOnly: true, default: 1 }),
  },
};
`;

describe("a name that is read and does not exist", () => {
  test.each([
    ["in a value", "config: { name: ({ config }) => `${⟦config.web.prot⟧}` }"],
    ["in a condition", 'config: { name: mkIf(({ config }) => ⟦config.web.no⟧, "a") }'],
    ["in the middle of a path", "config: { name: ({ config }) => ⟦config.wbe⟧.port }"],
    ["by way of a variable", "config: { name: ({ config }) => {\n  const { web } = config;\n  return ⟦web.prot⟧;\n} }"],
    ["in a default", "options: { x: mkOption({ default: ({ config }) => ⟦config.web.prot⟧ }) }"],
    [
      "in a submodule, of the submodule",
      "options: { s: mkOption({ default: {}, type: types.submodule({ options: { a: mkOption({ default: ({ config }) => ⟦config.b⟧ }) } }) }) }",
    ],
    [
      "in a submodule, of the configuration around it",
      "options: { s: mkOption({ type: types.submodule({ options: { a: mkOption({}) } }) }) }, config: { s: { a: ({ config }) => ⟦config.web.prot⟧ } }",
    ],
  ])("%s points at the read", async (_where, text) => {
    const files = { "declarations.ts": declarations, "host.ts": `${head}export default { ${text} };` };
    const { found, marks } = await check(files, ["declarations.ts", "host.ts"]);
    expect(found.map(({ code, origin }) => [code, placeOf(origin)])).toEqual([["unknown-name", marks[0]]]);
  });

  test("points at the function where what it calls reads elsewhere", async () => {
    const host = `const port = (set) => set.prot;\nexport default { config: { name: ⟦({ config }) => port(config.web)⟧ } };`;
    const { found, marks } = await check({ "declarations.ts": declarations, "host.ts": host }, [
      "declarations.ts",
      "host.ts",
    ]);
    expect(found.map(({ code, origin }) => [code, placeOf(origin)])).toEqual([["unknown-name", marks[0]]]);
  });
});

describe("a circle", () => {
  test("points at a read, not at a definition that reads nothing", async () => {
    const host = `${head}export default {
  options: { c: mkOption({ type: types.int, default: 0 }) },
  config: { c: mkIf(({ config }) => ⟦config.c⟧ > 0, 5) },
};`;
    const { found, marks } = await check({ "host.ts": host }, ["host.ts"]);
    expect(found.map(({ code, origin }) => [code, placeOf(origin)])).toEqual([["infinite-recursion", marks[0]]]);
  });

  test("through the names beside the declared options says so, and points at the read that is known", async () => {
    const host = `${head}export default {
  freeformType: types.attrsOf(types.int),
  config: { p: ({ config }) => config.q, q: ({ config }) => ⟦config.p⟧ },
};`;
    const { found, marks } = await check({ "host.ts": host }, ["host.ts"]);
    expect(found).toMatchObject([
      {
        code: "infinite-recursion",
        message:
          "Infinite recursion: what is defined beside the declared options needs `p`, which needs what is defined beside the declared options.",
        help: expect.stringContaining("`types.lazyAttrsOf`"),
      },
    ]);
    expect(placeOf(found[0]?.origin ?? null)).toBe(marks[0]);
  });

  test("does not take data for what reads", async () => {
    const host = `${head}export default {
  options: { a: mkOption({ type: types.listOf(types.int) }) },
  imports: ["./a.yaml"],
  config: { a: ({ config }) => ⟦config.a⟧ },
};`;
    const { found, marks } = await check({ "host.ts": host, "a.yaml": "a: [1]\n" }, ["host.ts"]);
    expect(found.map(({ origin }) => placeOf(origin))).toEqual([marks[0]]);
    expect(found[0]?.related.filter(({ message }) => message.startsWith("reads"))).toHaveLength(1);
  });
});

describe("a rename whose target does not exist", () => {
  test.each(["mkRenamedOptionModule", "mkAliasOptionModule"])("made by %s points at the call", async (call) => {
    const host = `${head}export default {
  imports: ["./declarations.ts", ⟦${call}(["old"], ["web", "prot"])⟧],
  config: { old: 1 },
};`;
    const { found, marks } = await check({ "declarations.ts": declarations, "host.ts": host }, ["host.ts"]);
    expect(found.map(({ code, origin }) => [code, placeOf(origin)])).toEqual([["rename-target-missing", marks[0]]]);
    expect(found[0]).toMatchObject({ path: ["old"], help: expect.stringContaining("did you mean `web.port`") });
  });
});

test("a read-only option that is set points at the definition, not at the default", async () => {
  const files = { "declarations.ts": declarations, "host.ts": "export default { limits: ⟦2⟧ };" };
  const { found, marks } = await check(files, ["declarations.ts", "host.ts"]);
  expect(found.map(({ code, origin }) => [code, placeOf(origin)])).toEqual([["read-only", marks[0]]]);
  expect(found[0]?.related).toHaveLength(2);
});

test.each([
  ["passed on", 'export { default } from "./web.ts";'],
  [
    "passed on under another name",
    'export { default as web } from "./web.ts";\nexport { web2 as default } from "./web.ts";',
  ],
])("a module that is %s is placed where it is written", async (_how, text) => {
  const web =
    'const web = { web: { port: ⟦"x"⟧ }, name: ({ config }) => ⟦config.nmae⟧ };\nexport { web as default, web as web2 };';
  const files = { "declarations.ts": declarations, "web.ts": web, "host.ts": text };
  const { found, marks } = await check(files, ["declarations.ts", "host.ts"]);
  expect(found.map(({ code, origin }) => [code, placeOf(origin)])).toEqual([
    ["wrong-type", marks[0]],
    ["unknown-name", marks[1]],
  ]);
});

test.each([
  ["YAML", "web:\n  port: x\n  prot: 1\n", ["<stdin>:2:9", "<stdin>:3:3"]],
  ["JSON", '{ "web": {\n "port": "x",\n "prot": 1 } }', ["<stdin>:2:10", "<stdin>:3:2"]],
])("what is read from standard input as %s has its lines", async (_format, stdin, places) => {
  const { found } = await check({ "declarations.ts": declarations }, ["declarations.ts", "-"], { stdin });
  expect(found.map(({ origin }) => placeOf(origin))).toEqual(places);
});

describe("what cannot be imported is all reported, each where it is named", () => {
  test.each([
    [
      "files in a list",
      "host.ts",
      'export default { imports: [⟦"./no.ts"⟧, "./fine.ts", ⟦"./nor.yaml"⟧] };',
      "file-not-found",
    ],
    ["files in data", "host.yaml", "imports:\n  - ⟦./no.ts⟧\n  - ./fine.ts\n  - ⟦./nor.yaml⟧\n", "file-not-found"],
    [
      "files in the first step of defineModule",
      "host.ts",
      'import { defineModule } from "confix";\nexport default defineModule({ imports: [⟦"./no.ts"⟧, ⟦"./nor.ts"⟧] });',
      "file-not-found",
    ],
    [
      "files in a module that is given by value",
      "host.ts",
      'export default { imports: [{ imports: [⟦"./no.ts"⟧] }, { imports: [⟦"./nor.ts"⟧] }] };',
      "unknown-base",
    ],
    [
      "files in a function module",
      "host.ts",
      'export default () => ({ imports: [⟦"./no.ts"⟧, ⟦"./nor.ts"⟧] });',
      "file-not-found",
    ],
    ["files of another kind", "host.ts", 'export default { imports: [⟦"./a.txt"⟧, ⟦"./b.txt"⟧] };', "unsupported-file"],
    ["what is no module", "host.ts", "export default { imports: [⟦1⟧, {}, ⟦[2]⟧] };", "not-a-module"],
  ])("%s", async (_what, name, text, code) => {
    const files = { [name]: text, "fine.ts": "export default {};", "a.txt": "", "b.txt": "" };
    const { found, marks } = await check(files, [name]);
    expect(marks).toHaveLength(2);
    expect(found.map((each) => [each.code, placeOf(each.origin)])).toEqual(marks.map((mark) => [code, mark]));
  });

  test("and so is what a script itself imports, with the near name", async () => {
    const host = 'import { port } from ⟦"./helprs.ts"⟧;\nexport default { port };';
    const { found, marks } = await check({ "host.ts": host, "helpers.ts": "export const port = 1;" }, ["host.ts"]);
    expect(found).toMatchObject([
      { code: "file-not-found", help: expect.stringMatching(/did you mean `.*\/helpers\.ts`/) },
    ]);
    expect(placeOf(found[0]?.origin ?? null)).toBe(marks[0]);
  });

  test("a package that is missing too", async () => {
    const { found, marks } = await check({ "host.ts": 'import x from ⟦"no-such-package"⟧;\nexport default { x };' }, [
      "host.ts",
    ]);
    expect(found.map(({ code, origin }) => [code, placeOf(origin)])).toEqual([["package-not-found", marks[0]]]);
  });
});

test("modules of another class are all reported, each at its place", async () => {
  const host = `${head}export default {
  options: {
    s: mkOption({
      default: {},
      type: types.submoduleWith({ class: "nixos", modules: [⟦{ _class: "darwin" }⟧, {}, ⟦{ _class: "home" }⟧] }),
    }),
  },
};`;
  const { found, marks } = await check({ "host.ts": host }, ["host.ts"]);
  expect(found.map(({ code, origin }) => [code, placeOf(origin)])).toEqual([
    ["class-mismatch", marks[0]],
    ["class-mismatch", marks[1]],
  ]);
  for (const { message } of found) expect(message).not.toContain("anon");
});

describe("what is wrong in the configuration of Confix", () => {
  const module = { "host.ts": "export default {};" };
  test.each([
    [
      "confix.config.ts",
      'import { defineConfig } from "confix";\nexport default defineConfig({ modules: ["./host.ts", ⟦5⟧], ⟦specalArgs⟧: {}, lint: { ⟦ruls⟧: {} } });\n',
    ],
    ["confix.config.js", "export default { ⟦modles⟧: [] };"],
    ["confix.config.yaml", "modules: [./host.ts]\n⟦modles⟧: []\nlint:\n  rules: ⟦5⟧\n"],
    ["confix.config.toml", "⟦modles⟧ = []\n"],
    ["confix.config.jsonc", '{ // here\n  ⟦"modles"⟧: [] }'],
  ])("%s", async (name, text) => {
    const { found, marks } = await check({ ...module, [name]: text }, []);
    expect(found.map(({ code, origin }) => `${code} ${placeOf(origin)}`).toSorted()).toEqual(
      marks.map((mark) => `bad-config-file ${mark}`).toSorted(),
    );
  });
});
