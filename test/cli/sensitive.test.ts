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

describe("inside larger values", () => {
  const inside = `import { mkOption, types } from "confix";
const site = types.submodule({
  options: {
    token: mkOption({ type: types.str, sensitive: true, default: "" }),
    port: mkOption({ type: types.int, default: 1 }),
  },
});
export default {
  options: {
    sites: mkOption({ type: types.attrsOf(site), default: {} }),
    mirrors: mkOption({ type: types.listOf(types.nullOr(site)), default: [] }),
    one: mkOption({ type: site, default: {} }),
    group: { token: mkOption({ type: types.str, sensitive: true, default: "" }), port: mkOption({ type: types.int, default: 1 }) },
  },
};
`;
  const host = `imports: [./inside.ts]
sites: { a: { token: ${secret} } }
mirrors: [null, { token: ${secret} }]
one: { token: ${secret} }
group: { token: ${secret} }
`;

  test.each([
    [""],
    ["sites"],
    ["sites.a"],
    ["sites.a.token"],
    ["mirrors"],
    ["mirrors.1"],
    ["mirrors.1.token"],
    ["one"],
    ["group"],
    ["group.token"],
  ])("why %j does not show them", async (path) => {
    const cwd = writeFiles({ "inside.ts": inside, "host.yaml": host });
    for (const more of [[], ["--json"]]) {
      const { stdout, stderr, exitCode } = await confix(["why", path, "host.yaml", ...more], { cwd });
      expect([exitCode, stderr]).toEqual([0, ""]);
      expect(stdout).not.toContain(secret);
      const shown = await confix(["why", path, "host.yaml", ...more, "--show-sensitive", "--json"], { cwd });
      expect(shown.stdout).toContain(secret);
    }
    expect((await confix(["why", path, "host.yaml", "--json"], { cwd })).stdout).toContain("‹sensitive›");
  });

  test("diff masks them alone", async () => {
    const other = host.replaceAll(secret, "other").replace("one: { token", "one: { port: 7, token");
    const cwd = writeFiles({ "inside.ts": inside, "a.yaml": host, "b.yaml": other });
    for (const format of ["text", "json", "markdown"]) {
      const { stdout } = await confix(["diff", "a.yaml", "b.yaml", "--format", format], { cwd });
      expect(stdout).not.toMatch(/hunter2|other/);
      expect(stdout).toContain("7");
    }
    const shown = await confix(["diff", "a.yaml", "b.yaml", "--show-sensitive"], { cwd });
    expect(shown.stdout).toMatch(/hunter2[^]*other/);
  });

  test.each([
    ["a set in the place of a list", `imports: [./inside.ts]\nmirrors: { token: ${secret} }\n`],
    ["a set under a misspelt name", `imports: [./inside.ts]\nsite: { a: { token: ${secret} } }\n`],
    ["a line beside what is wrong", `imports: [./inside.ts]\ngroup:\n  token: ${secret}\n  port: x\n`],
    ["a line with what is wrong", `imports: [./inside.ts]\ngroup: { token: ${secret}, port: x }\n`],
  ])("messages do not show them: %s", async (_what, text) => {
    const cwd = writeFiles({ "inside.ts": inside, "host.yaml": text });
    for (const format of ["text", "json", "sarif", "github", "junit"]) {
      const checked = await confix(["check", "host.yaml", "--error-format", format], { cwd });
      expect(checked.exitCode).toBe(1);
      expect(checked.stdout).not.toContain(secret);
      const evaluated = await confix(["eval", "host.yaml", "--error-format", format], { cwd });
      expect(evaluated.stderr).not.toContain(secret);
    }
  });

  test("what is given in the place of a set of options that holds a secret is not shown", async () => {
    const cwd = writeFiles({
      "inside.ts": inside,
      "a.yaml": `group: ${secret}\n`,
      "b.ts": "export default { one: 5 };",
    });
    for (const format of ["text", "json"]) {
      const { stdout } = await confix(["check", "inside.ts", "a.yaml", "b.ts", "--error-format", format], { cwd });
      expect(stdout).toContain("definition-not-a-set");
      expect(stdout).toContain("‹sensitive›");
      expect(stdout).not.toContain(secret);
    }
  });

  test.each([
    ["b.yaml", `group:\n  token: |\n    first\n    ${secret}\n  port: x\n`],
    ["b.yaml", `group:\n  port: x\n  token:\n    ${secret}\n`],
    ["b.yaml", `group:\n  port: x\n  "token": >-\n    ${secret}\n`],
    ["b.toml", `[group]\ntoken = """\n${secret}"""\nport = "x"\n`],
    ["b.json", `{ "group": {\n  "token":\n    "${secret}",\n  "port": "x" } }`],
    ["b.ts", `export default { group: {\n  token: \`\n${secret}\`,\n  port: "x",\n} };`],
    ["b.ts", `const token =\n  "${secret}";\nexport default { group: { port: "x" } };`],
    [
      "b.ts",
      `const set: any = {};\nset.token =\n  "${secret}"; set.port = "x";\nexport default { group: { port: "x" } };`,
    ],
  ])("no line of a value that takes several is shown, in %s: %s", async (name, text) => {
    const cwd = writeFiles({ "inside.ts": inside, [name]: text });
    const { stdout } = await confix(["check", "inside.ts", name], { cwd });
    expect(stdout).toContain("error[wrong-type]");
    expect(stdout).toContain("  > ");
    expect(stdout).not.toMatch(/hunter2|first/);
  });

  test("what is not secret is shown as ever", async () => {
    const cwd = writeFiles({
      "inside.ts": inside,
      "host.yaml": "imports: [./inside.ts]\nsites: { a: { port: 80 } }\n",
    });
    expect((await confix(["why", "sites", "host.yaml", "--json"], { cwd })).stdout).toContain('"port": 80');
    expect((await confix(["why", "sites", "host.yaml"], { cwd })).stdout).toMatch(/used: \{\s+a: \{\s+port: 80/);
  });
});

test("what stands under a misspelt name of one is masked, wherever it would be shown", async () => {
  const host = `import { mkOption, types } from "confix";
const site = { options: { token: mkOption({ type: types.str, sensitive: true }), port: mkOption({ type: types.port, default: 1 }) } };
export default {
  options: { sites: mkOption({ type: types.attrsOf(types.submodule(site)), default: {} }) },
  config: {
    sites: {
      a: { tokne: "hunter2", port: "x" },
      b: { passphrase: "hunter2" },
      c: { token: "t", prot: 77777 },
    },
  },
};
`;
  const cwd = writeFiles({ "host.ts": host });
  for (const format of ["text", "json", "sarif", "github", "junit"]) {
    const { stdout, stderr } = await confix(["check", "host.ts", "--error-format", format], { cwd });
    expect(stdout + stderr).not.toContain(secret);
  }
  const { stdout } = await confix(["check", "host.ts"], { cwd });
  expect(stdout).toContain("did you mean `sites.a.token`?");
  // A name that is near to another one alone is none of a secret.
  expect(stdout).toContain("77777");
});

test("options shows none beside what is wrong with another value", async () => {
  const host = `import { mkOption, types } from "confix";
const password = mkOption({ type: types.str, sensitive: true });
const box = types.submodule({ options: { password, port: mkOption({ type: types.port }) } });
const sites = mkOption({ type: types.attrsOf(types.anything) });
export default {
  options: { box: mkOption({ type: box }), sites },
  config: { box: { port: "x", password: "${secret}" }, sites: () => { throw new Error("no sites"); } },
};
`;
  const run = await confix(["options", "--values", "host.ts"], { cwd: writeFiles({ "host.ts": host }) });
  expect(run.stderr).toContain("host.ts:7");
  expect(run.stdout + run.stderr).not.toContain(secret);
});
