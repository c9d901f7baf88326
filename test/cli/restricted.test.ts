// `--restricted`: the child is what `npm run build` made, the rest is this repository's source.
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/host/package-root.ts";
import { builtProgram } from "./built.ts";
import { confix, declare, evalFiles, type Run, writeFiles } from "./run.ts";

type Files = Readonly<Record<string, string>>;

beforeAll(() => void builtProgram());

const outside = {
  "secret/key.txt": "sesame",
  "secret/key.yaml": "a: sesame\n",
  "secret/key.ts": "export default {};\n",
};

async function restricted(files: Files, ...flags: readonly string[]): Promise<Run & { readonly cwd: string }> {
  const all = {
    ...outside,
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`host/${name}`, text])),
  };
  return await evalFiles(all, ["host/host.ts", "--restricted", "--compact", ...flags]);
}

describe("a restricted run", () => {
  test("gives what an ordinary one gives", async () => {
    const files = {
      "host/host.ts": declare("a", "b").replace("options:", 'imports: ["./sub/more.yaml"], options:'),
      "host/sub/more.yaml": "a: { b: [1], '10': x }\n",
    };
    const cwd = writeFiles(files);
    const flags = ["eval", "host/host.ts", "-", "--set", 'a.c="flag"'];
    const world = { cwd, stdin: "b: stdin\n" };
    const ordinary = await confix(flags, world);
    expect(ordinary.exitCode).toBe(0);
    expect(await confix([...flags, "--restricted"], world)).toEqual(ordinary);
  });

  test("says of a wrong configuration what an ordinary one says", async () => {
    const files = { "host.ts": declare("a"), "bad.yaml": "a: 1\nb: 2\n", "broken.yaml": "a: [" };
    for (const file of ["bad.yaml", "broken.yaml", "nope.yaml"]) {
      const cwd = writeFiles(files);
      const ordinary = await confix(["eval", "host.ts", file], { cwd });
      expect(ordinary.exitCode).not.toBe(0);
      expect(await confix(["eval", "host.ts", file, "--restricted"], { cwd })).toEqual(ordinary);
    }
  });

  test("tells what a misspelt import leads to, without the parser that would tell of the import", async () => {
    const call = 'import { mkOptoin } from "confix";\nexport default { options: { a: mkOptoin({}) } };\n';
    expect(await restricted({ "host.ts": call })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("mkOptoin is not a function"),
    });
    const module = 'import { a } from "./a.ts";\nexport default { imports: [a] };\n';
    expect(await restricted({ "host.ts": module, "a.ts": "export const b = {};" })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("does not export"),
    });
  });

  test("has `modulesPath`", async () => {
    const text =
      'import { mkOption } from "confix";\nexport default ({ modulesPath }) => ({ options: { a: mkOption({ default: modulesPath }) } });';
    expect(await restricted({ "host.ts": text })).toMatchObject({
      exitCode: 0,
      stdout: `${JSON.stringify({ a: join(packageRoot, "dist/modules") })}\n`,
    });
  });

  test("modules below `modulesPath` can be imported, by path and by value", async () => {
    for (const nginx of ["`${modulesPath}/services/nginx`", "nginx"]) {
      const text = `import nginx from "confix/modules/services/nginx";
        export default ({ modulesPath }) => ({ imports: [${nginx}], config: { services: { nginx: { enable: true } } } });`;
      const run = await restricted({ "host.ts": text }, "--at", "services.nginx.enable");
      expect(run).toMatchObject({ exitCode: 0, stdout: "true\n", stderr: "" });
    }
  });

  test("sees no environment", async () => {
    const text =
      'import { mkOption } from "confix";\nexport default { options: { a: mkOption({ default: Object.keys(process.env).filter((name) => name !== "NODE_CHANNEL_FD") }) } };';
    expect(await restricted({ "host.ts": text })).toMatchObject({ exitCode: 0, stdout: '{"a":[]}\n' });
  });

  test("prints what modules print on stderr", async () => {
    expect(await restricted({ "host.ts": `console.log("hello");\n${declare("a")}` })).toMatchObject({
      stdout: '{"a":null}\n',
      stderr: "hello\n",
    });
  });

  test("takes the configuration file, and the modules of the environment", async () => {
    const files = {
      "confix.config.ts": 'export default { specialArgs: { who: "config" } };',
      "extra/x.yaml": "b: extra\n",
      "host/host.ts":
        'import { mkOption, types } from "confix";\nexport default ({ who }) => ({ options: { a: mkOption({ default: who }), b: mkOption({ type: types.str }) } });',
    };
    const run = await evalFiles(files, ["host/host.ts", "--restricted", "--compact"], {
      env: { CONFIX_EXTRA_MODULES: "extra/x.yaml" },
    });
    expect(run).toMatchObject({ exitCode: 0, stdout: '{"a":"config","b":"extra"}\n' });
    const cwd = writeFiles({ "confix.config.yaml": "modules: [./sub/host.ts]\n", "sub/host.ts": declare("a") });
    expect(await confix(["eval", "--restricted", "--compact"], { cwd })).toMatchObject({
      exitCode: 0,
      stdout: '{"a":null}\n',
    });
  });
});

