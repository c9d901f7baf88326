// `confix eval --fleet`: the workers are what `npm run build` made, the rest is this repository's source.
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { builtProgram } from "./built.ts";
import { common, fleet, hostText, into, parts, results } from "./fleet-files.ts";
import { confix, evalFiles, writeFiles } from "./run.ts";

beforeAll(() => void builtProgram());

describe("a fleet", () => {
  test("gives of each host what `confix eval` gives of it", async () => {
    const texts: Readonly<Record<string, string>> = {
      "hosts/a.ts": hostText("a"),
      "hosts/b.ts": hostText("b", ", role: 'store', users: { ada: { id: 7 } }"),
      "hosts/c.yaml": "name: c\nports: [443]\nusers: { bob: { id: 8, home: /bob } }\n",
      "hosts/d.ts":
        'import { mkForce, mkOption } from "confix";\nexport default ({ config }) => ({ options: { extra: mkOption({ default: 1 }) }, config: { name: mkForce("d"), extra: 2 } });\n',
      "hosts/e.ts":
        'import { mkOption } from "confix";\nexport default { options: { users: mkOption({ description: "Who." }), "x-y": { z: mkOption({ default: true }) } }, config: { name: "e" } };\n',
    };
    const flags = ["--set", "ports=[22]"];
    const run = await fleet(texts, "common.ts", ...flags, ...into, "--fleet", ...Object.keys(texts));
    expect(run).toMatchObject({ exitCode: 0, stderr: "", stdout: "5 hosts: 5 evaluated\n" });
    for (const file of Object.keys(texts)) {
      const alone = await confix(["eval", "common.ts", file, ...flags], { cwd: run.cwd });
      expect(alone).toMatchObject({ exitCode: 0, stderr: "" });
      const result = file.replace(/^hosts(.*)\.\w+$/, "out$1.json");
      expect(readFileSync(join(run.cwd, result), "utf8")).toBe(alone.stdout);
    }
  });

  test("of thirty hosts in two workers has thirty results", async () => {
    const names = Array.from({ length: 30 }, (_, at) => `h${at}`);
    const texts = Object.fromEntries(names.map((name) => [`hosts/${name}.ts`, hostText(name)]));
    const run = await fleet(texts, "common.ts", ...into, "--jobs", "2", "--fleet", "hosts/*.ts");
    expect(run).toMatchObject({ exitCode: 0, stdout: "30 hosts: 30 evaluated\n" });
    const found = results(run.cwd);
    expect(Object.keys(found)).toEqual(names.map((name) => `${name}.json`).toSorted());
    for (const name of names) expect(found[`${name}.json`]).toMatchObject({ name, path: `/srv/${name}`, ports: [80] });
  });

  test("loads what is common once for each worker", async () => {
    const counted = `console.log("loaded");\n${common}`;
    const texts = Object.fromEntries(["a", "b", "c", "d"].map((name) => [`hosts/${name}.ts`, hostText(name)]));
    const run = await fleet(
      { ...texts, "common.ts": counted },
      "common.ts",
      ...into,
      "--jobs",
      "1",
      "--fleet",
      ...Object.keys(texts),
    );
    expect(run).toMatchObject({ exitCode: 0, stderr: "loaded\n" });
  });

  test("has the modules of the configuration file in common, where the command line names none", async () => {
    const files = {
      "confix.config.ts": 'export default { modules: ["./common.ts"], specialArgs: { region: "eu" } };\n',
      "a.ts": 'export default ({ region }) => ({ config: { name: "a-" + region } });\n',
    };
    const run = await fleet(files, ...into, "--fleet", "a.ts");
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(results(run.cwd)).toMatchObject({ "a.json": { name: "a-eu", ports: [80] } });
  });

  test("needs nothing in common", async () => {
    const run = await evalFiles(
      { "a.ts": 'import { mkOption } from "confix";\nexport default { options: { a: mkOption({ default: 1 }) } };\n' },
      ["--fleet", "a.ts", ...into],
    );
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(results(run.cwd)).toEqual({ "a.json": { a: 1 } });
  });

  test("takes modules from stdin and the environment", async () => {
    const cwd = writeFiles({ "common.ts": common, ...parts, "a.ts": hostText("a"), "extra.yaml": "ports: [1]\n" });
    const argv = ["eval", "common.ts", "-", ...into, "--fleet", "a.ts"];
    const world = { cwd, stdin: "ports: [2]\n", env: { CONFIX_EXTRA_MODULES: "extra.yaml" } };
    expect(await confix(argv, world)).toMatchObject({ exitCode: 0, stderr: "" });
    const alone = await confix(["eval", "common.ts", "-", "a.ts"], world);
    expect(readFileSync(join(cwd, "out/a.json"), "utf8")).toBe(alone.stdout);
  });

  test("expands quoted patterns, and takes a file that is called like one", async () => {
    const files = {
      "hosts/a.ts": hostText("a"),
      "hosts/eu/b.ts": hostText("b"),
      "hosts/node_modules/x.ts": "throw 1;\n",
      "[c].ts": hostText("c"),
    };
    const run = await fleet(files, "common.ts", ...into, "--fleet", "hosts/**/*.ts", "hosts/a.ts", "[c].ts");
    expect(run).toMatchObject({ exitCode: 0, stdout: "3 hosts: 3 evaluated\n" });
    expect(Object.keys(results(run.cwd))).toEqual(["[c].json", "a.json", "b.json"]);
  });

  test("calls a host by the name of a link", async () => {
    const cwd = writeFiles({ "common.ts": common, ...parts, "real/a.ts": hostText("a") });
    for (const name of ["one", "two"]) symlinkSync("real/a.ts", join(cwd, `${name}.ts`));
    const run = await confix(["eval", "common.ts", ...into, "--fleet", "one.ts", "two.ts"], { cwd });
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(results(cwd)).toMatchObject({ "one.json": { name: "a" }, "two.json": { name: "a" } });
  });

  test("keeps hosts of one name apart by their folders", async () => {
    const files = {
      "hosts/eu/web.ts": hostText("eu"),
      "hosts/us/web.ts": hostText("us"),
      "hosts/db.ts": hostText("db"),
    };
    const run = await fleet(files, "common.ts", ...into, "--fleet", ...Object.keys(files));
    expect(run.exitCode).toBe(0);
    expect(results(run.cwd)).toMatchObject({
      "db.json": { name: "db" },
      "eu/web.json": { name: "eu" },
      "us/web.json": { name: "us" },
    });
  });

  test("prints one value of each, on one line, and in other formats", async () => {
    const files = { "a.ts": hostText("a"), "b.ts": hostText("b") };
    const run = await fleet(files, "common.ts", ...into, "--at", "path", "--compact", "--fleet", "a.ts", "b.ts");
    expect(run.exitCode).toBe(0);
    expect(results(run.cwd)).toEqual({ "a.json": "/srv/a", "b.json": "/srv/b" });
    const yaml = await fleet(files, "common.ts", ...into, "--format", "yaml", "--fleet", "a.ts");
    expect(readFileSync(join(yaml.cwd, "out/a.yaml"), "utf8")).toContain("name: a\n");
  });
});

