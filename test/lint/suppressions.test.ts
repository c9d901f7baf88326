// Comments suppress findings at a declaration, with a reason.
import { expect, test } from "vitest";
import { imports, lintFiles } from "./lint-files.ts";

const bare = 'mkOption({ description: "What it is." })';

/** Options, and what is found in them. */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ["before the declaration", `// confix-lint-ignore option/missing-type: it is passed on\na: ${bare},`, []],
  [
    "before other comments",
    `// confix-lint-ignore option/missing-type: it is passed on\n// Of the server.\na: ${bare},`,
    [],
  ],
  ["as a block", `/* confix-lint-ignore option/missing-type: it is passed on */ a: ${bare},`, []],
  [
    "inside the declaration",
    `a: mkOption({\n// confix-lint-ignore option/missing-type: it is passed on\ndescription: "What it is." }),`,
    [],
  ],
  [
    "several rules at once",
    `// confix-lint-ignore option/missing-type, option/missing-description: it is passed on\na: mkOption({}),`,
    [],
  ],
  [
    "another rule",
    `// confix-lint-ignore option/missing-description: it is passed on\na: ${bare},`,
    ["lint/unused-suppression 4:1", "option/missing-type 5:1"],
  ],
  [
    "another declaration",
    `// confix-lint-ignore option/missing-type: it is passed on\na: ${bare},\nb: ${bare},`,
    ["option/missing-type 6:1"],
  ],
  [
    "behind the declaration before",
    `a: mkOption({ type: types.str, description: "What it is." }), // confix-lint-ignore option/missing-type: it is passed on\nb: ${bare},`,
    ["lint/unused-suppression 4:63", "option/missing-type 5:1"],
  ],
  [
    "around a submodule, not in it",
    `// confix-lint-ignore option/missing-type: it is passed on\na: mkOption({ description: "All of it.", type: types.submodule({ options: { b: ${bare} } }) }),`,
    ["lint/unused-suppression 4:1", "option/missing-type 5:77"],
  ],
  [
    "in a submodule",
    `a: mkOption({ description: "All of it.", type: types.submodule({ options: {\n// confix-lint-ignore option/missing-type: it is passed on\nb: ${bare} } }) }),`,
    [],
  ],
  [
    "without a reason",
    `// confix-lint-ignore option/missing-type\na: ${bare},`,
    ["lint/bad-suppression 4:1", "option/missing-type 5:1"],
  ],
  [
    "with an empty reason",
    `// confix-lint-ignore option/missing-type:\na: ${bare},`,
    ["lint/bad-suppression 4:1", "option/missing-type 5:1"],
  ],
  [
    "without a rule",
    `// confix-lint-ignore: it is passed on\na: ${bare},`,
    ["lint/bad-suppression 4:1", "option/missing-type 5:1"],
  ],
  [
    "with a rule that is none",
    `// confix-lint-ignore option/missing-typ: it is passed on\na: ${bare},`,
    ["lint/bad-suppression 4:1", "option/missing-type 5:1"],
  ],
  [
    "of what only an evaluation finds",
    `// confix-lint-ignore option/unused: for others\na: mkOption({ type: types.str, internal: true }),`,
    [],
  ],
  ["in a text", `a: mkOption({ type: types.str, description: "// confix-lint-ignore option/missing-type" }),`, []],
];

test.each(rows)("%s", async (_name, options, expected) => {
  const { found } = await lintFiles({ "a.ts": `${imports}export default {\noptions: {\n${options}\n} };\n` });
  expect(found.map((each) => each.replace(" a.ts:", " "))).toEqual(expected);
});

test("a rule that is off needs no suppression, and one that is there is not called unused", async () => {
  const text = `${imports}export default { options: {\n// confix-lint-ignore option/missing-type: it is passed on\na: ${bare} } };\n`;
  const { found } = await lintFiles({ "a.ts": text }, ["a.ts", "--rule", "option/missing-type:off"]);
  expect(found).toEqual([]);
});

test("a misspelt rule is answered with the right one", async () => {
  const text = `${imports}export default { options: {\n// confix-lint-ignore option/mising-type: it is passed on\na: ${bare} } };\n`;
  const { json } = await lintFiles({ "a.ts": text });
  expect(json.diagnostics[0]?.help).toBe("did you mean `option/missing-type`?");
});

test("a finding about a definition is suppressed there", async () => {
  const config = (comment: string): string =>
    `import { mkForce, mkOption, types } from "confix";
export default {
  options: { a: mkOption({ type: types.int, default: 0, description: "What it is." }) },
  config: {
    ${comment}
    a: mkForce(1),
  },
};
`;
  const argv = ["a.ts", "--evaluate"];
  const suppressed = "// confix-lint-ignore definition/needless-force: nobody may change it";
  expect((await lintFiles({ "a.ts": config("") }, argv)).found).toEqual(["definition/needless-force a.ts:6:16"]);
  expect((await lintFiles({ "a.ts": config(suppressed) }, argv)).found).toEqual([]);
  expect((await lintFiles({ "a.ts": config(suppressed.replace("needless-force", "redundant")) }, argv)).found).toEqual([
    "lint/unused-suppression a.ts:5:5",
    "definition/needless-force a.ts:6:16",
  ]);
});
