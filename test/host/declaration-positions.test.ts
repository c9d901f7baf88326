// Where options are declared, as options tell it themselves.
import { expect, test } from "vitest";
import type { OptionState } from "../../src/model/option-state.ts";
import { evalModules } from "../../src/evaluate/index.ts";
import { mkOption } from "../../src/authoring/mk-option.ts";
import { types } from "../../src/types/types.ts";
import { loadConfig } from "../../src/node.ts";
import { writeFiles } from "./temporary-files.ts";

const head = 'import { mkOption, types } from "confix";\n';

// The cast: the tests below say which options there are.
const optionAt = (options: unknown, ...path: readonly string[]): OptionState =>
  path.reduce<unknown>((tree, name) => (tree as Readonly<Record<string, unknown>>)[name], options) as OptionState;

test("each declaration has its line and column, in the order of definitions", async () => {
  const cwd = writeFiles({
    "host.ts": `${head}import more from "./more.ts";
export default {
  imports: [more],
  options: { a: { n: mkOption({ type: types.int }) } },
};
`,
    "more.ts": `${head}export default {
  options: {
    a: {
      n: mkOption({ description: "N." }),
    },
  },
};
`,
  });
  const { options } = await loadConfig({ files: ["host.ts"], cwd, env: {} });
  const { declarations, declarationPositions } = optionAt(options, "a", "n");
  expect(declarationPositions).toEqual([
    { file: `${cwd}/more.ts`, line: 5, column: 7 },
    { file: `${cwd}/host.ts`, line: 5, column: 19 },
  ]);
  expect(declarations).toHaveLength(2);
});

test("options of a submodule are where it is written", async () => {
  const cwd = writeFiles({
    "host.ts": `${head}const site = { options: { root: mkOption({ type: types.str }) } };
export default {
  options: { sites: mkOption({ type: types.attrsOf(types.submodule(site)) }) },
  config: { sites: { a: { root: "/" } } },
};
`,
  });
  const { explain } = await loadConfig({ files: ["host.ts"], cwd, env: {} }).then((evaluation) => ({
    explain: evaluation.explain(["sites", "a", "root"], { readers: false }),
  }));
  expect(explain.declarations).toMatchObject([{ file: `${cwd}/host.ts`, line: 2, column: 27 }]);
});

test("nobody knows lines where nobody can look into files", () => {
  const { options } = evalModules({ modules: [{ _file: "/a.ts", options: { n: mkOption({ type: types.int }) } }] });
  expect(optionAt(options, "n").declarationPositions).toEqual([{ file: "/a.ts", line: null, column: null }]);
});
