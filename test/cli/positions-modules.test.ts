// Where messages about modules themselves point: their attributes, their class, the arguments that their functions ask for.
import { describe, expect, test } from "vitest";
import { check, placeOf } from "./marked-files.ts";

const head = 'import { defineModule, mkIf, mkOption, types } from "confix";\n';

type Row = readonly [name: string, codes: string, files: Readonly<Record<string, string>>];

// All that is wrong is found in one run: what a faulty module imports is looked at as well.
const attributes: readonly Row[] = [
  [
    "what stands beside the options, and what the module imports",
    "unsupported-attribute file-not-found",
    { "host.ts": `export default {\n  options: {},\n  ⟦services⟧: {},\n  imports: [⟦"./nope.ts"⟧],\n};` },
  ],
  [
    "what a spread brings in",
    "unsupported-attribute",
    { "host.ts": `const rest = { ⟦port⟧: 3 };\nexport default { config: {}, ...rest };` },
  ],
  [
    "a name that is computed",
    "unsupported-attribute",
    {
      "host.ts": `const made = (name) => ({ options: {}, ...Object.fromEntries([[⟦name⟧, 1]]) });\nexport default { imports: [made("zz")] };`,
    },
  ],
  [
    "one fault in each of two modules that import one another",
    "unsupported-attribute unsupported-attribute",
    {
      "host.ts": `export default { imports: ["./other.ts"], config: {}, ⟦x⟧: 1 };`,
      "other.ts": `export default () => ({ imports: ["./host.ts"], config: {}, ⟦y⟧: 1 });`,
    },
  ],
  [
    "attributes of another kind",
    "bad-module-attribute bad-module-attribute bad-module-attribute bad-module-attribute",
    {
      "host.ts": `export default {\n  key: ⟦[]⟧,\n  _class: ⟦5⟧,\n  disabledModules: ⟦"./x.ts"⟧,\n  imports: ⟦"./other.ts"⟧,\n};`,
    },
  ],
  [
    "what is no module in `disabledModules`",
    "bad-disabled-module bad-disabled-module bad-disabled-module",
    {
      "host.ts": `export default { imports: ["./more.yaml"], disabledModules: ["./x.ts", ⟦{ ky: "x" }⟧, ⟦null⟧] };`,
      "more.yaml": `disabledModules:\n  - x\n  - ⟦{ ky: x }⟧\n`,
    },
  ],
  [
    "a priority of an import",
    "bad-argument bad-argument bad-argument",
    {
      "host.ts": `export default { imports: ["./more.yaml", { path: "./x.yaml", priority: ⟦"defualt"⟧ }, { path: "./x.yaml", ⟦priorty⟧: "default" }] };`,
      "more.yaml": `imports:\n  - path: x.yaml\n    priority: ⟦forced⟧\n`,
      "x.yaml": "{}\n",
    },
  ],
  ["an attribute of a data file", "bad-module-attribute", { "host.yaml": `imports: ⟦./other.yaml⟧\n` }],
  [
    "attributes of a module that defines a submodule",
    "bad-module-attribute unsupported-attribute",
    {
      "host.ts": `${head}const sub = types.attrsOf(types.submoduleWith({ modules: [{ options: { n: mkOption({ type: types.int, default: 1 }) } }] }));
export default {
  options: { s: mkOption({ type: sub }) },
  config: { s: { a: { imports: ⟦"q"⟧ }, b: mkIf(true, { config: {}, ⟦n⟧: 1 }) } },
};`,
    },
  ],
  [
    "what a module that defines a submodule imports",
    "not-a-module wrong-type",
    {
      "host.ts": `${head}const sub = types.attrsOf(types.submoduleWith({ modules: [{ options: { n: mkOption({ type: types.int, default: 1 }) } }] }));
export default {
  options: { s: mkOption({ type: sub }) },
  config: { s: { a: { imports: [{}, ⟦5⟧] }, b: { imports: [{ n: ⟦"x"⟧ }] } } },
};`,
    },
  ],
];

const submodule = (given: string): string =>
  `mkOption({ default: {}, type: types.submoduleWith({ class: "nixos", modules: [${given}] }) })`;

