// The shipped modules and examples, as scripts that people write: what the modules hold is found in their text.
import { join } from "node:path";
import { expect, test } from "vitest";
import { moduleBrand } from "../../../src/model/brands.ts";
import { isDefinedModule } from "../../../src/model/module.ts";
import { isOption } from "../../../src/model/option.ts";
import { parseScript } from "../../../src/source/script/index.ts";
import { listSources, readText, root } from "../../repository/files.ts";
import { oxc } from "./marked.ts";

/** The paths of the options in a tree. */
function optionsOf(tree: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (isOption(tree)) return [path];
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([name, member]) => optionsOf(member, [...path, name]));
}

// Not what they are made of, and no programs.
const files = listSources("modules", "examples").filter((file) => !/\/lib\/|embed/.test(file));

test("there are some", () => {
  expect(files.length).toBeGreaterThan(10);
});

test.each(files)("%s", async (file) => {
  // The cast: whatever a file exports, it is an object of exports.
  const { default: module } = (await import(/* @vite-ignore */ join(root, file))) as { readonly default?: unknown };
  if (!isDefinedModule(module)) return;
  const text = readText(file);
  const script = parseScript(oxc, { file, text })?.defaultModule;
  expect(script?.place.exact).toBe(true);
  const { options, config } = module[moduleBrand];
  const paths = optionsOf(options);
  const lost = paths.filter((path) => {
    const place = script?.option(path);
    const written = text.slice(place?.start, place?.end);
    // What another file spreads into an object may have any name.
    return place?.exact === true
      ? !/^mk\w*Option/.test(written) || place.call === null
      : !/^\{[^]*\.\.\.\w+/.test(written);
  });
  expect(lost).toEqual([]);
  expect(script?.attribute("config") === null).toBe(config === undefined);
});
