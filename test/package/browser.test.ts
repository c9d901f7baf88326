// Confix in a browser: `confix` can be bundled without anything of Node's, and the bundle works in a real browser.
import { existsSync } from "node:fs";
import { builtinModules } from "node:module";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { expect, test } from "vitest";
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

const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

test("bundling for a browser needs nothing of Node's", async () => {
  const { metafile } = await bundle();
  const inputs = Object.keys(metafile.inputs);
  expect(inputs).toContain("dist/src/index.js");
  const imported = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
  expect(imported.filter((path) => path.startsWith("node:") || builtinModules.includes(path))).toEqual([]);
});

test("the bundle evaluates a configuration in headless Chromium", async (context) => {
  const executablePath = browsers.find((path) => existsSync(path));
  if (executablePath === undefined) return context.skip(`no browser here: none of ${browsers.join(", ")}`);
  const { outputFiles } = await bundle();
  // playwright starts it headless, in a new user data folder that it removes again.
  const browser = await chromium.launch({ executablePath, headless: true, args: flags });
  try {
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
