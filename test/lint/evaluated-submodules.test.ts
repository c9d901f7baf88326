// The rules that need values, inside submodules: what stands in an instance is judged there, what stands in the submodule
// itself only where it holds for all instances.
import { describe, expect, test } from "vitest";
import { findInConfiguration } from "./evaluated.ts";
import { lintFiles } from "./lint-files.ts";

/** A host with a submodule (its options from line 3, its own configuration from line 5), and an option `sites`, defined from line 8. Definitions are found at their values. */
function host(type: string, options: string, own: string, config: string, more = ""): Readonly<Record<string, string>> {
  return {
    "a.ts": `const site = types.submodule(defineSubmodule({ options: {
${options}
} }).config({
${own}
}));
export default { options: { sites: mkOption({ type: ${type}${more} }) }, config: {
${config}
} };
`,
  };
}

const many = "types.attrsOf(site)";
const port = "port: mkOption({ type: types.port, default: 80 }),";
const hidden = "hidden: mkOption({ type: types.str, default: 'x', internal: true }),";
const url = "url: mkOption({ type: types.str, default: ({ config }) => config.hidden }),";
const enable = "enable: mkOption({ type: types.bool, default: false }),";

type Row = readonly [name: string, files: Readonly<Record<string, string>>, expected: readonly string[]];

function finds(rule: string, rows: readonly Row[]): void {
  describe(`${rule}, in a submodule`, () => {
    test.each(rows)("%s", async (_name, files, expected) => {
      expect(await findInConfiguration(rule, files)).toEqual(expected);
    });
  });
}

finds("definition/redundant", [
  ["in a set", host(many, port, "", "sites: { a: { port: 1 },\nb: { port: 80 } }"), ["a.ts:9:12"]],
  ["in a list", host("types.listOf(site)", port, "", "sites: [{ port: 1 },\n{ port: 80 }]"), ["a.ts:9:9"]],
  ["in a single one", host("site", port, "", "sites: { port: 80 }"), ["a.ts:8:16"]],
  ["in one that may be missing", host("types.nullOr(site)", port, "", "sites: { port: 80 }"), ["a.ts:8:16"]],
  [
    "in one inside another",
    host(
      "types.attrsOf(types.submodule({ options: { inner: mkOption({ type: site }) } }))",
      port,
      "",
      "sites: { a: { inner: {\nport: 80 } } }",
    ),
    ["a.ts:9:7"],
  ],
  ["in the submodule, for all instances", host(many, port, "port: 80", "sites: { a: {}, b: {} }"), ["a.ts:5:7"]],
  [
    "in the submodule, but not for all instances",
    host(many, port, "port: ({ name }) => (name === 'a' ? 80 : 81)", "sites: { a: {}, b: {} }"),
    [],
  ],
  ["in a submodule that nothing defines", host("site", port, "port: 80", ""), ["a.ts:5:7"]],
  ["no part of a default", host(many, port, "", "", ", default: { a: { port: 80 } }"), []],
]);

finds("definition/needless-force", [
  ["in a set", host(many, port, "", "sites: { a: { port: mkForce(1) } }"), ["a.ts:8:29"]],
  ["in a list", host("types.listOf(site)", port, "", "sites: [{ port: mkForce(1) }]"), ["a.ts:8:25"]],
  ["in a single one", host("site", port, "", "sites: { port: mkForce(1) }"), ["a.ts:8:24"]],
  ["over what the submodule says", host(many, port, "port: 2", "sites: { a: { port: mkForce(1) } }"), []],
  ["in the submodule", host(many, port, "port: mkForce(2)", "sites: { a: {}, b: {} }"), ["a.ts:5:15"]],
  ["in the submodule, over one instance", host(many, port, "port: mkForce(2)", "sites: { a: {}, b: { port: 1 } }"), []],
]);

finds("definition/no-effect", [
  ["that the submodule forces away", host(many, port, "port: mkForce(2)", "sites: { a: { port: 1 } }"), ["a.ts:8:21"]],
  [
    "in an instance that is disabled",
    host(many, enable + port, "", "sites: { a: { enable: true, port: 1 },\nb: { port: 2 } }"),
    ["a.ts:9:12"],
  ],
  [
    "in the submodule, while one instance is enabled",
    host(many, enable + port, "port: 1", "sites: { a: { enable: true }, b: {} }"),
    [],
  ],
  ["in the submodule, while none is", host(many, enable + port, "port: 1", "sites: { a: {}, b: {} }"), ["a.ts:5:7"]],
]);

finds("option/unused", [
  ["in a set", host(many, hidden, "", "sites: { a: {}, b: {} }"), ["a.ts:3:1"]],
  ["in a list", host("types.listOf(site)", hidden, "", "sites: [{}]"), ["a.ts:3:1"]],
  ["in one that nothing defines", host("site", hidden, "", ""), ["a.ts:3:1"]],
  ["that another option reads", host(many, hidden + url, "", "sites: { a: {} }"), []],
  ["that is read in one instance", host(many, hidden + url, "", "sites: { a: {}, b: { url: 'y' } }"), []],
  ["that is read by none", host(many, hidden + url, "", "sites: { a: { url: 'z' }, b: { url: 'y' } }"), ["a.ts:3:1"]],
  ["of which there is no instance", host(many, hidden, "", "sites: {}"), []],
  [
    "whose submodule is made by a function",
    {
      "a.ts": `const site = types.submodule(() => ({ options: {\n${hidden}\n} }));\nexport default { options: { sites: mkOption({ type: ${many} }) }, config: { sites: { a: {}, b: {} } } };`,
    },
    ["a.ts:3:1"],
  ],
]);

test("an option of all instances is called what documentation calls it", async () => {
  const text = `import { mkOption, types } from "confix";
export default { options: { sites: mkOption({ type: types.attrsOf(types.submodule({ options: {
  hidden: mkOption({ type: types.str, default: "x", internal: true }) } })) }) }, config: { sites: { a: {}, b: {} } } };`;
  const { json } = await lintFiles({ "a.ts": text }, [
    "a.ts",
    "--evaluate",
    "--rule",
    "option/missing-description:off",
  ]);
  expect(json.diagnostics.map(({ code, path }) => [code, path])).toEqual([
    ["option/unused", ["sites", "<name>", "hidden"]],
  ]);
});

test("a finding in an instance is suppressed at its definition", async () => {
  const [, found] = Object.entries(
    host(many, port, "", "sites: { a: {\n// confix-lint-ignore definition/redundant: holds the value\nport: 80 } }"),
  )[0] ?? ["", ""];
  expect(await findInConfiguration("definition/redundant", { "a.ts": found })).toEqual([]);
  expect(await findInConfiguration("lint/unused-suppression", { "a.ts": found })).toEqual([]);
});
