// `confix options`: lists, pages and searches at the terminal.
import { describe, expect, test } from "vitest";
import { confix, type Run, type World, writeFiles } from "./run.ts";

const web = `import { literalExpression, mkEnableOption, mkOption, types } from "confix";

const site = {
  options: {
    root: mkOption({ type: types.str, default: "/srv", description: "The document root." }),
    key: mkOption({ type: types.str, default: "", sensitive: true, description: "A secret. Nobody sees it." }),
  },
};
export default {
  options: {
    services: {
      web: {
        enable: mkEnableOption("the web server"),
        port: mkOption({ type: types.port, default: 80, example: 8080, description: "Port to listen on.\\n\\nBelow 1024 only for root." }),
        sites: mkOption({ type: types.attrsOf(types.submodule(site)), default: {}, description: "Sites to serve." }),
        main: mkOption({ type: types.submodule({ options: { name: mkOption({ type: types.str, default: "m" }) } }), default: {} }),
        bare: mkOption({}),
      },
      mail: {
        enable: mkEnableOption("mail"),
        secret: mkOption({ type: types.str, internal: true, default: "x" }),
        gone: mkOption({ type: types.str, visible: false, default: "x" }),
      },
    },
  },
};
`;
const host = `imports: [./web.ts]
services:
  web:
    enable: true
    sites:
      blog: { root: /data/blog, key: hush }
    main: { name: other }
`;
const files = { "web.ts": web, "host.yaml": host };

async function options(
  argv: readonly string[],
  world: World & { files?: Readonly<Record<string, string>> } = {},
): Promise<Run> {
  const { files: given = files, ...rest } = world;
  return await confix(["options", ...argv], { cwd: writeFiles(given), ...rest });
}

/** The names at the beginnings of lines. */
function names({ stdout }: Run): readonly string[] {
  return stdout
    .split("\n")
    .map((line) => line.split(" ")[0] ?? "")
    .filter((name) => name !== "");
}

const users = [
  "_module.args",
  "services.mail.enable",
  "services.web.bare",
  "services.web.enable",
  "services.web.main",
  "services.web.main.name",
  "services.web.port",
  "services.web.sites",
  "services.web.sites.<name>.key",
  "services.web.sites.<name>.root",
];

describe("the list", () => {
  test("has every option for users, those in submodules too, with type and first sentence", async () => {
    const run = await options(["web.ts"]);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(names(run)).toEqual(users);
    expect(run.stdout).toMatch(/^services\.web\.enable {2,}boolean {2,}Whether to enable the web server\.$/m);
    expect(run.stdout).toMatch(/^services\.web\.sites\.<name>\.key {2,}string {2,}A secret\.$/m);
    expect(run.stdout).not.toContain("\u001B");
  });

  test("has the others with --internal", async () => {
    const run = await options(["web.ts", "--internal"]);
    expect(names(run)).toEqual(expect.arrayContaining(["services.mail.secret", "services.mail.gone", "_module.check"]));
  });

  test("is coloured for a person", async () => {
    const run = await options(["web.ts"], { isTerminal: true, env: { TERM: "xterm" } });
    expect(run.stdout).toContain("\u001B[1mservices.web.port");
  });

  test("reads data files, and those of confix.config.*", async () => {
    const world = { files: { ...files, "confix.config.yaml": "modules: [./host.yaml]\n" } };
    expect(names(await options([], world))).toEqual(users);
  });
});

