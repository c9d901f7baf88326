import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { confix, declare, evalFiles, writeFiles } from "./run.ts";

const host = `import { defineModule, mkOption, types } from "confix";
export default defineModule({
  options: {
    name: mkOption({ type: types.str, default: "web" }),
    port: mkOption({ type: types.port, default: 80 }),
    secret: mkOption({ type: types.str, default: "x", internal: true }),
    sites: mkOption({ type: types.attrsOf(types.submodule({ options: { root: mkOption({ type: types.str }) } })), default: {} }),
    list: mkOption({ type: types.listOf(types.str), default: [] }),
  },
}).config({ sites: { "example.org": { root: "/srv" } } });
`;

const printed = { list: [], name: "web", port: 80, sites: { "example.org": { root: "/srv" } } };

describe("confix eval", () => {
  test("prints what is not internal as indented JSON, and nothing else", async () => {
    const run = await evalFiles({ "host.ts": host }, ["host.ts"]);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(run.stdout).toBe(`${JSON.stringify(printed, null, 2)}\n`);
  });

  test("evaluates files of every kind together", async () => {
    const files = {
      "host.ts": host,
      "a.yaml": "port: 1\n",
      "b.toml": 'name = "b"\n',
      "c.json": '{ "list": ["c"] }',
      "d.mjs": "export default {};",
    };
    const run = await evalFiles(files, Object.keys(files));
    expect(JSON.parse(run.stdout)).toEqual({ ...printed, port: 1, name: "b", list: ["c"] });
  });

  test("writes the same bytes every time, keys in byte order, also those that look like numbers", async () => {
    const files = {
      "host.ts": declare("data"),
      "data.json": '{ "data": { "b": 1, "10": 2, "9": 3, "\u{1f600}": 4, "\uffff": 5, "a": { "z": [], "y": {} } } }',
    };
    const run = await evalFiles(files, ["host.ts", "data.json", "--at", "data"]);
    expect(run.stdout).toBe(
      '{\n  "10": 2,\n  "9": 3,\n  "a": {\n    "y": {},\n    "z": []\n  },\n  "b": 1,\n  "\uffff": 5,\n  "\u{1f600}": 4\n}\n',
    );
    expect((await evalFiles(files, ["host.ts", "data.json", "--at", "data"])).stdout).toBe(run.stdout);
  });

  test("takes the modules of confix.config.*, or the given files in their place", async () => {
    const files = {
      "confix.config.json": '{ "modules": ["./host.ts"] }',
      "host.ts": declare("a"),
      "sub/other.ts": declare("b"),
    };
    const cwd = writeFiles(files);
    expect((await confix(["eval", "--compact"], { cwd: join(cwd, "sub") })).stdout).toBe('{"a":null}\n');
    expect((await confix(["eval", "--compact", "other.ts"], { cwd: join(cwd, "sub") })).stdout).toBe('{"b":null}\n');
    const named = await confix(["eval", "--compact", "--config", "../confix.config.json"], { cwd: join(cwd, "sub") });
    expect(named.stdout).toBe('{"a":null}\n');
  });

  test("adds the modules that the environment names", async () => {
    const files = { "host.ts": declare("a"), "x.yaml": "a: x\n" };
    const run = await evalFiles(files, ["host.ts", "--compact"], { env: { CONFIX_EXTRA_MODULES: "x.yaml" } });
    expect(run.stdout).toBe('{"a":"x"}\n');
    const broken = await evalFiles(files, ["host.ts"], { env: { CONFIX_EXTRA_MODULES: "nope.yaml" } });
    expect(broken).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("CONFIX_EXTRA_MODULES") });
  });
});

describe("--at", () => {
  test("prints one value, by the path as Confix prints it", async () => {
    const at = async (path: string): Promise<string> =>
      (await evalFiles({ "host.ts": host }, ["host.ts", "--compact", "--at", path])).stdout;
    expect(await at('sites."example.org".root')).toBe('"/srv"\n');
    expect(await at("sites")).toBe('{"example.org":{"root":"/srv"}}\n');
    expect(await at("secret")).toBe('"x"\n');
  });

  test("forces nothing but that path", async () => {
    const files = {
      "host.ts": host,
      "bomb.ts": 'export default { config: { name: () => { throw new Error("bomb"); } } };',
    };
    expect((await evalFiles(files, ["host.ts", "bomb.ts", "--at", "port"])).stdout).toBe("80\n");
    expect((await evalFiles(files, ["host.ts", "bomb.ts", "--at", "name"])).exitCode).toBe(1);
  });

  test("of a name that nobody declared is an error with a suggestion", async () => {
    const run = await evalFiles({ "host.ts": host }, ["host.ts", "--at", "prot"]);
    expect(run).toMatchObject({ exitCode: 1, stdout: "", stderr: expect.stringContaining("`port`") });
  });

  test.each(['a."b', "a..b", '"a"b'])("%s is no path: the command line is wrong", async (path) => {
    const run = await evalFiles({ "host.ts": host }, ["host.ts", "--at", path]);
    expect(run).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("--at") });
  });
});

