// `confix eval --watch`: which files are watched, and what may happen to them.
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { confix } from "./run.ts";
import { Watching, watchedFiles as files, watchedHost as host } from "./watching.ts";

describe("files of every kind", () => {
  const imports = ["a.json", "b.jsonc", "c.toml", "d.yaml", "e.mjs", "f.ts", "sub/g.js"];
  const all: Readonly<Record<string, string>> = {
    "host.ts": `import { mkOption, types } from "confix";
import { text } from "./lib/text.ts";
import data from "./data.json";
import common from "./common.cjs";
export default {
  imports: ${JSON.stringify(imports.map((name) => `./${name}`))},
  options: { v: mkOption({ type: types.attrsOf(types.anything) }) },
  config: { v: { text, data: data.x, common: common.x } },
};
`,
    "lib/text.ts": 'import { inner } from "./inner.ts";\nexport const text = `text ${inner}`;\n',
    "lib/inner.ts": "export const inner = 1;\n",
    "data.json": '{ "x": 1 }',
    "common.cjs": 'module.exports = { x: require("./common-part.cjs") };\n',
    "common-part.cjs": "module.exports = 1;\n",
    "a.json": '{ "v": { "a": 1 } }',
    "b.jsonc": '{ "v": { "b": 1 } } // b',
    "c.toml": "v.c = 1\n",
    "d.yaml": "v: { d: 1 }\n",
    "e.mjs": "export default { v: { e: 1 } };\n",
    "f.ts": "const f: number = 1;\nexport default { v: { f } };\n",
    "sub/g.js": "export default { v: { g: 1 } };\n",
  };
  const edits: readonly (readonly [file: string, content: string, printed: string])[] = [
    ["a.json", '{ "v": { "a": 2 } }', "v.a = 2\n"],
    ["b.jsonc", '{ "v": { "b": 2 } } // b', "v.b = 2\n"],
    ["c.toml", "v.c = 2\n", "v.c = 2\n"],
    ["d.yaml", "v: { d: 2 }\n", "v.d = 2\n"],
    ["e.mjs", "export default { v: { e: 2 } };\n", "v.e = 2\n"],
    ["f.ts", "const f: number = 2;\nexport default { v: { f } };\n", "v.f = 2\n"],
    ["sub/g.js", "export default { v: { g: 2 } };\n", "v.g = 2\n"],
    ["lib/inner.ts", "export const inner = 2;\n", 'v.text = "text 2"\n'],
    ["data.json", '{ "x": 2 }', "v.data = 2\n"],
    ["common.cjs", 'module.exports = { x: require("./common-part.cjs") + 1 };\n', "v.common = 2\n"],
    ["common-part.cjs", "module.exports = 2;\n", "v.common = 3\n"],
  ];

  it("are watched, with what they import", async () => {
    const [watching] = await Watching.begin(all, ["host.ts"]);
    for (const [file, content, printed] of edits) {
      expect({ file, ...(await watching.change({ [file]: content })) }).toMatchObject({ file, stdout: printed });
    }
    const fresh = await confix(["eval", "host.ts", "--compact"], { cwd: watching.cwd });
    expect(JSON.parse(fresh.stdout)).toEqual({
      v: { a: 2, b: 2, c: 2, d: 2, e: 2, f: 2, g: 2, text: "text 2", data: 2, common: 3 },
    });
  });

  it("are watched where the configuration of the tool or the environment names them", async () => {
    const [watching, first] = await Watching.begin(
      {
        ...files,
        "confix.config.ts": 'export { default } from "./settings.ts";\n',
        "settings.ts": 'export default { modules: ["./host.ts"], specialArgs: { a: 1 } };\n',
        "extra.yaml": "name: extra\n",
      },
      ["--compact"],
      { env: { CONFIX_EXTRA_MODULES: "extra.yaml" } },
    );
    expect(first.stdout).toBe('{"name":"extra","port":8080,"tags":{},"url":"http://extra:8080"}\n');
    const extra = await watching.change({ "extra.yaml": "name: other\n" });
    expect(extra.stdout).toBe('{"changed":{"name":"other","url":"http://other:8080"},"removed":[]}\n');
    const config = await watching.change({
      "settings.ts": 'export default { modules: ["./host.ts", "./more.yaml"] };\n',
      "more.yaml": "tags: { more: 1 }\n",
    });
    expect(config.stdout).toBe('{"changed":{"tags.more":1},"removed":[]}\n');
    const more = await watching.change({ "more.yaml": "tags: { more: 2 }\n" });
    expect(more.stdout).toBe('{"changed":{"tags.more":2},"removed":[]}\n');
  });

  it("are watched from when they are imported", async () => {
    const [watching] = await Watching.begin(files, ["host.ts"]);
    const withMore = host.replace('"./site.yaml"', '"./site.yaml", "./more/more.yaml"');
    const added = await watching.change({ "more/more.yaml": "name: more\n", "host.ts": withMore });
    expect(added.stdout).toBe('name = "more"\nurl = "http://more:8080"\n');
    const edited = await watching.change({ "more/more.yaml": "name: most\n" });
    expect(edited.stdout).toBe('name = "most"\nurl = "http://most:8080"\n');
    const removed = await watching.change({ "host.ts": host, more: null });
    expect(removed.stdout).toBe('name = "web"\nurl = "http://web:8080"\n');
  });
});

