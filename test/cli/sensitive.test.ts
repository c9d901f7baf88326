// Values of sensitive options: in no output but the evaluated JSON itself.
import { describe, expect, test } from "vitest";
import { confix, writeFiles } from "./run.ts";

const secret = "hunter2";
const options = `import { mkOption, types } from "confix";
export default {
  options: {
    password: mkOption({ type: types.str, sensitive: true, default: "" }),
    pin: mkOption({ type: types.ints.between(0, 9999), sensitive: true, default: 0 }),
    once: mkOption({ type: types.str, sensitive: true, readOnly: true, default: "" }),
    keys: mkOption({ type: types.attrsOf(types.strMatching("[0-9]+")), sensitive: true, default: {} }),
  },
};
`;
const files = (values: string): Readonly<Record<string, string>> => ({
  "options.ts": options,
  "a.yaml": `imports: [./options.ts]\n${values}\n`,
  "b.yaml": `imports: [./options.ts]\npassword: other\n`,
});

test("the evaluated JSON shows them", async () => {
  const run = await confix(["eval", "a.yaml", "--at", "password"], { cwd: writeFiles(files(`password: ${secret}`)) });
  expect(run.stdout).toBe(`"${secret}"\n`);
});

describe("why and diff do not", () => {
  test.each([
    [["why", "password", "a.yaml"]],
    [["why", "password", "a.yaml", "--json"]],
    [["diff", "a.yaml", "b.yaml"]],
    [["diff", "a.yaml", "b.yaml", "--format", "json"]],
    [["diff", "a.yaml", "b.yaml", "--format", "markdown"]],
  ])("%j", async (argv) => {
    const cwd = writeFiles(files(`password: ${secret}`));
    const run = await confix(argv, { cwd });
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(run.stdout).toContain("‹sensitive›");
    expect(run.stdout).not.toContain(secret);
    expect((await confix([...argv, "--show-sensitive"], { cwd })).stdout).toContain(secret);
  });
});

describe("messages do not", () => {
  test.each([
    ["of the wrong type", `pin: ${secret}`],
    ["out of range", "pin: 77777"],
    ["read-only", `once: ${secret}`],
    ["inside the value", `keys: { a: ${secret} }`],
  ])("where it is %s", async (_what, values) => {
    for (const format of ["text", "json", "sarif", "github", "junit"]) {
      const run = await confix(["check", "a.yaml", "--error-format", format], { cwd: writeFiles(files(values)) });
      expect(run.exitCode).toBe(1);
      expect(run.stdout).not.toContain(secret);
      expect(run.stdout).not.toContain("77777");
    }
  });

  test("where two definitions disagree", async () => {
    const two = { ...files(`password: ${secret}`), "c.yaml": "password: second\n" };
    const run = await confix(["check", "a.yaml", "c.yaml"], { cwd: writeFiles(two) });
    expect(run.stdout).toContain("error[conflict]");
    expect(run.stdout).toContain("‹sensitive›");
    expect(run.stdout).not.toMatch(/hunter2|second/);
  });
});
