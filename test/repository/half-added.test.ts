// Nothing is half-added: what comes in dozens is tied to what makes it count.
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { documents } from "../../schemas/json-schema.ts";
import { runCli } from "../examples/run-cli.ts";
import { reach } from "./check-imports.ts";
import { listSources, readText, readTexts } from "./files.ts";

const sources = readTexts(listSources("src", "schemas"));

describe("source files", () => {
  test("are all reached from what the package offers or runs", () => {
    const entries = ["src/index.ts", "src/node.ts", "src/cli/bin.ts", "src/cli/restricted/child.ts"];
    const reached = new Set(entries.flatMap((entry) => [...reach(sources, entry, "with types")]));
    const files = [...sources.keys()].filter((file) => file.startsWith("src/"));
    expect(reached).toContain("src/types/list-of.ts");
    expect(files.filter((file) => !reached.has(file))).toEqual([]);
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
