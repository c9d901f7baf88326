// A configuration may have no end; judging its values has one, and says what was left out.
import { lint, mkDefault, mkOption, types } from "confix";
import { expect, test } from "vitest";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import type { Given } from "../evaluate/evaluation.ts";
import { lintFiles } from "./lint-files.ts";

const described = { description: "What it is for." };
const quiet = { "option/recursive-type": "off", "option/missing-type": "off" } as const;

function notesOf(...modules: readonly unknown[]): readonly string[] {
  // The cast: tests say what they expect.
  const found = lint(modules as never, { evaluate: true, rules: quiet });
  return found.map(({ code, path, data }) => [code, path?.join("."), data["problem"]].filter(Boolean).join(" "));
}

test("a configuration that holds variants of itself", () => {
  const variants = {
    options: {
      variants: mkOption({
        type: ({ moduleType }: Given) => types.lazyAttrsOf(moduleType as AnyOptionType),
        default: {},
        ...described,
      }),
      size: mkOption({ type: types.int, ...described }),
    },
    config: { size: mkDefault(1), variants: { foo: { variants: { bar: { size: 2 }, foo: {} } }, bar: {} } },
  };
  expect(notesOf(variants)).toEqual(["lint/skipped variants its submodules are in one another more than 32 deep"]);
});

test("submodules that contain several of their own kind", async () => {
  const text = `import { mkOption, types } from "confix";
const node = types.submodule({ options: {
  size: mkOption({ type: types.int, default: 1, description: "Size of it." }),
  parts: mkOption({ type: () => types.attrsOf(node), default: { a: {}, b: {}, c: {} }, description: "Parts of it." }) } });
export default { options: {
  tree: mkOption({ type: node, default: {}, description: "All of it." }) }, config: { tree: {
  size: 1 } } };`;
  const { found, stdout } = await lintFiles({ "a.ts": text }, [
    "a.ts",
    "--evaluate",
    "--rule",
    "option/recursive-type:off",
  ]);
  expect(found).toEqual(["lint/skipped a.ts:6:3", "definition/redundant a.ts:7:9"]);
  expect(stdout).toContain("not judged completely");
});

test("what a submodule without end would read is not called unused", () => {
  const node: AnyOptionType = types.submodule({
    options: {
      next: mkOption({ type: (): AnyOptionType => types.attrsOf(node), default: { a: {} }, ...described }),
      hidden: mkOption({ type: types.int, default: 1, internal: true }),
    },
  });
  expect(notesOf({ options: { tree: mkOption({ type: node, default: {}, ...described }) } })).toEqual([
    "lint/skipped tree its submodules are in one another more than 32 deep",
  ]);
});

test("as many definitions as nobody compares", () => {
  const list = mkOption({ type: types.listOf(types.int), default: [], ...described });
  const defining = Array.from({ length: 201 }, (_, at) => ({ config: { list: at === 100 ? [] : [at] } }));
  expect(notesOf({ options: { list } }, ...defining)).toEqual([
    "lint/skipped list whether one of its 201 definitions is redundant was not tried",
  ]);
  expect(notesOf({ options: { list } }, ...defining.slice(1))).toEqual(["definition/redundant list"]);
});

test("values that are too large to be compared", () => {
  const makeAll = (): readonly object[] => Array.from({ length: 60_000 }, () => ({}));
  const list = mkOption({ type: types.raw, default: makeAll(), ...described });
  expect(notesOf({ options: { list } }, { config: { list: makeAll() } })).toEqual([
    "lint/skipped list its value is too large to be compared with what it would be otherwise",
  ]);
});

test("submodules are as many as one likes", () => {
  const site = types.submodule({ options: { port: mkOption({ type: types.int, default: 80, ...described }) } });
  const sites = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`s${at}`, { port: at }]));
  const options = { sites: mkOption({ type: types.attrsOf(site), default: {}, ...described }) };
  expect(notesOf({ options, config: { sites } })).toEqual(["definition/redundant sites.s80.port"]);
});
