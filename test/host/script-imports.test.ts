// What scripts can import, and how: on a first run, and on a second, which finds what the first has kept.
import { realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { running } from "../../src/cli/running.ts";
import { ScriptRunner } from "../../src/host/scripts.ts";
import { writeFiles } from "./temporary-files.ts";

type Files = Readonly<Record<string, string>>;

/** What `host.ts` exports by default, in two runs, which have to agree. */
async function exported(files: Files, prepare: (folder: string) => void = () => {}): Promise<unknown> {
  const folder = writeFiles(files);
  prepare(folder);
  const run = async (): Promise<unknown> => {
    const runner = new ScriptRunner(running, join(folder, "cache"));
    return (await runner.run(join(folder, "host.ts"), null))["default"];
  };
  const first = await run();
  expect(await run()).toEqual(first);
  return first;
}

const one = (name: string): Files => ({ [name]: "export default 1;\n" });
const importing = (specifier: string): string => `import x from ${JSON.stringify(specifier)};\nexport default [x];\n`;

describe("a relative path names", () => {
  test.each([
    ["./a.ts", "a.ts"],
    ["./a.mts", "a.mts"],
    ["./a.mjs", "a.mjs"],
    ["./a", "a.ts"],
    ["./a", "a.js"],
    ["./a", "a/index.ts"],
    ["./a/", "a/index.js"],
    ["./a.js", "a.ts"],
    ["./a.mjs", "a.mts"],
    ["./a.test", "a.test.ts"],
    ["./lib/../a.ts", "a.ts"],
    ["./a%20b.ts", "a b.ts"],
  ])("by %j the file %s", async (specifier, name) => {
    expect(await exported({ ...one(name), "lib/x.txt": "", "host.ts": importing(specifier) })).toEqual([1]);
  });

  test("JavaScript where a script of both languages is there", async () => {
    const files = { "a.js": 'export default "js";\n', "a.ts": 'export default "ts";\n' };
    expect(await exported({ ...files, "host.ts": importing("./a") })).toEqual(["js"]);
    expect(await exported({ ...files, "host.ts": importing("./a.js") })).toEqual(["js"]);
  });

  test("one file, by whatever links it is reached", async () => {
    const files = {
      "real/a.ts": "globalThis.confixRuns = (globalThis.confixRuns ?? 0) + 1;\nexport default {};\n",
      "host.ts":
        'import a from "./real/a.ts";\nimport b from "./linked/a.ts";\nimport c from "./c.ts";\nexport default [a === b, a === c, globalThis.confixRuns];\n',
    };
    const link = (folder: string): void => {
      symlinkSync(join(folder, "real"), join(folder, "linked"));
      symlinkSync(join(folder, "real/a.ts"), join(folder, "c.ts"));
    };
    const folder = writeFiles(files);
    link(folder);
    for (const expected of [1, 2]) {
      const runner = new ScriptRunner(running, join(folder, "cache"));
      expect(runner.runNow(join(folder, "host.ts"), null)["default"]).toEqual([true, true, expected]);
      expect(runner.files()).toContain(realpathSync(join(folder, "c.ts")));
    }
    Reflect.deleteProperty(globalThis, "confixRuns");
  });
});

describe("what is imported may be", () => {
  test("a file that imports it back", async () => {
    const files = {
      "a.ts": 'import { b } from "./b.ts";\nexport const a = 1;\nexport const sum = () => a + b;\n',
      "b.ts": 'import { a } from "./a.ts";\nexport const b = 2;\nexport const later = () => a;\n',
      "host.ts": 'import { sum } from "./a.ts";\nimport { later } from "./b.ts";\nexport default [sum(), later()];\n',
    };
    expect(await exported(files)).toEqual([3, 1]);
  });

  test.each([
    ["an object", '{ "x": 1 }', { x: 1 }],
    ["a list", "[1]", [1]],
    ["a number", "5", 5],
    ["null", "null", null],
    ["an object with a member `default`", '{ "default": 1, "x": 2 }', { default: 1, x: 2 }],
    ["an object behind a byte order mark", '\uFEFF{ "x": 1 }', { x: 1 }],
  ])("JSON that is %s", async (_name, text, value) => {
    expect(await exported({ "data.json": text, "host.ts": importing("./data.json") })).toEqual([value]);
  });

  test("a package, a part of Node, and CommonJS, each by its own rules", async () => {
    const files = {
      "node_modules/esm/package.json":
        '{ "type": "module", "exports": { "import": "./in.js", "require": "./in.cjs" } }',
      "node_modules/esm/in.js": 'export default "module";\n',
      "node_modules/esm/in.cjs": 'module.exports = "CommonJS";\n',
      "node_modules/old/index.js": "exports.y = require('./y');\n",
      "node_modules/old/y.js": "module.exports = 2;\n",
      "old.cjs": "module.exports = { x: __filename.endsWith('old.cjs'), old: require('old').y };\n",
      "plain.js": "module.exports = typeof require.main;\n",
      "host.ts": `import esm from "esm"; import { y } from "old"; import old from "./old.cjs"; import plain from "./plain.js";
        import { sep } from "node:path"; import fs from "fs"; import { mkForce } from "confix";
        export default [esm, y, old, plain, sep, typeof fs.readFileSync, mkForce(1).content];\n`,
    };
    expect(await exported(files)).toEqual(["CommonJS", 2, { x: true, old: 2 }, expect.any(String), "/", "function", 1]);
  });
});

describe("in a script", () => {
  test("`import()` takes what `import` takes, and may wait for it", async () => {
    const files = {
      "a.ts": "export const a = await Promise.resolve(1);\n",
      "b.mjs": 'import { mkForce } from "confix";\nexport const b = mkForce(2).content;\n',
      "c.json": '{ "c": 3 }',
      "host.ts": `const [a, b, c, again, path, confix] = await Promise.all([
          import("./a.ts"), import("./b.mjs"), import("./c.json"), import("./a.ts"), import("node:path"), import("confix"),
        ]);
        export default [a.a, b.b, c.default.c, a.a === again.a, path.sep, typeof confix.mkForce];\n`,
    };
    expect(await exported(files)).toEqual([1, 2, 3, true, "/", "function"]);
  });

  test("`import()` of what is not there rejects", async () => {
    const files = { "host.ts": 'export default await import("./no.ts").catch((error) => error.code);\n' };
    expect(await exported(files)).toMatch(/MODULE_NOT_FOUND$/);
  });

  test("`require`, `module`, `__filename` and `import.meta` are there", async () => {
    const files = {
      "node_modules/esm/package.json": '{ "type": "module", "exports": "./in.js" }',
      "node_modules/esm/in.js": "export default 1;\n",
      "lib/a.ts": "export default 1;\n",
      "host.ts": `const relative = (file: string): string => file.replace(/^(file:\\/\\/)?/, "").replace(__dirname, ".");
        export default [
          require("./lib/a.ts").default, require.resolve("./lib/a"), require.resolve("esm"), module.id, module.loaded, __filename,
          import.meta.url, import.meta.filename, import.meta.resolve("./lib/a.ts"), module.paths[0], require.resolve.paths("x")[0],
        ].map((each) => (typeof each === "string" ? relative(each) : each));\n`,
    };
    const [host, a] = ["./host.ts", "./lib/a.ts"];
    expect(await exported(files)).toEqual([
      1,
      a,
      "./node_modules/esm/in.js",
      host,
      false,
      host,
      host,
      host,
      a,
      "./node_modules",
      "./node_modules",
    ]);
  });
});
