// `confix eval --watch`: what is run and computed again after which change.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { confix } from "./run.ts";
import { Watching } from "./watching.ts";

describe("what is computed again", () => {
  // What is computed is noted in a list that all of this process see.
  const noted = (name: string, value: string): string => `({ config }) => { note("${name}"); return ${value}; }`;
  const lib = `const list = (globalThis.confixNoted ??= []);
export const note = (name) => void list.push(name);\n`;
  const option = (name: string, value: string): string => `${name}: ${mkOption(name, value)}`;
  const mkOption = (name: string, value: string): string =>
    `mkOption({ type: types.int, default: ${noted(name, value)} })`;
  const module = (options: readonly string[], rest = ""): string => `import { mkOption, types } from "confix";
import { note } from "./lib.mjs";
note("module");
export default { options: { ${options.join(", ")} }, ${rest} };\n`;

  function taken(): readonly string[] {
    // The cast: the modules of these tests keep their list here.
    const world = globalThis as { confixNoted?: string[] };
    return (world.confixNoted ?? []).splice(0).toSorted();
  }

  const all = {
    "lib.mjs": lib,
    "host.ts": module(
      [
        "a: mkOption({ type: types.int })",
        option("b", "config.a + 1"),
        option("c", "config.b > 5 ? 1 : 0"),
        option("d", "config.c + 1"),
      ],
      'imports: ["./site.yaml", "./leaf.ts", "./branch.ts"]',
    ),
    "site.yaml": "a: 1\n",
    "leaf.ts": module([option("leaf", "config.twig + 1")]),
    "branch.ts": 'import twig from "./twig.ts";\nexport default { imports: [twig] };\n',
    "twig.ts":
      'import { mkOption, types } from "confix";\nexport default { options: { twig: mkOption({ type: types.int, default: 1 }) } };\n',
  };

  it("is what a change reaches, up to where a value is the same as before", async () => {
    taken();
    const [watching, first] = await Watching.begin(all, ["host.ts"]);
    expect(JSON.parse(first.stdout)).toEqual({ a: 1, b: 2, c: 0, d: 1, leaf: 2, twig: 1 });
    expect(taken()).toEqual(["b", "c", "d", "leaf", "module", "module"]);
    expect((await watching.change({ "site.yaml": "a: 2\n" })).stdout).toBe("a = 2\nb = 3\n");
    expect(taken()).toEqual(["b", "c"]);
    expect((await watching.change({ "site.yaml": "a: 9\n" })).stdout).toBe("a = 9\nb = 10\nc = 1\nd = 2\n");
    expect(taken()).toEqual(["b", "c", "d"]);
    // What is not imported anew is not run anew.
    const twig = all["twig.ts"].replace("default: 1", "default: 7");
    expect((await watching.change({ "twig.ts": twig })).stdout).toBe("leaf = 8\ntwig = 7\n");
    expect(taken()).toEqual(["leaf"]);
  });

  it("begins with the modules that import what changed", async () => {
    taken();
    const [watching] = await Watching.begin(all, ["host.ts"]);
    taken();
    expect((await watching.change({ "leaf.ts": all["leaf.ts"].replace("+ 1", "+ 2") })).stdout).toBe("leaf = 3\n");
    expect(taken()).toEqual(["leaf", "module"]);
    // All that imports it runs again; what its functions see is the same, until it is not.
    expect((await watching.change({ "lib.mjs": `${lib}// the same\n` })).stdout).toBe("");
    expect(taken()).toEqual(["module", "module"]);
    expect(
      (await watching.change({ "lib.mjs": lib.replace("void list.push(name)", "void (list.push(name) + 0)") })).stdout,
    ).toBe("");
    expect(taken()).toEqual(["b", "c", "d", "leaf", "module", "module"]);
  });

  it("is nothing of what could be loaded again after a mistake", async () => {
    taken();
    const [watching] = await Watching.begin(all, ["host.ts"]);
    taken();
    await watching.change({ "leaf.ts": "export default {" });
    expect(taken()).toEqual([]);
    await watching.change({ "leaf.ts": all["leaf.ts"].replace("+ 1", "+ 3") });
    expect(taken()).toEqual(["leaf", "module"]);
  });

  it("is no function that stands as it stood, and sees what it saw", async () => {
    taken();
    const host = (edit: { readonly port?: number; readonly step?: number; readonly more?: string }): string =>
      `import { defineModule, mkIf, mkOption, types } from "confix";
import { note } from "./lib.mjs";
import leaf from "./leaf.ts";
const step = ${edit.step ?? 1};
const add = (value) => value + step;
let grown = 0;
export default defineModule({
  imports: [leaf],
  options: {
    port: mkOption({ type: types.int, default: ${edit.port ?? 1} }),
    free: ${mkOption("free", "1")},
    reads: ${mkOption("reads", "config.port")},
    steps: ${mkOption("steps", "step")},
    adds: ${mkOption("adds", "add(1)")},
    grows: ${mkOption("grows", "(grown += 1)")},
    defined: mkOption({ type: types.int, default: 0 }),
  },${edit.more ?? ""}
}).config(mkIf(({ config }) => { note("if"); return config.free === 1; }, { defined: ${noted("defined", "5")} }));
`;
    const files = { "lib.mjs": lib, "leaf.ts": "export default { options: {} };\n" };
    const [watching, first] = await Watching.begin({ ...files, "host.ts": host({}) }, ["host.ts"]);
    const value = { adds: 2, defined: 5, free: 1, grows: 1, port: 1, reads: 1, steps: 1 };
    expect(JSON.parse(first.stdout)).toEqual(value);
    expect(taken()).toEqual(["adds", "defined", "free", "grows", "if", "reads", "steps"]);
    expect((await watching.change({ "host.ts": host({ port: 2 }) })).stdout).toBe("port = 2\nreads = 2\n");
    // Conditions are computed again, and what stands under them.
    expect(taken()).toEqual(["defined", "grows", "if", "reads"]);
    expect((await watching.change({ "host.ts": host({ port: 2, step: 3 }) })).stdout).toBe("adds = 4\nsteps = 3\n");
    expect(taken()).toEqual(["adds", "defined", "grows", "if", "steps"]);
    // It runs again because of what it imports, and what it does not see of that changes nothing.
    const leaf =
      'import { mkOption, types } from "confix";\nexport default { options: { leaf: mkOption({ type: types.int, default: 1 }) } };\n';
    await watching.change({ "leaf.ts": leaf });
    taken();
    expect((await watching.change({ "leaf.ts": leaf.replace("1", "2") })).stdout).toBe("leaf = 2\n");
    expect(taken()).toEqual(["defined", "grows", "if"]);
    // Below a line that is added everything stands elsewhere.
    expect((await watching.change({ "host.ts": host({ port: 2, step: 3, more: "\n" }) })).stdout).toBe("");
    expect(taken()).toEqual(["defined", "grows", "if"]);
  });

  it("is what sees something that is not there yet", async () => {
    const top = (value: number): string => `import { mkOption, types } from "confix";
import inner from "./inner.ts";
export const value = ${value};
export default { imports: [inner], options: { a: mkOption({ type: types.int }) } };
`;
    const inner = 'import { value } from "./host.ts";\nexport default { config: { a: () => value } };\n';
    const [watching, first] = await Watching.begin({ "host.ts": top(1), "inner.ts": inner }, ["host.ts", "--compact"]);
    expect(first.stdout).toBe('{"a":1}\n');
    expect((await watching.change({ "host.ts": top(2) })).stdout).toBe('{"changed":{"a":2},"removed":[]}\n');
    expect((await watching.change({ "host.ts": top(3) })).stdout).toBe('{"changed":{"a":3},"removed":[]}\n');
  });

  it("is what throws, so that it is told where it stands", async () => {
    const host = (above: string): string => `import { mkOption, types } from "confix";${above}
export default { options: { a: mkOption({ type: types.int, default: () => { throw new Error("no"); } }) } };
`;
    const [watching, first] = await Watching.begin({ "host.ts": host("") }, ["host.ts"]);
    expect(first.stderr).toContain(join(watching.cwd, "host.ts:2:"));
    const moved = await watching.change({ "host.ts": host("\n\n") });
    expect(moved.stderr).toContain(join(watching.cwd, "host.ts:4:"));
  });

  it("is one module for several that stood for the same one", async () => {
    const alias = (file: string): string => `export { default } from "./${file}";\n`;
    const say = (value: number): string => `export default { l: [${value}] };\n`;
    const [watching] = await Watching.begin(
      {
        "host.ts": `import { mkOption, types } from "confix";
export default { imports: ["./a.ts", "./b.ts", "./alias.ts"], options: { l: mkOption({ type: types.listOf(types.int) }) } };\n`,
        "a.ts": say(1),
        "b.ts": say(2),
        "alias.ts": alias("a.ts"),
      },
      ["host.ts", "--compact"],
    );
    const fresh = async (): Promise<string> =>
      (await confix(["eval", "host.ts", "--at", "l", "--compact"], { cwd: watching.cwd })).stdout;
    expect((await watching.change({ "alias.ts": alias("b.ts") })).stderr).toContain("nothing differs");
    const { stdout } = await watching.change({ "alias.ts": say(3) });
    expect(stdout).toBe(`{"changed":{"l":${(await fresh()).trim()}},"removed":[]}\n`);
    await watching.change({ "alias.ts": alias("a.ts"), "a.ts": say(4) });
    const last = await watching.change({ "a.ts": say(5) });
    expect(last.stdout).toBe(`{"changed":{"l":${(await fresh()).trim()}},"removed":[]}\n`);
  });
});
