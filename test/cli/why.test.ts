// `confix why`: why a value is what it is.
import { describe, expect, test } from "vitest";
import { confix, type Run, writeFiles } from "./run.ts";

const host = `
import { mkDefault, mkForce, mkIf, mkOption, types } from "confix";

export default {
  imports: ["./more.yaml"],
  options: {
    enable: mkOption({ type: types.bool, default: false }),
    port: mkOption({ type: types.port, default: 80, description: "Where to listen." }),
    names: mkOption({ type: types.listOf(types.str), default: [] }),
    url: mkOption({ type: types.str, apply: (url) => url + "/" }),
    sites: mkOption({ type: types.attrsOf(types.submodule({ options: { root: mkOption({ type: types.str }) } })), default: {} }),
  },
  config: mkIf(true, {
    port: mkIf(({ config }) => config.enable, 8080),
    names: ["one"],
    url: ({ config }) => "http://h:" + config.port,
    sites: { blog: { root: "/srv/blog" } },
  }),
};
`;
const files = { "host.ts": host, "more.yaml": "names:\n  - two\nsites:\n  shop:\n    root: /srv/shop\n" };

async function why(...argv: readonly string[]): Promise<Run> {
  return await confix(["why", ...argv], { cwd: writeFiles(files) });
}

describe("as text", () => {
  test("tells every definition with its place, its conditions, and what became of it", async () => {
    const { stdout, stderr, exitCode } = await why("port", "host.ts", "--set", "enable=true");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`port = 8080
  type: 16 bit unsigned integer; between 0 and 65535 (both inclusive)
  description: Where to listen.
  declared at host.ts:8:5
  definitions, in order:
    overridden by plain: 80
      at host.ts:8:49, the default
    used: 8080
      at host.ts:14:47
      under mkIf at host.ts:13:16: true
      under mkIf at host.ts:14:16: true
  reads:
    enable
  read by:
    url
`);
  });

  test("tells of a false condition", async () => {
    const { stdout } = await why("port", "host.ts");
    expect(stdout).toContain("port = 80\n");
    expect(stdout).toContain("not used, a condition is false: 8080\n      at host.ts:14:47");
    expect(stdout).toContain("under mkIf at host.ts:14:16: false");
  });

  test("tells of an element of a list and of an option in a submodule, from a data file", async () => {
    expect((await why("names.0", "host.ts")).stdout).toContain('names."0" = "two"');
    expect((await why("names.0", "host.ts")).stdout).toContain("at more.yaml:2:5");
    const { stdout } = await why("sites.shop.root", "host.ts");
    expect(stdout).toContain("declared at host.ts:11:");
    expect(stdout).toContain('used: "/srv/shop"\n      at more.yaml:5:11');
  });

  test("names a setting by its flag", async () => {
    expect((await why("port", "host.ts", "--set", "port=1")).stdout).toContain("at --set port, mkVMOverride");
  });

  test("does not look for readers if told so", async () => {
    expect((await why("enable", "host.ts", "--no-readers")).stdout).not.toContain("read by");
  });

  test("explains an element of what apply made of a list by all that is defined", async () => {
    const text = `import { mkOption, types } from "confix";
export default {
  options: { ports: mkOption({ type: types.listOf(types.int), apply: (list) => list.toSorted() }) },
  config: { ports: [80, 22] },
};`;
    const run = await confix(["why", "ports.0", "host.ts", "--json"], { cwd: writeFiles({ "host.ts": text }) });
    const { value, definitions, reads } = JSON.parse(run.stdout) as Record<string, unknown>;
    expect(value).toBe(22);
    expect(definitions).toMatchObject([{ shown: "[\n  80,\n  22,\n]", origin: { line: 4, column: 20 } }]);
    expect(reads).toEqual([]);
  });

  test("explains the whole configuration by the empty path", async () => {
    const run = await why("", "host.ts");
    expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("the configuration = {") });
  });

  test("tells where apply changed the value", async () => {
    expect((await why("url", "host.ts")).stdout).toContain("changed by apply at host.ts:10:");
  });
});

test("as data it is the same", async () => {
  const { stdout } = await why("port", "host.ts", "--json", "--set", "enable=true");
  expect(JSON.parse(stdout)).toMatchObject({
    path: ["port"],
    value: 8080,
    definitions: [
      { isDefault: true, fate: "overridden", lostTo: 100, priorityName: "mkOptionDefault" },
      { fate: "used", origin: { line: 14, column: 47 }, conditions: [{ holds: true }, { holds: true }] },
    ],
    reads: [["enable"]],
    readers: [["url"]],
    diagnostics: [],
  });
});

describe("what is wrong", () => {
  test("a value that fails is told with what is wrong, and exit code 1", async () => {
    const { stdout, stderr, exitCode } = await why("port", "host.ts", "--set", 'port="x"');
    expect(exitCode).toBe(1);
    expect(stdout).toContain("port = (cannot be computed)");
    expect(stderr).toContain("error[wrong-type]");
  });

  test("a name that is not there suggests the near one", async () => {
    const { stdout, stderr, exitCode } = await why("prot", "host.ts");
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(`error[unknown-name]: The option \`prot\` does not exist: it is read, but no module declares it.
  help: did you mean \`port\`?
`);
    const data = await why("prot", "host.ts", "--json");
    expect(JSON.parse(data.stdout)).toMatchObject({ path: ["prot"], definitions: [] });
  });

  test("a file in the place of the path is told", async () => {
    const told = "error[bad-flag]: `host.ts` is a file, but PATH comes before the files.\n";
    const help = "  help: did you mean `confix why port host.ts more.yaml`?\n";
    expect(await why("host.ts", "port", "more.yaml")).toMatchObject({ exitCode: 2, stderr: told + help });
    expect(await why("host.ts")).toMatchObject({ exitCode: 2, stderr: told });
  });

  test("a path that is none, and a missing file, are exit code 2", async () => {
    expect((await why("a..b", "host.ts")).exitCode).toBe(2);
    expect((await why("a", "missing.ts")).exitCode).toBe(2);
  });
});
