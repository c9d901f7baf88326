// Compiles src, modules and schemas to dist/, bundles what runs, and removes what an older build left.
// Says nothing when all is well, and everything else on stderr: `npm ci` runs it, and stdout there belongs to nobody.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const work = join(root, "node_modules/.cache", `confix-build-${process.pid}`);

try {
  process.exitCode = await build();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function build() {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const compiled = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json", "--outDir", work], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (compiled.status !== 0) return compiled.status ?? 1;
  await bundle(work);
  install();
  return 0;
}

// File by file, each at once, and what others import first: another process may be running what is in dist.
function install() {
  const built = listFiles(work).sort((left, right) => Number(isChunk(right)) - Number(isChunk(left)));
  for (const file of built) {
    const target = join(dist, file);
    const content = readFileSync(join(work, file));
    if (existsSync(target) && readFileSync(target).equals(content)) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.new`, content);
    if (file.endsWith(join("cli", "bin.js"))) chmodSync(`${target}.new`, 0o755);
    renameSync(`${target}.new`, target);
  }
  const kept = new Set(built);
  for (const file of listFiles(dist)) if (!kept.has(file)) rmSync(join(dist, file));
  removeEmpty(dist);
}

function isChunk(file) {
  return file.includes(`${sep}chunks${sep}`) || file.endsWith(".cjs");
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function removeEmpty(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
