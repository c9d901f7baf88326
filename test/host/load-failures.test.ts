import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/host/package-root.ts";
import { loadConfig } from "../../src/node.ts";
import { builtProgram } from "../cli/built.ts";
import { diagnosticsOf, type Found } from "./diagnostics-of.ts";
import { declare, evaluate } from "./load.ts";
import { writeFiles } from "./temporary-files.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

async function failure(files: Files, main: string): Promise<Found | undefined> {
  const [found] = await diagnosticsOf(async () => await evaluate(files, main));
  return found === undefined ? undefined : { ...found, file: found.file?.replace(/^.*\//, "") };
}

describe("a syntax error has its line and column", () => {
  test.each([
    ["host.ts", "export default {\n  a: 1,\n  b: = 2,\n};\n", 3, 6],
    ["host.mjs", "export default {\n  a: 1\n", 3, 1],
    ["host.js", "const a = 1;\nconst a = 2;\n", 2, 7],
    ["host.json", '{\n  "a": 1,\n  b: 2\n}', 3, 3],
    ["host.jsonc", "// ok\n{ a }", 2, 3],
    ["host.yaml", "a: 1\nb: [1,\n", 3, 1],
    ["host.toml", "a = 1\nb =\n", 2, 4],
  ])("%s: %j", async (name, text, line, column) => {
    expect(await failure({ [name]: text }, name)).toMatchObject({ code: "syntax-error", file: name, line, column });
  });

  test("also in a file that is imported", async () => {
    const files = { "host.ts": 'import x from "./x.ts";\nexport default x;', "x.ts": "\nconst = 5;" };
    expect(await failure(files, "host.ts")).toMatchObject({ code: "syntax-error", file: "x.ts", line: 2, column: 7 });
  });
});

describe("a missing file", () => {
  test("that was given", async () => {
    expect(await failure({}, "nope.ts")).toMatchObject({ code: "file-not-found", data: { from: null } });
  });

  test.each([
    ["host.ts", 'export default { imports: ["./nope.yaml"] };'],
    ["host.ts", 'import x from "./nope.yaml";\nexport default x;'],
    ["host.ts", 'export default () => ({ imports: ["./nope.yaml"] });'],
    ["host.yaml", "imports: [./nope.yaml]"],
    ["host.yaml", "imports: [{ path: ./nope.yaml, priority: default }]"],
  ])("that %s names: %s", async (name, text) => {
    const found = await failure({ [name]: text }, name);
    expect(found).toMatchObject({
      code: "file-not-found",
      data: { file: expect.stringMatching(/\/nope\.yaml$/), from: expect.stringContaining(`/${name}`) },
    });
  });

  test("is a package when it is imported by a bare name", async () => {
    const found = await failure({ "host.ts": 'import x from "left-pad";\nexport default x;' }, "host.ts");
    expect(found).toMatchObject({ code: "package-not-found", file: "host.ts", data: { name: "left-pad" } });
  });
});

describe("a name that nobody exports is told, and not what comes of it", () => {
  const lib = { "lib.ts": "export const port = 80;\nexport const web = { imports: [] };\n" };

  test.each([
    ["is called", 'import { prt } from "./lib.ts";\nexport default { config: { a: prt() } };', 10, "./lib.ts", "prt"],
    ["is made", 'import { Prt } from "./lib.ts";\nexport default new Prt();', 10, "./lib.ts", "Prt"],
    [
      "is an argument that Confix refuses",
      'import { types } from "confix";\nimport { prt } from "./lib.ts";\ntypes.listOf(prt);',
      10,
      "./lib.ts",
      "prt",
    ],
    ["is of Confix", 'import { mkIff } from "confix";\nexport default mkIff(true, {});', 10, "confix", "mkIff"],
    ["stands for a module", 'import { wb } from "./lib.ts";\nexport default { imports: [wb] };', 10, "./lib.ts", "wb"],
    [
      "stands for a default module",
      'import web from "./lib.ts";\nexport default { imports: [web] };',
      8,
      "./lib.ts",
      "default",
    ],
  ])("that %s", async (_, host, column, specifier, name) => {
    const found = await diagnosticsOf(async () => await evaluate({ "host.ts": host, ...lib }, "host.ts"));
    expect(found).toMatchObject([{ code: "missing-export", column, data: { name, specifier } }]);
  });

  test("that two files make of importing each other, which is another mistake", async () => {
    const files = {
      "host.ts": 'import { a } from "./a.ts";\nexport const b = {};\nexport default { imports: [a] };',
      "a.ts": 'import { b } from "./host.ts";\nexport const a = { imports: [b] };',
    };
    expect(await failure(files, "host.ts")).toMatchObject({ code: "not-a-module" });
  });
});

describe("the place of an error is never in a library, nor in Confix, nor in the program that calls it", () => {
  test.each([
    ["of the configuration file", { "confix.config.yaml": "modules: [./nope.ts]\n" }, []],
    ["that is given", {}, ["nope.ts"]],
  ])("when a file is missing %s", async (_name, files, argv) => {
    const cwd = writeFiles(files);
    const { stderr } = spawnSync(process.execPath, [builtProgram(), "eval", ...argv], { cwd, encoding: "utf8" });
    expect(stderr).toContain("nope.ts` does not exist");
    expect(stderr).not.toMatch(/^ {2}at /m);
  });

  test("when a program calls loadConfig", async () => {
    const { href } = pathToFileURL(join(packageRoot, "dist/src/node.js"));
    const text = `import { loadConfig } from "${href}";
      try { await loadConfig({ files: ["nope.ts"] }); } catch (error) { console.log(JSON.stringify(error.diagnostics[0].origin)); }`;
    const cwd = writeFiles({ "program.mjs": text });
    const { stdout } = spawnSync(process.execPath, ["program.mjs"], { cwd, encoding: "utf8" });
    expect(stdout).toBe("null\n");
  });

  test("when a package throws that a module calls", async () => {
    const files = {
      "host.ts": 'import { fail } from "thrower";\n\nfail();\nexport default {};',
      "node_modules/thrower/package.json": '{ "name": "thrower", "main": "index.js" }',
      "node_modules/thrower/index.js": '\n\n\n\nexports.fail = () => { throw new Error("thrown"); };',
    };
    expect(await failure(files, "host.ts")).toMatchObject({ code: "load-threw", file: "host.ts", line: 3 });
  });
});

test("a folder is no module", async () => {
  const found = await failure({ "sub/host.ts": "" }, "sub");
  expect(found).toMatchObject({ code: "file-unreadable", data: { reason: "it is a folder" } });
});

test("a folder that is imported is no module, and the importer is named", async () => {
  const found = await failure({ "sub/host.ts": "", "host.yaml": "imports: [./sub]\n" }, "host.yaml");
  expect(found).toMatchObject({ code: "file-unreadable", file: "host.yaml", data: { reason: "it is a folder" } });
});

test.each(["loop", "loop.ts"])("a link to itself, %s, cannot be read", async (name) => {
  const cwd = writeFiles({ "host.yaml": `imports: [./${name}]\n` });
  symlinkSync(name, join(cwd, name));
  const [found] = await diagnosticsOf(async () => await loadConfig({ files: ["host.yaml"], cwd, env: {} }));
  expect(found).toMatchObject({ code: "file-unreadable", file: join(cwd, "host.yaml") });
  expect(found?.message).toContain("round in a circle");
});

test("an empty path names nothing, and the importer is named", async () => {
  for (const text of ['export default { imports: [""] };', 'export default () => ({ imports: [""] });']) {
    expect(await failure({ "host.ts": text }, "host.ts")).toMatchObject({ code: "unsupported-file", file: "host.ts" });
  }
});

test("JSON that a script imports says where it is wrong", async () => {
  const files = { "host.ts": 'import x from "./x.json";\nexport default x;', "x.json": '{\n  "a": 1,\n  b: 2 }' };
  expect(await failure(files, "host.ts")).toMatchObject({ code: "syntax-error", file: "x.json", line: 3, column: 3 });
});

describe("a module that throws while it is loaded", () => {
  test("says its own message and the line", async () => {
    const text = '\nfunction boom(): never {\n  throw new TypeError("out of cheese");\n}\nboom();\nexport default {};';
    const found = await failure({ "host.ts": text }, "host.ts");
    expect(found).toMatchObject({ code: "load-threw", file: "host.ts", line: 3, data: { message: "out of cheese" } });
  });

  test("is named where it throws, not where it is imported", async () => {
    const files = {
      "host.ts": 'import x from "./x.ts";\nexport default x;',
      "x.ts": "\n\nnull.x;\nexport default {};",
    };
    expect(await failure(files, "host.ts")).toMatchObject({ code: "load-threw", file: "x.ts", line: 3 });
  });

  test("may throw anything", async () => {
    expect(await failure({ "host.ts": 'throw "text";' }, "host.ts")).toMatchObject({ data: { message: '"text"' } });
  });

  test("may have called Confix wrongly: then that is what is wrong, at the line of the call", async () => {
    const text = 'import { mkOption } from "confix";\n\nexport default { options: { a: mkOption({ typo: 1 }) } };';
    const found = await failure({ "host.ts": text }, "host.ts");
    expect(found?.code).not.toBe("load-threw");
    expect(found).toMatchObject({ file: "host.ts", line: 3 });
  });

  test("does not leave a half of itself behind for the next one", async () => {
    const files = {
      "bad.ts": 'export const a = 1;\nthrow new Error("once");',
      "host.ts": 'import { a } from "./bad.ts";\nexport default { a };',
    };
    expect(await failure(files, "host.ts")).toMatchObject({ data: { message: "once" } });
  });
});

describe("a file that holds no module", () => {
  test("without default export names what it exports", async () => {
    const found = await failure({ "host.ts": "export const a = 1, b = 2;" }, "host.ts");
    expect(found).toMatchObject({ code: "no-default-export", data: { from: null, exports: ["a", "b"] } });
  });

  test("and exports nothing", async () => {
    expect(await failure({ "host.ts": "const a = 1;" }, "host.ts")).toMatchObject({
      code: "no-default-export",
      data: { exports: [] },
    });
  });

  test("tells who named it", async () => {
    for (const [text, code] of [
      ["export const a = 1;", "no-default-export"],
      ["export default 7;", "bad-default-export"],
    ] as const) {
      const files = { "host.yaml": "imports: [./net.ts]\n", "net.ts": text };
      expect(await failure(files, "host.yaml")).toMatchObject({
        code,
        file: "net.ts",
        data: { from: expect.stringMatching(/host\.yaml$/) },
      });
    }
  });

  test("but a function that returns none", async () => {
    for (const [value, found] of [
      ["async () => ({})", "a promise"],
      ["() => 5", "the number 5"],
    ]) {
      expect(await failure({ "host.ts": `export default ${value};` }, "host.ts")).toMatchObject({
        code: "not-a-module",
        file: "host.ts",
        data: { found, isResult: true },
      });
    }
  });

  test.each(["5", '"text"', "[1]", "null", "true", "new Map()", "Promise.resolve({})", "new Date()"])(
    "but %s",
    async (value) => {
      expect(await failure({ "host.ts": `export default ${value};` }, "host.ts")).toMatchObject({
        code: "bad-default-export",
        file: "host.ts",
      });
    },
  );

  test.each([
    ["host.yaml", "- 1\n- 2\n"],
    ["host.json", "null"],
    ["host.json", "5"],
  ])("%s: %j", async (name, text) => {
    expect(await failure({ [name]: text }, name)).toMatchObject({ code: "data-not-a-module", file: name });
  });
});

test.each(["host.txt", "host", "host.cjs", "https://example.org/host.ts"])("%s cannot be a module", async (name) => {
  const files: Files = name.startsWith("https") ? {} : { [name]: "" };
  expect(await failure(files, name)).toMatchObject({ code: "unsupported-file" });
});

test.each(["host.yaml", "host.ts"])("bad bytes in %s are an error with their offset", async (name) => {
  const bytes = new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0x0a]);
  expect(await failure({ [name]: bytes }, name)).toMatchObject({ code: "bad-encoding", data: { offset: 3 } });
});

test("bad bytes in a script that is imported are an error as well", async () => {
  const text = new TextEncoder().encode('export const a = "x";\n');
  text[18] = 0xff;
  const files = { "host.ts": 'import { a } from "./x.ts";\nexport default { a };', "x.ts": text };
  expect(await failure(files, "host.ts")).toMatchObject({ code: "bad-encoding", data: { offset: 18 } });
});

test("import cycles by path work", async () => {
  const files = {
    "a.ts": `${declare("x", "y").replace("options:", 'imports: ["./b.ts"], options:')}`,
    "b.ts": 'export default { imports: ["./a.ts", "./c.yaml"], config: { x: 1 } };',
    "c.yaml": "imports: [./c.yaml, ./a.ts]\ny: 2\n",
  };
  expect(await evaluate(files, "a.ts")).toEqual({ x: 1, y: 2 });
});
