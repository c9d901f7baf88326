import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as confix from "../../src/index.ts";
import { loadConfig } from "../../src/node.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";
import { declare, evaluate } from "./load.ts";
import { writeFiles } from "./temporary-files.ts";

describe("script modules", () => {
  test.each(["ts", "mts", "js", "mjs"])(
    "in a .%s file are loaded with nothing installed beside them",
    async (extension) => {
      const name = `host.${extension}`;
      expect(await evaluate({ [name]: `${declare("a")}`.replace("default: null", "default: 7") }, name)).toEqual({
        a: 7,
      });
    },
  );

  test("in CommonJS are loaded, and get the running Confix", async () => {
    const text =
      'const { mkOption } = require("confix");\nmodule.exports = { options: { a: mkOption({ default: 1 }) } };\n';
    expect(await evaluate({ "host.js": text }, "host.js")).toEqual({ a: 1 });
  });

  test("get the Confix that runs, also when another is installed beside them", async () => {
    const folder = writeFiles({
      "node_modules/confix/package.json": '{ "name": "confix", "type": "module", "exports": "./index.js" }',
      "node_modules/confix/index.js": "export const mkOption = () => { throw new Error('the other one') };",
      "a.ts":
        'import * as confix from "confix";\nexport default { options: {}, config: {}, key: "a" };\nexport const found = confix;\n',
      "host.ts": 'import { found } from "./a.ts";\nglobalThis.seen = found;\nexport default {};\n',
      "b.mjs": 'import { evalModules } from "confix";\nglobalThis.seenByScript = evalModules;\nexport default {};\n',
    });
    await loadConfig({ files: ["host.ts", "b.mjs"], cwd: folder, env: {} });
    const seen = globalThis as { seen?: { mkOption?: unknown }; seenByScript?: unknown };
    expect(seen.seen?.mkOption).toBe(confix.mkOption);
    expect(seen.seenByScript).toBe(confix.evalModules);
    delete seen.seen;
    delete seen.seenByScript;
  });

  test("may import `confix/node`", async () => {
    const text = `import { modulesPath, mkOption } from "confix/node";
      export default { options: { a: mkOption({ default: typeof modulesPath }) } };`;
    expect(await evaluate({ "host.ts": text }, "host.ts")).toEqual({ a: "string" });
  });

  test("may import JSON, CommonJS and packages that are installed", async () => {
    const value = await evaluate(
      {
        "data.json": '{ "x": 1 }',
        "old.cjs": "module.exports = { y: 2 };",
        "node_modules/three/package.json": '{ "name": "three", "type": "module", "exports": "./index.js" }',
        "node_modules/three/index.js": "export const z = 3; export default 4;",
        "host.ts": `import { mkOption } from "confix";
          import data from "./data.json" with { type: "json" };
          import old from "./old.cjs";
          import four, { z } from "three";
          export default { options: { a: mkOption({ default: [data.x, old.y, z, four] }) } };`,
      },
      "host.ts",
    );
    expect(value).toEqual({ a: [1, 2, 3, 4] });
  });

  test("know their own place", async () => {
    const text =
      'import { mkOption } from "confix";\nexport default { options: { a: mkOption({ default: import.meta.url }) } };';
    expect(await evaluate({ "host.ts": text }, "host.ts")).toEqual({ a: expect.stringMatching(/^file:.*\/host\.ts$/) });
  });
});

