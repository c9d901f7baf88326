// What modules throw while they are evaluated, and values that cannot be printed, as the command tells it.
import { join } from "node:path";
import { expect, test } from "vitest";
import { diagnosticsSchema } from "../../schemas/diagnostics.ts";
import { sarifDocument } from "../diagnostics/sarif-document.ts";
import { confix, evalFiles, writeFiles } from "./run.ts";

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
    /`a` threw: cannot load\n {2}caused by: no such file\.\n.*host\.ts:6:8\n[^]*lib\.ts:3:3: thrown here\n/,
  );
  expect(run.stderr).toMatch(/`b` threw: of b\.\n {2}at .*host\.ts:8:7\n/);
});

const deep = {
  "lib.ts": `export function inner(x: number): number {
  throw new Error(\`\${x} is too many\`);
}
export function outer(x: number): number {
  return [x].map((each) => inner(each))[0] ?? 0;
}
`,
  "host.ts": `${head}import { outer } from "./lib.ts";
export default {
  options: { a: mkOption({ type: types.int }), b: mkOption({ type: types.int }) },
  config: {
    a: () => {
      return outer(3);
    },
    b: ({ config }) => config.a,
  },
};
`,
};

test("a value that throws is told with the calls in its own code, whoever needed it", async () => {
  for (const at of ["a", "b"]) {
    const { stderr, cwd } = await evalFiles(deep, ["host.ts", "--at", at]);
    const calls = /\n {2}thrown in\n(?<calls>(?: {4}.*\n)+)/.exec(stderr)?.groups?.["calls"];
    expect(
      calls
        ?.replaceAll(cwd, "")
        .split("\n")
        .map((call) => call.trim()),
    ).toEqual(["inner (/lib.ts:2)", "/lib.ts:5", "outer (/lib.ts:5)", "a (/host.ts:7)", ""]);
  }
});

test.each(["eval", "check"])("%s --trace tells all calls, ours as well, and only then", async (command) => {
  const cwd = writeFiles(deep);
  const own = `${process.cwd()}/src/evaluate/`;
  const before = Error.stackTraceLimit;
  const [plain, traced] = [
    await confix([command, "host.ts"], { cwd }),
    await confix([command, "host.ts", "--trace"], { cwd }),
  ];
  expect(plain.stdout + plain.stderr).not.toContain(own);
  expect(traced.stdout + traced.stderr).toContain(own);
  expect(traced.stdout + traced.stderr).toMatch(/thrown in\n {4}inner \(.*lib\.ts:2\)\n/);
  expect(Error.stackTraceLimit).toBe(before);
});

test("the reports for programs tell the calls as well", async () => {
  const cwd = writeFiles(deep);
  const report = async (format: string, ...more: readonly string[]): Promise<string> =>
    (await confix(["check", "host.ts", "--error-format", format, ...more], { cwd })).stdout;
  // The casts: the schemas have their own tests.
  const json = JSON.parse(await report("json")) as {
    readonly diagnostics: readonly {
      readonly stack: readonly { readonly name: string | null; readonly origin: object }[];
    }[];
  };
  expect(json.diagnostics.map(({ stack }) => stack.map(({ name }) => name))).toEqual([["inner", null, "outer", "a"]]);
  expect(json.diagnostics[0]?.stack[0]?.origin).toEqual({ file: join(cwd, "lib.ts"), line: 2 });
  expect(diagnosticsSchema.safeParse(json).success).toBe(true);
  const sarif = JSON.parse(await report("sarif")) as object;
  expect(sarifDocument.safeParse(sarif).error).toBeUndefined();
  expect(sarif).toMatchObject({
    runs: [
      {
        results: [
          {
            stacks: [
              {
                frames: [
                  {
                    location: {
                      physicalLocation: { artifactLocation: { uri: "lib.ts" }, region: { startLine: 2 } },
                      logicalLocations: [{ fullyQualifiedName: "inner" }],
                    },
                  },
                  { location: { physicalLocation: { region: { startLine: 5 } } } },
                  { location: { logicalLocations: [{ fullyQualifiedName: "outer" }] } },
                  { location: { logicalLocations: [{ fullyQualifiedName: "a" }] } },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
  for (const format of ["json", "sarif"]) {
    expect(await report(format)).not.toContain("src/evaluate/");
    expect(await report(format, "--trace")).toContain("src/evaluate/");
  }
});

test("a file that throws when it is loaded is told with the calls in its own code", async () => {
  const files = {
    "host.ts": `function set(): never {\n  throw new Error("unset");\n}\nexport default { a: set() };\n`,
  };
  const { stderr, cwd } = await evalFiles(files, ["host.ts"]);
  expect(stderr.replaceAll(cwd, "")).toMatch(/\n {2}thrown in\n {4}set \(\/host\.ts:2\)\n {4}.*\/host\.ts:4\)?\n/);
  expect(stderr).not.toContain("node_modules");
});

test("a value that throws where it is written has its place, and no calls", async () => {
  const text = `${head}export default { options: { a: mkOption({ type: types.int }) }, config: { a: () => { throw new Error("mine"); } } };`;
  expect((await evalFiles({ "host.ts": text }, ["host.ts"])).stderr).not.toContain("thrown in");
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
