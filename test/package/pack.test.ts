// The package that npm would publish: what is in it, that it installs and works in an empty folder, and that
// publint and attw find nothing.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../repository/files.ts";
import { install, makeScratch, pack, run } from "./packed.ts";
import type { Tarball } from "./packed.ts";

const fixtures = join(root, "test/package/fixtures");
const scratch = makeScratch("pack");
const project = join(scratch.folder, "project");
let tarball: Tarball;

beforeAll(() => {
  tarball = pack(scratch.folder);
  install(tarball, project);
});
afterAll(scratch.remove);

describe("the package", () => {
  test("holds what runs, its types, the schemas, the pages and the user's tsconfig, and nothing else", () => {
    const expected =
      /^(dist\/(src|schemas|modules)\/.+\.(js|d\.ts)|dist\/modules\/.+\.cjs|dist\/src\/cli\/(program\.cjs|package\.json|LICENSES\.txt)|schemas\/[^/]+\.json|docs\/.+\.md|tsconfig\.base\.json|package\.json|README\.md|LICENSE)$/;
    expect(tarball.files.filter((file) => !expected.test(file))).toEqual([]);
    for (const file of [
      "dist/src/index.js",
      "dist/src/node.d.ts",
      "tsconfig.base.json",
      "README.md",
      "LICENSE",
      "docs/differences.md",
    ]) {
      expect(tarball.files).toContain(file);
    }
    const modules = tarball.files.filter((file) => /^dist\/modules\/.+\.js$/.test(file));
    expect(modules).not.toEqual([]);
    // Each once more, for the command.
    expect(tarball.files).toEqual(expect.arrayContaining(modules.map((file) => file.replace(/\.js$/, ".cjs"))));
    expect(tarball.files.filter((file) => file.startsWith("schemas/"))).not.toEqual([]);
  });

  test("passes on the licences of the packages that are part of the command", () => {
    const licences = readFileSync(join(project, "node_modules/confix/dist/src/cli/LICENSES.txt"), "utf8");
    const program = readFileSync(join(project, "node_modules/confix/dist/src/cli/program.cjs"), "utf8");
    const packages = new Set(
      [...program.matchAll(/^\/\/ (?:\.\.\/)+((?:@[^/]+\/)?[^/]+)\//gm)].map(([, name]) => name),
    );
    expect([...packages]).toContain("commander");
    for (const name of packages) expect(licences.split("\n")).toContain(name?.split("/").at(-1));
    expect(licences).toMatch(/Permission is hereby granted/);
  });

  test("satisfies publint", async () => {
    const bytes = readFileSync(tarball.path);
    const archive = new Uint8Array(bytes).buffer;
    const { messages } = await publint({ level: "suggestion", strict: true, pack: { tarball: archive } });
    expect(messages).toEqual([]);
  });

  test("satisfies attw", () => {
    const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const extra = ["--no-definitely-typed", "--include-entrypoints", "modules/services/nginx"];
    // A problem makes it exit with 1, which throws here.
    const report = run(root, process.execPath, [
      attw,
      tarball.path,
      "--profile",
      "esm-only",
      "--format",
      "ascii",
      ...extra,
    ]);
    expect(report).toContain('"confix/modules/services/nginx"');
    expect(report.match(/^node16 \(from ESM\): 🟢 \(ESM\)/gm)).toHaveLength(3);
  });
});

describe("installed in an empty folder", () => {
  const host = [
    'import { defineModule, mkIf, mkOption, types } from "confix";',
    'import nginx from "confix/modules/services/nginx";',
    "export default defineModule({",
    "  imports: [nginx],",
    "  options: {",
    "    port: mkOption({ type: types.port, default: 80 }),",
    "    url: mkOption({ type: types.str }),",
    "  },",
    "}).config({",
    "  port: 8080,",
    "  url: mkIf(({ config }) => config.port > 1024, ({ config }) => `http://localhost:${config.port}`),",
    "});",
  ].join("\n");
  const file = (name: string, text: string): void => writeFileSync(join(project, name), text);
  const tsc = (config: string): string =>
    run(project, process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", config]);

  test("the command evaluates a TypeScript module", () => {
    file("host.ts", host);
    const output = run(project, join(project, "node_modules/.bin/confix"), ["eval", "host.ts"]);
    expect(JSON.parse(output)).toMatchObject({ port: 8080, url: "http://localhost:8080" });
    expect(run(project, "npx", ["--no-install", "confix", "eval", "host.ts", "--at", "port"])).toBe("8080\n");
  });

  test("a program evaluates modules in memory and from files", () => {
    file("host.ts", host);
    file(
      "embed.mjs",
      [
        'import { evalModules, mkOption, types } from "confix";',
        'import { loadConfig, modulesPath } from "confix/node";',
        "const options = { a: mkOption({ type: types.int, default: 1 }) };",
        "const inMemory = evalModules({ modules: [{ options }, { config: { a: 2 } }] }).config.a;",
        'const fromFile = (await loadConfig({ files: ["host.ts"] })).config.url;',
        "console.log(JSON.stringify({ inMemory, fromFile, modulesPath }));",
      ].join("\n"),
    );
    expect(JSON.parse(run(project, process.execPath, ["embed.mjs"]))).toEqual({
      inMemory: 2,
      fromFile: "http://localhost:8080",
      modulesPath: join(project, "node_modules/confix/dist/modules"),
    });
  });

  test("a user's modules are type-checked with the settings of `confix/tsconfig.json`", () => {
    file("host.ts", host);
    file("tsconfig.json", '{ "extends": "confix/tsconfig.json", "include": ["host.ts"] }');
    expect(tsc("tsconfig.json")).toBe("");
  });

  test("a wrong value in a user's module is a type error", () => {
    file("wrong.ts", host.replace("port: 8080", 'port: "http"'));
    file("tsconfig.wrong.json", '{ "extends": "confix/tsconfig.json", "include": ["wrong.ts"] }');
    expect(() => tsc("tsconfig.wrong.json")).toThrow(
      expect.objectContaining({ stdout: expect.stringContaining("wrong.ts(10,3)") }),
    );
  });

  test("a user's modules can be published: their declarations name no type that Confix keeps to itself", () => {
    file("library.ts", readFileSync(join(fixtures, "library.ts"), "utf8"));
    const settings = { declaration: true, emitDeclarationOnly: true, noEmit: false, outDir: "declared" };
    const library = { extends: "confix/tsconfig.json", compilerOptions: settings, include: ["library.ts"] };
    file("tsconfig.library.json", JSON.stringify(library));
    expect(tsc("tsconfig.library.json")).toBe("");
    file("declared/user.ts", readFileSync(join(fixtures, "library-user.ts"), "utf8"));
    file("tsconfig.user.json", '{ "extends": "confix/tsconfig.json", "include": ["declared/user.ts"] }');
    expect(tsc("tsconfig.user.json")).toBe("");
  });

  test("the schemas can be read by name", () => {
    const [schema] = tarball.files.filter((name) => name.startsWith("schemas/"));
    file(
      "schema.mjs",
      `import schema from "confix/${schema}" with { type: "json" };\nconsole.log(typeof schema.$schema);`,
    );
    expect(run(project, process.execPath, ["--no-warnings", "schema.mjs"])).toBe("string\n");
  });
});
