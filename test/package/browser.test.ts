// Confix in a browser: `confix` can be bundled without anything of Node's, and the bundle works in a real browser.
import { builtinModules } from "node:module";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { noBrowser, startBrowser } from "../docs/html/headless.ts";
import { root } from "../repository/files.ts";

const program = `
  import { evalModules, mkIf, mkOption, types } from "confix";
  const { config } = evalModules({
    modules: [
      { options: { name: mkOption({ type: types.str }), greeting: mkOption({ type: types.str, default: "none" }) } },
      { config: { greeting: mkIf(({ config }) => config.name !== "", ({ config }) => "Hello, " + config.name) } },
      { config: { name: "browser" } },
    ],
  });
  globalThis.result = JSON.stringify({ greeting: config.greeting, name: config.name });
`;

test("bundling for a browser needs nothing of Node's", async () => {
  const { metafile } = await bundle();
  const inputs = Object.keys(metafile.inputs);
  expect(inputs).toContain("dist/src/index.js");
  const imported = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
  expect(imported.filter((path) => path.startsWith("node:") || builtinModules.includes(path))).toEqual([]);
});

test("the bundle evaluates a configuration in headless Chromium", async (context) => {
  const browser = await startBrowser();
  if (browser === null) return context.skip(noBrowser);
  try {
    const { outputFiles } = await bundle();
    const page = await browser.newPage();
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
    expect(errors).toEqual([]);
    const result = await page.evaluate("globalThis.result");
    expect(result).toBe('{"greeting":"Hello, browser","name":"browser"}');
  } finally {
    await browser.close();
  }
});

async function bundle() {
  return await build({
    stdin: { contents: program, resolveDir: root, sourcefile: "program.js" },
    absWorkingDir: root,
    bundle: true,
    format: "iife",
    platform: "browser",
    // Ours maps `confix` to its source; a user has the built package.
    tsconfigRaw: {},
    target: "es2023",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
}