describe("--match", () => {
  test.each([
    ["services.web.*", users.filter((name) => name.startsWith("services.web."))],
    ["*.ENABLE", ["services.mail.enable", "services.web.enable"]],
    ["services.{mail,web}.enabl?", ["services.mail.enable", "services.web.enable"]],
    ["sErvices.Web", users.filter((name) => name.startsWith("services.web."))],
  ])("%s", async (sought, expected) => {
    const { stdout } = await options(["web.ts", "--match", sought]);
    const found = users.filter((name) => stdout.split(/\s/).includes(name));
    expect(found).toEqual(expected);
  });

  test("finds words of descriptions, beyond the first sentence", async () => {
    const { stdout } = await options(["web.ts", "--match", "NOBODY sees"]);
    expect(stdout).toMatch(/^services\.web\.sites\.<name>\.key\n/);
  });

  test("with the path of an option shows its page alone", async () => {
    const { stdout } = await options(["web.ts", "--match", "services.web.port"]);
    expect(stdout).toBe(`services.web.port
  Port to listen on.

  Below 1024 only for root.

  type: 16 bit unsigned integer; between 0 and 65535 (both inclusive)
  default: 80
  example: 8080
  declared at web.ts:14:9
`);
  });

  test("names what is inside of the option", async () => {
    const { stdout } = await options(["web.ts", "--match", "services.web.sites"]);
    expect(stdout).toContain(
      "  options inside:\n    services.web.sites.<name>.key\n    services.web.sites.<name>.root\n",
    );
  });

  test("takes the name of a member for the option that it has", async () => {
    const { stdout } = await options(["web.ts", "--match", "services.web.sites.blog.root"]);
    expect(stdout).toMatch(/^services\.web\.sites\.<name>\.root\n {2}The document root\.\n/);
  });

  test.each(["services.web.prot", "service.web.port"])(
    "of a name that is none suggests the near one: %s",
    async (name) => {
      const run = await options(["web.ts", "--match", name]);
      expect(run).toMatchObject({ exitCode: 1, stdout: "" });
      expect(run.stderr).toContain(`error[no-such-option]: No option is called or described by \`${name}\`.`);
      expect(run.stderr).toMatch(/did you mean `services\.web\.port`/);
    },
  );

  test("does not find internal options without --internal", async () => {
    expect((await options(["web.ts", "--match", "services.mail.secret"])).exitCode).toBe(1);
    expect((await options(["web.ts", "--match", "services.mail.secret", "--internal"])).stdout).toContain(
      "  internal\n",
    );
  });
});

describe("--values", () => {
  test("tells the value and who defined it", async () => {
    const of = async (name: string): Promise<string> =>
      (await options(["host.yaml", "--values", "--match", name])).stdout;
    expect(await of("services.web.enable")).toContain("  value: true\n  defined at host.yaml:4:13\n");
    expect(await of("services.web.main.name")).toContain('  value: "other"\n  defined at host.yaml:7:19\n');
    expect(await of("services.web.sites.blog.root")).toContain('  value: "/data/blog"\n  defined at host.yaml:6:21\n');
  });

  test("does not name the default, and says what nobody defines", async () => {
    const port = await options(["host.yaml", "--values", "--match", "services.web.port"]);
    expect(port.stdout).toMatch(/ {2}value: 80\n$/);
    const bare = await options(["host.yaml", "--values", "--match", "services.web.bare"]);
    expect(bare).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("  value: (not defined)\n") });
  });

  test("has none for what stands for many, and members that are not there", async () => {
    for (const name of ["services.web.sites.<name>.root", "services.web.sites.shop.root"]) {
      expect((await options(["host.yaml", "--values", "--match", name])).stdout).not.toContain("value:");
    }
  });

  test("shows no secret, alone or within another value", async () => {
    for (const format of ["text", "json", "markdown"]) {
      const run = await options(["host.yaml", "--values", "--format", format]);
      expect(run).toMatchObject({ exitCode: 0, stderr: "" });
      expect(run.stdout).toContain("‹sensitive›");
      expect(run.stdout).not.toContain("hush");
    }
    const key = await options(["host.yaml", "--values", "--match", "services.web.sites.blog.key"]);
    expect(key.stdout).toContain("  value: ‹sensitive›\n  defined at");
  });

  test("that are wrong are reported, with exit code 1", async () => {
    const run = await options([
      "host.yaml",
      "--values",
      "--set",
      'services.web.port="x"',
      "--match",
      "services.web.port",
    ]);
    expect(run).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("  value: (cannot be computed)\n") });
    expect(run.stderr).toContain("error[wrong-type]");
  });

  test("are told as nixpkgs tells who defines, in JSON", async () => {
    const run = await options(["host.yaml", "--values", "--format", "json"]);
    const json = JSON.parse(run.stdout) as Readonly<Record<string, unknown>>;
    expect(json["services.web.enable"]).toMatchObject({
      definitions: ["host.yaml"],
      value: { _type: "literalExpression", text: "true" },
    });
    expect(json["services.web.sites.<name>.root"]).not.toHaveProperty("value");
  });
});