describe("a file is run once,", () => {
  const counting = (name: string): string =>
    `globalThis.${name} = (globalThis.${name} ?? 0) + 1;\nexport default {};\n`;
  const count = (name: string): unknown => {
    const value: unknown = Reflect.get(globalThis, name);
    Reflect.deleteProperty(globalThis, name);
    return value;
  };

  test("whether it is imported by value, by path, through a link, or given", async () => {
    const folder = writeFiles({
      "shared.ts": counting("runsByAll"),
      "shared2.mjs": counting("runsByScript"),
      "a.ts":
        'import s from "./shared.ts";\nimport m from "./shared2.mjs";\nexport default { imports: [s, m, "./shared.ts"] };',
      "b.ts":
        'export default { imports: ["./linked/shared.ts", "./shared2.mjs", new URL("./shared.ts", import.meta.url).href] };',
    });
    symlinkSync(folder, join(folder, "linked"));
    const { graph } = await loadConfig({ files: ["a.ts", "b.ts", "shared.ts"], cwd: folder, env: {} });
    expect(graph).toHaveLength(3);
    expect(count("runsByAll")).toBe(1);
    expect(count("runsByScript")).toBe(1);
  });

  test("also when some that import it wait at their top", async () => {
    const files = {
      "shared.mjs": counting("runsByWaiting"),
      "waits.ts": 'import s from "./shared.mjs";\nawait (async () => {})();\nexport default { imports: [s] };',
      "plain.ts": 'import s from "./shared.mjs";\nimport w from "./waits.ts";\nexport default { imports: [s, w] };',
    };
    expect(await evaluate(files, ["waits.ts", "plain.ts"])).toEqual({});
    expect(count("runsByWaiting")).toBe(1);
  });

  test("and again by the next loadConfig, which sees what has changed", async () => {
    const folder = writeFiles({ "host.ts": declare("a") });
    const load = async (): Promise<unknown> =>
      (await loadConfig({ files: ["host.ts"], cwd: folder, env: {} })).output().value;
    expect(await load()).toEqual({ a: null });
    writeFileSync(join(folder, "host.ts"), declare("b"));
    expect(await load()).toEqual({ b: null });
  });
});

describe("top-level await", () => {
  const waiting =
    'const a = await Promise.resolve(5);\nimport { mkOption } from "confix";\nexport default { options: { a: mkOption({ default: a }) } };';

  test.each(["ts", "mts", "mjs", "js"])("works in a given .%s file", async (extension) => {
    expect(await evaluate({ [`host.${extension}`]: waiting }, `host.${extension}`)).toEqual({ a: 5 });
  });

  test("works in files that are imported, by value and by path, at any depth", async () => {
    const files = {
      "waits.ts": waiting,
      "for.ts":
        'import { mkOption } from "confix";\nlet sum = 0;\nfor await (const n of [1, 2]) sum += n;\nexport default { options: { b: mkOption({ default: sum }) } };',
      "value.ts": 'import waits from "./waits.ts";\nexport default { imports: [waits] };',
      "host.yaml": "imports: [./value.ts, ./for.ts]\n",
    };
    expect(await evaluate(files, "host.yaml")).toEqual({ a: 5, b: 3 });
  });

  test("is an error in a file that is only found during evaluation", async () => {
    const files = { "waits.ts": waiting, "host.ts": 'export default () => ({ imports: ["./waits.ts"] });' };
    const [found] = await diagnosticsOf(async () => await evaluate(files, "host.ts"));
    expect(found).toMatchObject({ code: "top-level-await", file: expect.stringMatching(/waits\.ts$/) });
  });

  test("inside of a function is no top-level await", async () => {
    const text =
      'import { mkOption } from "confix";\nconst f = async () => await 1;\nclass C { async m() { for await (const x of []) x; } }\nexport default { options: { a: mkOption({ default: typeof f }) } };';
    expect(
      await evaluate({ "found.ts": text, "host.ts": 'export default () => ({ imports: ["./found.ts"] });' }, "host.ts"),
    ).toEqual({ a: "function" });
  });
});

test("transformed files are kept in the user's cache folder, and only there", async () => {
  const folder = writeFiles({ "host.ts": declare("a") });
  const cache = join(folder, "cache");
  mkdirSync(cache);
  await loadConfig({ files: ["host.ts"], cwd: folder, env: { XDG_CACHE_HOME: cache } });
  expect(readdirSync(join(cache, "confix"), { recursive: true }).join()).toMatch(/host/);
  expect(readdirSync(folder).toSorted()).toEqual(["cache", "host.ts"]);
});

test("a cache folder that cannot be written is done without", async () => {
  const folder = writeFiles({ "host.ts": declare("a"), file: "" });
  const evaluation = await loadConfig({
    files: ["host.ts"],
    cwd: folder,
    env: { XDG_CACHE_HOME: join(folder, "file") },
  });
  expect(evaluation.output().value).toEqual({ a: null });
});