const head = 'import { readFileSync, writeFileSync } from "node:fs";\nimport { mkOption } from "confix";\n';
const atLoad = (code: string): string =>
  `${head}const value = ${code};\nexport default { options: { a: mkOption({ default: String(value) }) } };`;
const asValue = (code: string): string =>
  `${head}export default { options: { a: mkOption({ default: () => String(${code}) }) } };`;
const asFunction = (code: string): string =>
  `${head}export default () => { const value = ${code}; return { options: { a: mkOption({ default: String(value) }) } }; };`;

describe("one clear error names the module and what it tried:", () => {
  const read = 'readFileSync(new URL("../secret/key.txt", import.meta.url), "utf8")';

  test.each([
    ["to read while it is loaded", atLoad(read), 2],
    ["to read while it is collected", asFunction(read), 2],
    ["to read for a value", asValue(read), 1],
  ])("%s", async (_name, text, exitCode) => {
    const run = await restricted({ "host.ts": text });
    expect(run).toMatchObject({ exitCode, stdout: "" });
    expect(run.stderr.match(/^error\[/gm)).toHaveLength(1);
    expect(run.stderr).toContain(
      `The module \`${join(run.cwd, "host/host.ts")}\` tried to read \`${join(run.cwd, "secret/key.txt")}\``,
    );
    expect(run.stderr).toContain("--allow-read");
  });

  test.each([
    ["to write", 'writeFileSync(new URL("./out.txt", import.meta.url), "x")', "host/out.txt"],
    ["to start a process", 'process.getBuiltinModule("node:child_process").execSync("true")', ""],
    ["to start a thread", 'new (process.getBuiltinModule("node:worker_threads").Worker)("1", { eval: true })', ""],
  ])("%s", async (action, code, path) => {
    for (const text of [atLoad(code), asValue(code)]) {
      const run = await restricted({ "host.ts": text });
      expect(run.exitCode).not.toBe(0);
      expect(run.stderr).toContain(`tried ${action}`);
      expect(run.stderr).toContain(path);
      expect(existsSync(join(run.cwd, "host/out.txt"))).toBe(false);
    }
  });

  test.each([
    ["by path", 'export default { imports: ["../secret/key.yaml"] };', "key.yaml", "host.ts:1:28"],
    ["by path, found late", 'export default () => ({ imports: ["../secret/key.yaml"] });', "key.yaml", ""],
    ["by value", '\nimport key from "../secret/key.ts";\nexport default { imports: [key] };', "key.ts", "host.ts:2"],
    ["by value, where nothing is", 'import no from "../secret/no.ts";\nexport default no;', "no.ts", "host.ts:1:16"],
  ])("to import %s", async (_name, text, file, line) => {
    const run = await restricted({ "host.ts": text });
    expect(run).toMatchObject({ stdout: "" });
    expect(run.exitCode).not.toBe(0);
    expect(run.stderr).toContain(
      `\`${join(run.cwd, "host/host.ts")}\` tried to read \`${join(run.cwd, "secret", file)}\``,
    );
    expect(run.stderr).toContain(line);
  });

  test("to read where nothing is", async () => {
    const run = await restricted({ "host.ts": 'export default { imports: ["../nowhere.yaml"] };' });
    expect(run.stderr).toContain(`tried to read \`${join(run.cwd, "nowhere.yaml")}\``);
  });

  test("to import through a link that leads out of its folder", async () => {
    const cwd = writeFiles({ ...outside, "host/host.ts": 'export default { imports: ["./link.yaml"] };' });
    symlinkSync(join(cwd, "secret/key.yaml"), join(cwd, "host/link.yaml"));
    const run = await confix(["eval", "host/host.ts", "--restricted"], { cwd });
    expect(run.stderr).toContain(join(cwd, "secret/key.yaml"));
    expect(run.stdout).toBe("");
  });
});

describe("--allow-read", () => {
  const text = atLoad('readFileSync(new URL("../secret/key.txt", import.meta.url), "utf8")');

  test.each(["secret", "secret/", "secret/key.txt"])("%s allows it", async (path) => {
    expect(await restricted({ "host.ts": text }, "--allow-read", path)).toMatchObject({
      exitCode: 0,
      stdout: '{"a":"sesame"}\n',
    });
  });

  test("allows what it names and nothing beside it", async () => {
    const run = await restricted({ "host.ts": text }, "--allow-read", "secret/key.yaml");
    expect(run).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("key.txt") });
  });

  test("of what does not exist is an error", async () => {
    expect(await restricted({ "host.ts": text }, "--allow-read", "sceret")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("sceret"),
    });
  });
});

test("nothing is written, not even a cache", async () => {
  const run = await restricted({ "host.ts": declare("a") });
  expect(run.exitCode).toBe(0);
  expect(readFileSync(join(run.cwd, "host/host.ts"), "utf8")).toBe(declare("a"));
  expect(existsSync(join(run.cwd, ".cache"))).toBe(false);
});
