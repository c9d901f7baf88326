// `confix eval --stats`: what was done and how long it took, beside the result.
import { expect, test } from "vitest";
import { confix, evalFiles } from "./run.ts";

const files = {
  "host.ts": `import { mkOption, types } from "confix";
export default {
  imports: ["./modules/web.ts", "./site.yaml"],
  options: { name: mkOption({ type: types.str, default: "web" }) },
};
`,
  "modules/web.ts": `import { mkOption, types } from "confix";
export default ({ config }) => ({
  options: { url: mkOption({ type: types.str, default: () => \`http://\${config.name}\` }) },
});
`,
  "site.yaml": "name: site\n",
};

test("goes to stderr, after the result, in columns", async () => {
  const run = await evalFiles(files, ["host.ts", "--compact", "--stats"]);
  expect(run).toMatchObject({ exitCode: 0, stdout: '{"name":"site","url":"http://site"}\n' });
  const lines = run.stderr.split("\n");
  expect(lines.at(-1)).toBe("");
  expect(lines.filter((line) => line !== "" && !line.startsWith(" "))).toEqual([
    "what was done",
    "milliseconds",
    "the dearest options, milliseconds",
    "the dearest modules, milliseconds",
  ]);
  const rows = lines.filter((line) => line.startsWith(" "));
  expect(new Set(rows.map((line) => line.length)).size).toBe(1);
  const names = rows.map((line) => line.trim().replace(/ +[\d.,]+$/, ""));
  expect(names.slice(0, 16)).toEqual([
    "options computed",
    "values taken as they stand",
    "thunks made",
    "thunks forced",
    "times the stack was unwound",
    "definitions settled",
    "values merged",
    "types merged",
    "loading, 3 files",
    "evaluating",
    "collect",
    "declare",
    "define",
    "settle",
    "merge",
    "assemble",
  ]);
  expect(names.slice(16)).toEqual(expect.arrayContaining(["url", "modules/web.ts"]));
  for (const row of rows.slice(8)) expect(row).toMatch(/ \d+\.\d\d$/);
});

test("has a form for programs", async () => {
  const run = await evalFiles(files, ["host.ts", "--stats", "--stats-format", "json"]);
  const time: unknown = expect.any(Number);
  expect(JSON.parse(run.stderr)).toEqual({
    formatVersion: 1,
    files: 3,
    counts: {
      definitionsSettled: expect.any(Number),
      optionsComputed: 1,
      thunksForced: expect.any(Number),
      thunksMade: expect.any(Number),
      typesMerged: 0,
      unwindings: 0,
      valuesMerged: expect.any(Number),
      valuesTaken: expect.any(Number),
    },
    milliseconds: {
      loading: time,
      evaluating: time,
      rooms: { collect: time, declare: time, define: time, settle: time, merge: time, assemble: time },
      options: expect.arrayContaining([{ name: "url", milliseconds: time }]),
      modules: expect.arrayContaining([{ name: "modules/web.ts", milliseconds: time }]),
    },
  });
});

test("comes after what is wrong, and there is none where nothing could be loaded", async () => {
  const wrong = await evalFiles({ ...files, "site.yaml": "name: 1\n" }, ["host.ts", "--stats"]);
  expect(wrong).toMatchObject({ exitCode: 1, stdout: "" });
  expect(wrong.stderr).toMatch(/^error\[wrong-type\][^]*\nwhat was done\n/);
  const missing = await evalFiles(files, ["nope.ts", "--stats"]);
  expect(missing).toMatchObject({ exitCode: 2, stderr: expect.not.stringContaining("what was done") });
});

test("tells also of a restricted run", async () => {
  const run = await evalFiles(files, ["host.ts", "--compact", "--restricted", "--stats"]);
  expect(run).toMatchObject({ exitCode: 0, stdout: '{"name":"site","url":"http://site"}\n' });
  expect(run.stderr).toContain("options computed");
  expect(run.stderr).toContain("modules/web.ts");
});

test.each([
  [["--stats", "--fleet", "a.ts", "--out-dir", "out"], "--fleet"],
  [["--stats-format", "json"], "--stats"],
])("is refused with %j", async (flags, named) => {
  const run = await confix(["eval", "host.ts", ...flags]);
  expect(run).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining(named) });
  expect(run.stderr).toContain("error[bad-flag]");
});
