// `confix graph`: who imports whom, who reads whom.
import { expect, test } from "vitest";
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
