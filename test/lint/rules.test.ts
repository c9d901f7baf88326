// No rule is half-added: it is in a list, it has its words, a test, and a page whose example is run here.
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { evaluatedRules, ruleIds, rules } from "../../src/lint/index.ts";
import { listSources, readText } from "../repository/files.ts";
import { lintFiles } from "./lint-files.ts";

const page = readText("docs/lint.md");
const sections = new Map(
  page
    .split(/^(?=### )/m)
    .slice(1)
    .map((section) => [/^### `([^`]+)`$/m.exec(section)?.[1] ?? section, section.split(/^## /m)[0] ?? ""]),
);
const ofLinter = ruleIds.filter((id) => id.startsWith("lint/"));

describe("rules", () => {
  const stems = listSources("src/lint/rules").map((file) => basename(file, ".ts"));

  test("stand in a file of their name, and in a list", () => {
    const listed = [...rules, ...evaluatedRules].map(({ id }) => id);
    expect(listed.map((id) => id.split("/")[1]).toSorted()).toEqual(stems.toSorted());
    expect([...listed, ...ofLinter].toSorted()).toEqual([...ruleIds].toSorted());
  });

  test("have a test of their name", () => {
    const tested = listSources("test/lint/rules").map((file) => basename(file, ".test.ts"));
    expect(tested.toSorted()).toEqual(stems.toSorted());
  });

  test("have a section on the page, and nothing else has", () => {
    expect([...sections.keys()].toSorted()).toEqual([...ruleIds].toSorted());
  });

  test("four of them are founding", () => {
    expect(rules.filter(({ isFounding }) => isFounding).map(({ id }) => id)).toEqual([
      "option/default-text",
      "option/example-literal",
      "option/needless-default-text",
      "option/missing-type",
    ]);
  });
});

const head = `import {
  literalExample, literalExpression, mkEnableOption, mkForce, mkMerge, mkOption, mkRenamedOptionModuleWith, types,
} from "confix";
const pkgs = { nginx: { type: "derivation", name: "nginx" } };
`;

/** What the linter says of a part of an example. */
async function lintPart(part: string, isEvaluated: boolean): Promise<readonly string[]> {
  const text = part.includes("export default") ? part : `export default { options: {\n${part}\n} };\n`;
  const { json, exitCode, stderr } = await lintFiles({ "a.ts": head + text }, [
    "a.ts",
    ...(isEvaluated ? ["--evaluate"] : []),
  ]);
  expect([exitCode === 2, stderr]).toEqual([false, ""]);
  return json.diagnostics.map(({ code }) => code);
}

describe("the example of the page", () => {
  test.each(ruleIds.map((id) => [id] as const))("%s", async (id) => {
    const [, wrong = "", right = ""] =
      /```ts\n\/\/ wrong\n([^]*?)\/\/ right\n([^]*?)```/.exec(sections.get(id) ?? "") ?? [];
    const isEvaluated = evaluatedRules.some((rule) => rule.id === id);
    expect([wrong, right]).not.toContain("");
    expect(await lintPart(wrong, isEvaluated)).toContain(id);
    expect(await lintPart(right, isEvaluated)).toEqual([]);
  });
});