const classes: readonly Row[] = [
  [
    "the import of a module that stands elsewhere",
    "class-mismatch class-mismatch",
    {
      "host.ts": `${head}import { home } from "./home.ts";
const other = { _class: "darwin" };
export default { options: { s: ${submodule("{ imports: [⟦other⟧, ⟦home⟧] }")} } };`,
      "home.ts": `export const home = { _class: "home" };`,
    },
  ],
  [
    "a module of the type",
    "class-mismatch",
    {
      "host.ts": `${head}const other = { _class: "darwin" };\nexport default { options: { s: ${submodule("{}, ⟦other⟧")} } };`,
    },
  ],
  [
    "the import in a definition",
    "class-mismatch class-mismatch",
    {
      "host.ts": `${head}const other = { _class: "darwin" };
export default {
  options: { s: ${submodule("{}")}, t: ${submodule("{}")} },
  config: { s: { imports: [⟦other⟧] }, t: () => ({ imports: [⟦other⟧] }) },
};`,
    },
  ],
];

const declared = `${head}export default {
  options: Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [name, mkOption({ type: types.int, default: 1 })])),
  config: { _module: { args: { fine: 5 } } },
};
`;

const asked: readonly Row[] = [
  ["a parameter", "missing-argument", { "host.ts": `export default { a: ({ config, ⟦fien⟧ }) => fien };` }],
  ["one under another name", "missing-argument", { "host.ts": `export default { a: ({ ⟦fien⟧: x, ...rest }) => x };` }],
  ["one that is taken apart", "missing-argument", { "host.ts": `export default { a: ({ ⟦fien⟧: { x } }) => x };` }],
  ["one with a default", "missing-argument", { "host.ts": `export default { a: ({ ⟦fien⟧ = 5 }) => fien };` }],
  ["a member", "missing-argument", { "host.ts": `export default { a: (args) => ⟦args.fien⟧ + 1 };` }],
  [
    "a variable",
    "missing-argument",
    { "host.ts": `export default { a: (args) => { const { ⟦fien⟧ } = args; return fien; } };` },
  ],
  ["a condition", "missing-argument", { "host.ts": `${head}export default { a: mkIf(({ ⟦fien⟧ }) => fien, 5) };` }],
  [
    "a default of an option in a submodule",
    "missing-argument",
    {
      "host.ts": `${head}const site = { options: { x: mkOption({ type: types.int, default: ({ ⟦nmae⟧ }) => 5 }) } };
export default { options: { s: mkOption({ type: types.submodule(site), default: {} }) } };`,
    },
  ],
  [
    "too early, a parameter of a module",
    "early-read",
    { "host.ts": `export default ({ config, ⟦fine⟧ }) => ({ a: fine });` },
  ],
  [
    "too early, in the body of a module",
    "early-read",
    { "host.ts": `export default function (args) {\n  if (⟦args.fine⟧) return { a: 1 };\n  return {};\n}` },
  ],
  [
    "too early, an option in the body of a module",
    "early-read",
    { "host.ts": `export default function ({ config }) {\n  if (⟦config.a⟧ > 1) return { b: 1 };\n  return {};\n}` },
  ],
];

async function report(files: Row[2]): Promise<{ readonly found: string; readonly marked: string }> {
  const main = Object.keys(files).filter((name) => name.startsWith("host"));
  const { found, marks } = await check({ "declared.ts": declared, ...files }, ["declared.ts", ...main]);
  const lines = found.map(({ code, origin }) => `${code} ${placeOf(origin)}`);
  return { found: lines.toSorted().join("\n"), marked: marks.join("\n") };
}

describe.each([
  ["an attribute", attributes],
  ["a class", classes],
  ["an argument", asked],
])("the place of %s", (_what, rows) => {
  test.each(rows)("%s", async (_name, codes, files) => {
    const { found, marked } = await report(files);
    const places = marked.split("\n");
    const expected = codes.split(" ").map((code, at) => `${code} ${places[at] ?? ""}`);
    expect(found).toBe(expected.toSorted().join("\n"));
  });
});
