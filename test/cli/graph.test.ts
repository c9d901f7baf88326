// `confix graph`: who imports whom, who reads whom.
import { describe, expect, test } from "vitest";
import { confix, type Run, writeFiles } from "./run.ts";

const files = {
  "host.ts": `import { mkOption, types } from "confix";
import web from "./web.ts";
const int = mkOption({ type: types.int });
export default {
  imports: [web, "./data.yaml"],
  disabledModules: ["./data.yaml"],
  options: { a: int, b: int, c: int, d: int },
  config: { a: 1, b: ({ config }) => config.a, c: ({ config }) => config.b, d: 1 },
};
`,
  "web.ts": `import { defineModule } from "confix";
export default defineModule({});
`,
  "data.yaml": "d: 2\n",
};
const graph = async (...argv: readonly string[]): Promise<Run> =>
  await confix(["graph", "host.ts", ...argv], { cwd: writeFiles(files) });

test("of modules, for Graphviz; disabled ones are dashed", async () => {
  const { stdout, exitCode } = await graph();
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^digraph confix \{\n/);
  expect(stdout).toContain('"host.ts" -> "data.yaml";');
  expect(stdout).toContain('"data.yaml" [style=dashed];');
  expect(stdout).toContain('"host.ts" -> "web.ts";');
});

test("of options, as data", async () => {
  const { stdout } = await graph("--of", "options", "--format", "json");
  expect(JSON.parse(stdout)).toEqual({
    edges: [
      { from: "b", to: "a" },
      { from: "c", to: "b" },
    ],
    nodes: ["a", "b", "c"].map((name) => ({ name, isDisabled: false })),
  });
});

test("of what one option has to do with", async () => {
  const { stdout } = await graph("--of", "options", "--format", "json", "--at", "c");
  expect(JSON.parse(stdout)).toMatchObject({ edges: [{ from: "b" }, { from: "c" }] });
  const of = await graph("--of", "options", "--format", "json", "--at", "d");
  expect(JSON.parse(of.stdout)).toEqual({ edges: [], nodes: [] });
});

test("for Mermaid, with names escaped", async () => {
  const { stdout } = await graph("--of", "options", "--format", "mermaid");
  expect(stdout).toBe(`flowchart LR
  n0["a"]
  n1["b"]
  n2["c"]
  n1 --> n0
  n2 --> n1
  classDef disabled stroke-dasharray: 4
`);
});

test("--at without options is refused", async () => {
  expect(await graph("--at", "a")).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("--of options") });
});

test("of modules, as data and for Mermaid", async () => {
  expect(JSON.parse((await graph("--format", "json")).stdout)).toEqual({
    edges: [
      { from: "host.ts", to: "web.ts" },
      { from: "host.ts", to: "data.yaml" },
    ],
    nodes: [
      { name: "host.ts", isDisabled: false },
      { name: "web.ts", isDisabled: false },
      { name: "data.yaml", isDisabled: true },
    ],
  });
  expect((await graph("--format", "mermaid")).stdout).toBe(`flowchart LR
  n0["host.ts"]
  n1["web.ts"]
  n2["data.yaml"]:::disabled
  n0 --> n1
  n0 --> n2
  classDef disabled stroke-dasharray: 4
`);
});

describe("--at", () => {
  const inside = {
    "host.ts": `import { mkOption, mkRenamedOptionModule, types } from "confix";
const site = types.submodule({ options: {
  root: mkOption({ type: types.str }),
  url: mkOption({ type: types.str, default: ({ config }) => "file://" + config.root }),
} });
export default {
  imports: ["./sites.yaml", mkRenamedOptionModule(["old"], ["alone"])],
  options: {
    sites: mkOption({ type: types.attrsOf(site) }),
    first: mkOption({ type: types.str, default: ({ config }) => config.sites["x.org"].url }),
    set: { deep: mkOption({ type: types.str, default: ({ config }) => config.first }) },
    alone: mkOption({ type: types.int, default: 1 }),
  },
};
`,
    "sites.yaml": "old: 5\nsites:\n  x.org: { root: /x }\n  y: { root: /y }\n",
  };
  const at = async (path: string, ...more: readonly string[]): Promise<Run> =>
    await confix(["graph", "host.ts", "--of", "options", "--at", path, ...more], { cwd: writeFiles(inside) });
  const edgesAt = async (path: string): Promise<readonly string[]> => {
    const { stdout, exitCode } = await at(path, "--format", "json");
    expect(exitCode).toBe(0);
    // The cast: a test above shows the form.
    const { edges } = JSON.parse(stdout) as { edges: readonly { readonly from: string; readonly to: string }[] };
    return edges.map(({ from, to }) => `${from} -> ${to}`);
  };
  const chain = ['first -> sites."x.org".url', "set.deep -> first", 'sites."x.org".url -> sites."x.org".root'];

  test.each(['sites."x.org".root', 'sites."x.org".url', 'sites."x.org"', "first", "set.deep", "set"])(
    "%s is what leads there and what it leads to, through submodules",
    async (path) => {
      expect((await edgesAt(path)).toSorted()).toEqual(chain);
    },
  );

  test("a set is everything in it", async () => {
    expect((await edgesAt("sites")).toSorted()).toEqual([...chain, "sites.y.url -> sites.y.root"].toSorted());
    expect(await edgesAt("sites.y")).toEqual(["sites.y.url -> sites.y.root"]);
  });

  test("is written in each format", async () => {
    expect((await at("sites.y")).stdout).toBe(`digraph confix {
  rankdir=LR;
  node [shape=box];
  "sites.y.root";
  "sites.y.url";
  "sites.y.url" -> "sites.y.root";
}
`);
    expect((await at('sites."x.org".root', "--format", "mermaid")).stdout).toContain(
      '["sites.&quot;x.org&quot;.root"]',
    );
  });

  test("what reads nothing is no mistake, what does not exist is one", async () => {
    expect(await at("alone", "--format", "json")).toMatchObject({ exitCode: 0, stderr: "" });
    for (const path of ["frist", "sites.z", 'sites."x.org".rot', "first.x"]) {
      expect(await at(path)).toMatchObject({ exitCode: 1, stdout: "", stderr: expect.stringMatching(/^error\[/) });
    }
    expect((await at("frist")).stderr).toContain("did you mean `first`?");
  });

  test("is no place for warnings: `confix check` tells them", async () => {
    expect(await at("first")).toMatchObject({ exitCode: 0, stderr: "" });
  });
});
