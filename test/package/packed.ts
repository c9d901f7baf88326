// Packs this repository as npm would publish it, and installs the package in an empty folder.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { root } from "../repository/files.ts";

/** A packed package. */
export interface Tarball {
  readonly path: string;
  /** The files in it, relative to the package. */
  readonly files: readonly string[];
  readonly integrity: string;
}

/** What the tests of the package share: one temporary folder, removed by `remove`. */
export interface Scratch {
  readonly folder: string;
  readonly remove: () => void;
}

/** A new empty folder outside of the repository. */
export function makeScratch(name: string): Scratch {
  const folder = mkdtempSync(join(tmpdir(), `confix-${name}-`));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Packs what `npm run build` last built, without building again: another test may be running it. */
export function pack(folder: string): Tarball {
  if (!existsSync(join(root, "dist/src/index.js"))) throw new Error("dist/ is missing: `npm run build` comes first");
  const output = run(root, "npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder]);
  // npm documents this shape of its --json output.
  const [packed] = JSON.parse(output) as [{ filename: string; integrity: string; files: readonly { path: string }[] }];
  return {
    path: join(folder, packed.filename),
    files: packed.files.map((file) => file.path),
    integrity: packed.integrity,
  };
}

/**
 * Installs `tarball` and what it depends on in `folder`, without the packages that only development needs.
 * The versions come from our own lock file, so that npm asks the registry for nothing that `npm ci` has fetched before.
 */
export function install(tarball: Tarball, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const name = basename(tarball.path);
  copyFileSync(tarball.path, join(folder, name));
  const dependencies = { confix: `file:${name}` };
  writeJson(join(folder, "package.json"), { private: true, type: "module", dependencies });
  writeJson(join(folder, "package-lock.json"), {
    lockfileVersion: 3,
    requires: true,
    packages: { "": { dependencies }, ...lockedPackages(tarball, `file:${name}`) },
  });
  run(folder, "npm", ["ci", "--prefer-offline", "--no-audit", "--no-fund"]);
}

interface LockEntry {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

function lockedPackages(tarball: Tarball, resolved: string): Readonly<Record<string, unknown>> {
  const lock = readJson(join(root, "package-lock.json")) as { packages: Readonly<Record<string, LockEntry>> };
  const { version, dependencies, bin } = readJson(join(root, "package.json")) as Readonly<Record<string, unknown>>;
  const ours = { version, resolved, integrity: tarball.integrity, dependencies, bin };
  const theirs = Object.entries(lock.packages).filter(
    ([path, entry]) => path !== "" && entry.dev !== true && entry.devOptional !== true,
  );
  return { ...Object.fromEntries(theirs), "node_modules/confix": ours };
}

/** Runs a program, and returns its stdout; throws with its stderr when it fails. Colour and npm's own settings are off. */
export function run(cwd: string, program: string, args: readonly string[]): string {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|FORCE_COLOR$|VITEST|NODE_OPTIONS$)/i.test(name),
  );
  const env = { ...Object.fromEntries(inherited), NO_COLOR: "1", NODE_ENV: "production" };
  return execFileSync(program, args, { cwd, encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, JSON.stringify(value, null, 2));
}
