// Joins the compiled files of src/ into a few: Node takes about a third of a millisecond for each file it loads, and
// `confix eval` would load some two hundred. The library is ES modules; what its entries share lies in chunks, so that
// there is one copy of all. The command is one script beside it, which src/cli/run-program.ts starts.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const load = createRequire(import.meta.url);

const libraryEntries = ["src/index.js", "src/node.js"];

// What is a process or a thread of its own.
const programParts = ["bin", "restricted/child", "fleet/child", "fleet/worker"];

// Packages that runs of the command need: they become part of it, and part of what V8 takes back. The first three took 6 ms
// in every run; a module in JSON 5 ms more, one in YAML 43, where it is 5 now.
const joined = [
  "commander",
  "picocolors",
  "fast-json-stable-stringify",
  "jsonc-parser",
  "magic-string",
  "smol-toml",
  "yaml",
];

// Parts of Node that few runs need, and that what all runs need imports. Together 4 ms.
const later = ["node:child_process", "node:worker_threads", "node:fs/promises"];

const common = { bundle: true, platform: "node", target: "node20", metafile: true, logLevel: "warning" };

/** Bundles in place: in `folder`, the compiled src/, modules/ and schemas/. */
export async function bundle(folder) {
  const program = await bundleProgram(folder);
  const outputs = [program, await bundleLibrary(folder)];
  const inputs = Object.keys(program.inputs).map((file) => resolve(folder, file));
  writeLicences(join(folder, "src/cli/LICENSES.txt"), inputs);
  const written = new Set(
    outputs.flatMap((metafile) => Object.keys(metafile.outputs).map((file) => resolve(folder, file))),
  );
  for (const part of programParts) written.add(await bundleStart(folder, part));
  writeFileSync(join(folder, "src/cli/package.json"), '{ "type": "commonjs" }\n');
  for (const file of scriptsIn(join(folder, "src"))) if (!written.has(file)) rmSync(file);
  for (const file of scriptsIn(join(folder, "modules"))) writeCommonJs(file);
}

async function bundleLibrary(folder) {
  const { metafile } = await build({
    ...common,
    absWorkingDir: folder,
    entryPoints: libraryEntries,
    outdir: "src",
    outbase: "src",
    chunkNames: "chunks/[name]-[hash]",
    splitting: true,
    format: "esm",
    packages: "external",
    allowOverwrite: true,
  });
  return metafile;
}

// A function of what Node gives a CommonJS module, since V8 keeps the code of a script, and not that of a module.
async function bundleProgram(folder) {
  const parts = programParts.map((part) => `${JSON.stringify(part)}: () => require("./src/cli/${part}.js")`);
  const { metafile } = await build({
    ...common,
    absWorkingDir: folder,
    stdin: { contents: `module.exports = { ${parts.join(", ")} };`, resolveDir: folder },
    outfile: "src/cli/program.cjs",
    format: "cjs",
    external: packagesBut(joined),
    // What its package.json names first, esbuild cannot read.
    alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
    plugins: [loadLater, joinDataLibraries],
    define: { "import.meta.url": "programUrl" },
    // `import()` would make Node ready for ES modules, which takes 4 ms. All these packages can be required as well.
    supported: { "dynamic-import": false },
    banner: {
      js: '(function (module, require, __filename) { const programUrl = require("node:url").pathToFileURL(__filename).href;',
    },
    footer: { js: "})" },
  });
  return metafile;
}

/** The file that Node runs to begin a part of the program. Returns its path. */
async function bundleStart(folder, part) {
  const file = join(folder, `src/cli/${part}.js`);
  const { outputFiles } = await build({
    ...common,
    absWorkingDir: folder,
    stdin: {
      contents: `module.exports = require("./src/cli/run-program.js").runProgram(${JSON.stringify(part)});`,
      resolveDir: folder,
    },
    write: false,
    format: "cjs",
    define: { "import.meta.url": "programUrl" },
    banner: {
      js: `${part === "bin" ? "#!/usr/bin/env node\n" : ""}const programUrl = require("node:url").pathToFileURL(__filename).href;`,
    },
  });
  // Only now: until here it was what the program is made of.
  writeFileSync(file, outputFiles[0].text);
  return file;
}

/** Makes parts of Node load when something of theirs is used, not when they are imported. */
const loadLater = {
  name: "load-later",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) => (later.includes(path) ? { path, namespace: "later" } : null));
    onLoad({ filter: /.*/, namespace: "later" }, ({ path }) => {
      const load = `() => process.getBuiltinModule(${JSON.stringify(path)})`;
      const members = Object.keys(process.getBuiltinModule(path)).map(
        (name) => `get ${name}() { return load().${name}; }`,
      );
      return { contents: `const load = ${load}; module.exports = { ${members.join(", ")} };` };
    });
  },
};

/** Makes the parsers of data formats part of the bundle, though they are required by hand. */
const joinDataLibraries = {
  name: "join-data-libraries",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]host[\\/]data-libraries\.js$/ }, ({ path }) => {
      const contents = readFileSync(path, "utf8").replaceAll(/\bload\("(?=jsonc-parser|smol-toml|yaml)/g, 'require("');
      if (contents.match(/\brequire\("/g)?.length !== 3)
        throw new Error("data-libraries requires otherwise than it did");
      return { contents };
    });
  },
};

/** The packages that are left to Node. */
function packagesBut(names) {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.keys(dependencies).filter((name) => !names.includes(name));
}

function scriptsIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".js"))
    .map((entry) => join(entry.parentPath, entry.name));
}

// Whoever passes on a package has to pass on its licence.
function writeLicences(file, inputs) {
  const packages = new Set(
    inputs.flatMap((input) => /^(.*\/node_modules\/(?:@[^/]+\/)?[^/.][^/]*)\//.exec(input)?.[1] ?? []),
  );
  const texts = [...packages].toSorted().map((installed) => {
    const licence = readdirSync(installed).find((each) => /^licen[cs]e/i.test(each));
    if (licence === undefined) throw new Error(`${installed} has no licence to pass on`);
    return `${basename(installed)}\n\n${readFileSync(join(installed, licence), "utf8").trim()}\n`;
  });
  writeFileSync(file, texts.join(`\n${"-".repeat(80)}\n\n`));
}

// The shipped modules once more, as the command runs them: with its own Confix. Lines stay what they are.
function writeCommonJs(file) {
  const source = readFileSync(file, "utf8");
  const { createJiti } = load("jiti");
  const code = createJiti(file, { fsCache: false }).transform({ filename: file, source, interopDefault: true });
  writeFileSync(file.replace(/\.js$/, ".cjs"), code);
}
