// What modules throw while they are evaluated, and values that cannot be printed, as the command tells it.
import { expect, test } from "vitest";
import { evalFiles } from "./run.ts";

const head = 'import { mkOption, types } from "confix";\n';

test("a value that throws is told with its line, the line it calls, and the causes", async () => {
  const files = {
    "lib.ts":
      '\nexport function load(): never {\n  throw new Error("cannot load", { cause: new Error("no such file") });\n}\n',
    "host.ts": `${head}import { load } from "./lib.ts";
export default {
  options: { a: mkOption({ type: types.int }), b: mkOption({ type: types.int }) },
  config: {
    a: () => load(),
    b: () => {
      throw new Error("of b");
    },
  },
};
`,
  };
  const run = await evalFiles(files, ["host.ts"]);
  expect(run).toMatchObject({ exitCode: 1, stdout: "" });
  expect(run.stderr).toMatch(
    /`a` threw: cannot load\n {2}caused by: no such file\.\n.*host\.ts:6:8\n[^]*lib\.ts:3: thrown here\n/,
  );
  expect(run.stderr).toMatch(/`b` threw: of b\.\n {2}at .*host\.ts:8\n/);
});

test.each([
  [
    "a getter that throws, for the definitions",
    'export default { options: {}, get config() { throw new Error("mine"); } };',
    2,
  ],
  ["a getter that throws, for the imports", 'export default { get imports() { throw new Error("mine"); } };', 2],
  ["a getter that throws, for the options", 'export default { get options() { throw new Error("mine"); } };', 2],
  [
    "a getter that throws in a value",
    `${head}export default { options: { a: mkOption({ type: types.raw }) }, config: { a: { get x() { throw new Error("mine"); } } } };`,
    1,
  ],
])("%s is the configuration's fault, not the command's", async (_what, text, exitCode) => {
  const run = await evalFiles({ "host.ts": text }, ["host.ts"]);
  expect(run).toMatchObject({ exitCode, stdout: "" });
  expect(run.stderr).toMatch(/^error\[[a-z-]+\]: .*mine\.\n {2}at .*host\.ts:\d+/);
  expect(run.stderr).not.toContain("Confix itself");
});

test.each([
  ["a date", "new Date(0)", "a Date"],
  ["a promise", 'Promise.reject(new Error("late"))', "a promise"],
  ["a function in a list", "[1, () => 2]", "a function"],
])("%s is no result, and the exit code says so", async (_what, value, kind) => {
  const text = `${head}export default { options: { a: mkOption({ type: types.raw }) }, config: { a: { x: ${value} } } };`;
  const run = await evalFiles({ "host.ts": text }, ["host.ts"]);
  expect(run).toMatchObject({ exitCode: 1, stdout: "" });
  expect(run.stderr).toMatch(
    new RegExp(`^error\\[no-json-form\\]: The value of the option \`a\\.x.*\` is ${kind}, which has no JSON form\\.`),
  );
});

test("a definition is shown as it was given, with its priority", async () => {
  const text = `${head}export default { options: { tags: mkOption({ type: types.listOf(types.str) }) }, config: { tags: ["x"] } };`;
  const run = await evalFiles({ "host.ts": text }, ["host.ts", "--set", 'tags.0="y"']);
  expect(run.stderr).toContain('"0": mkOverride(10, "y")');
  expect(run.stderr).not.toContain("content");
});
