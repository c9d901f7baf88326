// What `loadConfig` takes is checked at the door.
import { describe, expect, test } from "vitest";
import { loadConfig } from "../../src/node.ts";
import { diagnosticsOf, type Found } from "./diagnostics-of.ts";

async function refusal(args: unknown): Promise<Found | undefined> {
  // The cast: what JavaScript may hand over in spite of the types.
  const [found] = await diagnosticsOf(async () => await loadConfig(args as object));
  return found;
}

describe("loadConfig refuses", () => {
  test.each<[string, unknown, string, string]>([
    ["a file that is no list", { files: "x.ts" }, "files", 'must be a list of strings, but is the string "x.ts"'],
    ["files that are no paths", { files: ["x.ts", 5] }, "files", "must be a list of strings, but holds the number 5"],
    ["a folder that is none", { cwd: 5 }, "cwd", "must be a string, but is the number 5"],
    ["an environment that is none", { env: "x" }, "env", 'must be an object, but is the string "x"'],
    ["settings in a list", { set: ["a=1"] }, "set", "must be an attribute set, but is a list"],
    ["arguments in a list", { specialArgs: [] }, "specialArgs", "must be an attribute set, but is a list"],
    ["two configuration files", { configFile: ["a", "b"] }, "configFile", "must be a string, but is a list"],
    ["a path alone", "x.ts", "the argument", 'must be an object, but is the string "x.ts"'],
  ])("%s", async (_name, args, argument, problem) => {
    expect(await refusal(args)).toMatchObject({
      code: "bad-argument",
      data: { call: "loadConfig", argument, problem, suggestions: [] },
    });
  });

  test("a name it does not know, and suggests the near one", async () => {
    const found = await refusal({ file: ["x.ts"] });
    expect(found).toMatchObject({ code: "bad-argument", data: { argument: "file", suggestions: ["files"] } });
  });
});

test("loadConfig takes what is undefined for absent", async () => {
  const found = await refusal({ files: undefined, cwd: "/", env: {}, set: undefined });
  expect(found).toMatchObject({ code: "no-modules" });
});