describe("what a fleet is asked for is refused", () => {
  const files = {
    "a.ts": hostText("a"),
    "sub/a.yaml": "name: b\n",
    "sub/a.ts": hostText("b"),
    "b.json": '{"name":"b"}',
  };
  test.each([
    ["without a folder", ["--fleet", "a.ts"], "`--fleet` needs `--out-dir DIR`"],
    ["with rights", ["--fleet", "a.ts", ...into, "--restricted"], "`--restricted` evaluates one configuration"],
    ["with a file", ["--fleet", "a.ts", ...into, "--output", "x"], "`--output` names one file"],
    ["as one text", ["--fleet", "a.ts", ...into, "--format", "raw"], "`--format raw`"],
    ["from stdin", ["--fleet", "-", ...into], "`-` is no host"],
    ["by a pattern without a match", ["--fleet", "x*.ts", ...into], "`--fleet x*.ts` matches no file"],
    ["where results would be one file", ["--fleet", "sub/a.ts", "sub/a.yaml", ...into], "would both be"],
    ["where a result would be a module", ["--fleet", "b.json", "--out-dir", "."], "would overwrite the module"],
    ["without hosts", ["a.ts", ...into], "`--out-dir` has a meaning only with `--fleet`"],
    ["with workers, without hosts", ["a.ts", "--jobs", "2"], "`--jobs` has a meaning only with `--fleet`"],
    [
      "with too little memory",
      ["--fleet", "a.ts", ...into, "--host-memory", "5"],
      "whole number of megabytes from 16.",
    ],
    [
      "with a time, without hosts",
      ["a.ts", "--host-timeout", "2"],
      "`--host-timeout` has a meaning only with `--fleet`",
    ],
    ["with no time", ["--fleet", "a.ts", ...into, "--host-timeout", "0"], "It must be a whole number from 1."],
    ["with no workers", ["--fleet", "a.ts", ...into, "--jobs", "0"], "It must be a whole number from 1."],
    [
      "in a folder that is a file",
      ["--fleet", "a.ts", "--out-dir", "a.ts"],
      "cannot be written: a file of that name is there",
    ],
    [
      "in a folder below a file",
      ["--fleet", "a.ts", "--out-dir", "a.ts/x"],
      "cannot be written: a folder on the way is a file",
    ],
  ])("%s", async (_name, argv, message) => {
    const run = await evalFiles(files, ["--set", 'name="x"', ...argv]);
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toContain(message);
    expect(results(run.cwd)).toEqual({});
  });
});

describe("progress", () => {
  const argv = ["common.ts", ...into, "--fleet", "a.ts", "b.ts"];
  const files = { "common.ts": common, ...parts, "a.ts": hostText("a"), "b.ts": hostText("b", ", x: 1") };

  test("is shown on a terminal, and taken away", async () => {
    const { stderr } = await evalFiles(files, argv, { isTerminal: true, env: { NO_COLOR: "1" } });
    expect(stderr).toContain("\r\u001B[K████████████████████████ 2/2 hosts, 1 failed\r\u001B[K");
  });

  test.each([
    ["where nobody looks", {}],
    ["on a terminal that cannot show it", { isTerminal: true, env: { NO_COLOR: "1", TERM: "dumb" } }],
  ])("is not shown %s", async (_name, world) => {
    const { stderr } = await evalFiles(files, argv, world);
    expect(stderr).toMatch(/^error\[undeclared-option\]/);
    expect(stderr).not.toContain("\r");
  });
});
