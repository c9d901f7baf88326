// Nothing is half-added: what comes in dozens is tied to what makes it count.
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { documents } from "../../schemas/json-schema.ts";
import { runCli } from "../examples/run-cli.ts";
import { reach } from "./check-imports.ts";
import { listSources, readText, readTexts } from "./files.ts";
import { readStrings } from "./read-strings.ts";

const sources = readTexts(listSources("src", "schemas"));

describe("source files", () => {
  const files = [...sources.keys()].filter((file) => file.startsWith("src/"));
  const reachFrom = (entries: readonly string[]): ReadonlySet<string> =>
    new Set(entries.flatMap((entry) => [...reach(sources, entry, "with types")]));
  const run = reachFrom([
    "src/index.ts",
    "src/node.ts",
    "src/cli/run-program.ts",
    "src/cli/bin.ts",
    "src/cli/restricted/child.ts",
    "src/cli/fleet/child.ts",
    "src/cli/fleet/worker.ts",
  ]);
  // Its table of what it bundles is reached like any source, and test/docs/html/page-files.test.ts holds that fresh.
  const bundler = "scripts/options-page.mjs";
  const client = files.filter((file) => file.startsWith("src/docs/html/client/"));
  const bundled = readStrings(bundler, readText(bundler)).filter((text) => client.includes(text));

  test("are all reached from what the package offers or runs, or bundles for a page", () => {
    expect(run).toContain("src/types/list-of.ts");
    expect(run).toContain("src/docs/html/tables/page-files.ts");
    expect(bundled).toEqual(["src/docs/html/client/page.ts"]);
    const reached = reachFrom(bundled);
    expect(files.filter((file) => !run.has(file) && !reached.has(file))).toEqual([]);
  });

  test("that need the objects of a browser are only in the bundle for one", () => {
    expect(client).toContain("src/docs/html/client/elements.ts");
    expect(client.filter((file) => run.has(file))).toEqual([]);
  });

  test("bundled for a page are of src/docs/html, and need no package", () => {
    const others = [...reachFrom(bundled)].filter((file) => !file.startsWith("src/docs/html/"));
    expect(others).toEqual([]);
  });
});

describe("commands", () => {
  const names = listSources("src/cli/commands").map((file) => basename(file, ".ts"));

  test("are listed by the help, shown in the README, and have a test of their name", async () => {
    const { stdout: help } = await runCli("--help");
    const listed = [...help.matchAll(/^ {2}(?<name>[a-z][a-z-]*) .*$/gm)].map(({ groups }) => groups?.["name"]);
    expect(listed.toSorted()).toEqual([...names, "help"].toSorted());
    const readme = readText("README.md");
    expect(names.filter((name) => !readme.includes(`npx confix ${name} `))).toEqual([]);
    const tests = new Set(listSources("test/cli").map((file) => basename(file, ".test.ts")));
    expect(names.filter((name) => !tests.has(name))).toEqual([]);
  });
});

describe("documents", () => {
  test("are all made into a JSON Schema", () => {
    const names = listSources("schemas").map((file) => basename(file, ".ts"));
    expect(names.filter((name) => name !== "json-schema").toSorted()).toEqual(Object.keys(documents).toSorted());
  });
});