describe("files that come and go", () => {
  it("are replaced by others of their name", async () => {
    const [watching] = await Watching.begin(files, ["host.ts"]);
    for (const port of [1, 2]) {
      const fresh = join(watching.cwd, "site.yaml~");
      writeFileSync(fresh, `port: ${port}\n`);
      renameSync(fresh, join(watching.cwd, "site.yaml"));
      expect((await watching.turn()).stdout).toBe(`port = ${port}\nurl = "http://web:${port}"\n`);
    }
  });

  it("are removed and come again, also with their folder", async () => {
    const inside = { "host.ts": host.replace("./site", "./sub/deep/site"), "sub/deep/site.yaml": "port: 1\n" };
    const [watching] = await Watching.begin(inside, ["host.ts"]);
    for (const [gone, port] of [
      ["sub/deep/site.yaml", 2],
      ["sub/deep", 3],
      ["sub", 4],
    ] as const) {
      const lost = await watching.change({ [gone]: null });
      expect({ gone, ...lost }).toMatchObject({
        gone,
        stdout: "",
        stderr: expect.stringContaining("error[file-not-found]"),
      });
      const again = await watching.change({ "sub/deep/site.yaml": `port: ${port}\n` });
      expect({ gone, stdout: again.stdout }).toEqual({ gone, stdout: `port = ${port}\nurl = "http://web:${port}"\n` });
    }
  });

  it("may be imported by scripts before they are there", async () => {
    const [watching, first] = await Watching.begin(
      { "host.ts": 'import { v } from "./late/value";\nexport default { freeform: v };\n' },
      ["host.ts"],
    );
    expect(first.stderr).toContain("error[file-not-found]");
    mkdirSync(join(watching.cwd, "late"));
    const found = await watching.change({
      "late/value.ts": 'import { mkOption, types } from "confix";\nexport const v = 1;\n',
      "host.ts": `import { mkOption, types } from "confix";
import { v } from "./late/value";
export default { options: { a: mkOption({ type: types.int, default: v }) } };
`,
    });
    expect(JSON.parse(found.stdout)).toEqual({ a: 1 });
    rmSync(join(watching.cwd, "late/value.ts"));
    expect((await watching.turn()).stderr).toContain("error[file-not-found]");
    expect((await watching.change({ "late/value.ts": "export const v = 2;\n" })).stdout).toBe("a = 2\n");
  });
});
