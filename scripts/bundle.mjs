// Joins the compiled files of src/ into a few: Node takes about a third of a millisecond for each file it loads, and
// `confix eval` would load some two hundred. What the entries share lies in chunks, so that there is one copy of all.
import { readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const entries = ["src/index.js", "src/node.js", "src/cli/bin.js", "src/cli/restricted/child.js"];

/** Bundles in place: in `folder`, the compiled src/, modules/ and schemas/. */
export async function bundle(folder) {
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: entries,
    outdir: "src",
    outbase: "src",
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    allowOverwrite: true,
    metafile: true,
    logLevel: "warning",
  });
  const written = new Set(Object.keys(metafile.outputs).map((file) => resolve(folder, file)));
  for (const entry of readdirSync(join(folder, "src"), { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && file.endsWith(".js") && !written.has(file)) rmSync(file);
  }
}