describe("--set", () => {
  test("wins over every file, the last of several wins, and quoted names may hold an equals sign", async () => {
    const files = {
      "host.ts": host,
      "force.ts": 'import { mkForce } from "confix";\nexport default { config: { port: mkForce(1) } };',
    };
    const set = ["--set", "port=2", "--set", "port=3", "--set", 'sites."a=b".root="/x"'];
    const run = await evalFiles(files, ["host.ts", "force.ts", ...set]);
    expect(JSON.parse(run.stdout)).toMatchObject({
      port: 3,
      sites: { "a=b": { root: "/x" }, "example.org": { root: "/srv" } },
    });
  });

  test("is named in messages like a file", async () => {
    const run = await evalFiles({ "host.ts": host }, ["host.ts", "--set", 'port="x"']);
    expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("--set port") });
  });

  test.each(["port", "port=", "name=web", "=1", 'port={"a":1,"a":2}', "a..b=1"])(
    "%s is wrong, and the quoting is shown",
    async (text) => {
      const run = await evalFiles({ "host.ts": host }, ["host.ts", "--set", text]);
      expect(run).toMatchObject({ exitCode: 2, stdout: "" });
      expect(run.stderr).toContain(`--set ${text}`);
      expect(run.stderr).toContain(`--set 'networking.hostName="web1"'`);
    },
  );
});

describe("standard input", () => {
  test.each([
    ["JSON", '{ "port": 5 }'],
    ["YAML", "port: 5\n"],
    ["YAML in JSON's style", "{ port: 5 }"],
  ])("is read as %s", async (_name, stdin) => {
    const run = await evalFiles({ "host.ts": host }, ["host.ts", "-"], { stdin });
    expect(JSON.parse(run.stdout)).toMatchObject({ port: 5 });
  });

  test("may import files, relative to the current directory", async () => {
    const run = await evalFiles({ "host.ts": host }, ["-"], { stdin: "imports: [./host.ts]\nport: 6\n" });
    expect(JSON.parse(run.stdout)).toMatchObject({ port: 6 });
  });

  test.each([
    ['{ "port": 5, }}', "JSON"],
    ["port: [\n", "YAML"],
  ])("%j is reported as wrong %s", async (stdin, format) => {
    const run = await evalFiles({ "host.ts": host }, ["host.ts", "-"], { stdin });
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toContain(`not correct ${format}`);
    expect(run.stderr).toMatch(/at <stdin>:\d+:\d+/);
  });

  test("cannot be read twice, and has to be UTF-8", async () => {
    expect(await evalFiles({ "host.ts": host }, ["-", "-"])).toMatchObject({ exitCode: 2 });
    const stdin = new Uint8Array([0x61, 0xff]);
    expect(await evalFiles({ "host.ts": host }, ["-"], { stdin })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("offset 1"),
    });
  });
});

test.each(['a={"x":1,"x":2}', "a=12345678901234567890"])("--set %s is spoken of as no file", async (setting) => {
  const run = await evalFiles({ "host.ts": host }, ["host.ts", "--set", setting]);
  expect(run).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("this") });
  expect(run.stderr).not.toContain("file");
});

describe("--output", () => {
  test.each(["host.ts", "own.yaml", "sub/../value.ts", "link.ts", "confix.config.yaml"])(
    "refuses to overwrite %s, of which the result is made",
    async (output) => {
      const files = {
        "host.ts": `import value from "./value.ts";\n${host}\nvoid value;`,
        "value.ts": "export default 1;",
        "own.yaml": "{}",
        "sub/x": "",
        "confix.config.yaml": "modules: []\n",
      };
      const cwd = writeFiles(files);
      symlinkSync("host.ts", join(cwd, "link.ts"));
      for (const more of [[], ["--restricted"]]) {
        const run = await confix(["eval", "host.ts", "own.yaml", "--output", output, ...more], { cwd });
        expect(run).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("would overwrite") });
      }
      for (const [name, text] of Object.entries(files)) expect(readFileSync(join(cwd, name), "utf8")).toBe(text);
    },
  );

  test.each(["--output=-", "--output -"])("%s is stdout", async (flag) => {
    const run = await evalFiles({ "host.ts": host }, ["host.ts", ...flag.split(" ")]);
    expect(run).toMatchObject({ exitCode: 0, stdout: (await evalFiles({ "host.ts": host }, ["host.ts"])).stdout });
  });

  test("writes the file, and nothing on stdout", async () => {
    const run = await evalFiles({ "host.ts": host }, ["host.ts", "--output", "out.json"]);
    expect(run).toMatchObject({ exitCode: 0, stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(join(run.cwd, "out.json"), "utf8"))).toEqual(printed);
  });

  test("to a place that cannot be written is an error", async () => {
    const run = await evalFiles({ "host.ts": host }, ["host.ts", "--output", "no/such/folder/out.json"]);
    expect(run).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: expect.stringContaining("the folder does not exist"),
    });
  });

  test("leaves the file alone if the configuration is wrong", async () => {
    const run = await evalFiles({ "host.ts": host, "out.json": "old" }, [
      "host.ts",
      "--set",
      "port=-1",
      "--output",
      "out.json",
    ]);
    expect(run.exitCode).toBe(1);
    expect(readFileSync(join(run.cwd, "out.json"), "utf8")).toBe("old");
  });
});