describe("what fails stops nothing", () => {
  const bombs = `import { mkOption, types } from "confix";
const bomb = () => { throw new Error("boom"); };
export default {
  options: {
    a: mkOption({ type: types.int, default: bomb, description: "Fails." }),
    b: mkOption({ type: types.int, example: bomb, default: 1, description: "Works." }),
    c: mkOption({ type: types.int, default: bomb, defaultText: "fine" }),
    d: mkOption({ type: types.int, description: bomb, default: 1 }),
    e: mkOption({ type: bomb }),
    f: mkOption({ type: types.attrs, default: { get x() { throw new Error("boom"); } } }),
    g: mkOption({ type: types.submodule({ options: bomb }) }),
  },
  config: { b: bomb, c: bomb },
};
`;
  const world = { files: { "a.ts": bombs } };
  const letters = ["a", "b", "c", "d", "e", "f", "g"];

  test("a list computes neither values nor defaults", async () => {
    const run = await options(["a.ts", "--match", "{a,b,c,f,_*}"], world);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(names(run)).toEqual(["_module.args", "a", "b", "c", "f"]);
  });

  test("everything is listed, and what fails is a warning", async () => {
    const run = await options(["a.ts"], world);
    expect(names(run)).toEqual(["_module.args", ...letters]);
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toContain("warning[value-threw]");
    expect(run.stderr).not.toContain("error[");
  });

  test("a page says what cannot be computed", async () => {
    const page = async (name: string): Promise<Run> => await options(["a.ts", "--match", name], world);
    const a = await page("a");
    expect(a).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("  default: (cannot be computed)\n") });
    expect(a.stderr).toContain("boom");
    expect((await page("b")).stdout).toContain("  example: (cannot be computed)\n");
    const c = await page("c");
    expect(c).toMatchObject({ stderr: "", stdout: expect.stringContaining('  default: "fine"\n') });
    expect((await page("e")).stdout).toContain("  type: (cannot be computed)\n");
    expect((await page("f")).stdout).toContain("  default: (cannot be computed)\n");
  });

  test.each(["json", "markdown", "html"])("as %s", async (format) => {
    const run = await options(["a.ts", "--format", format], world);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain("(cannot be computed)");
    expect(run.stderr).toContain("warning[value-threw]");
  });
});

test("a hostile description cannot steer the terminal", async () => {
  const hostile = `import { mkOption, types } from "confix";
export default { options: { a: mkOption({ type: types.str, description: "x\\u001b[2Jy\\u202ez", default: "\\u009b1m" }) } };
`;
  for (const more of [[], ["--match", "a"]]) {
    const { stdout } = await options(["a.ts", ...more], { files: { "a.ts": hostile } });
    expect(stdout).toContain("x\\u001b[2Jy\\u202ez");
    expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202E]/u);
  }
});

describe("what cannot run is exit code 2", () => {
  test.each([
    [["missing.ts"], "file-not-found"],
    [["web.ts", "--check"], "--out"],
    [["web.ts", "--format", "types", "--match", "x"], "`--match` has no meaning with `--format types`"],
    [["web.ts", "--format", "json-schema", "--values"], "--values"],
    [["web.ts", "--title", "x"], "--title"],
    [["web.ts", "--format", "json", "--out", "folder/"], "names a folder"],
    [["web.ts", "--format", "json", "--out", "web.ts"], "would overwrite a module"],
    [["web.ts", "--match", "a", "--match", "b"], "stands twice"],
    [["web.ts", "--format", "xml"], "--format"],
  ])("%j", async (argv, said) => {
    const run = await options(argv);
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toContain(said);
  });
});
