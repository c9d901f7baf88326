// Runs programs that read what the modules write: without privileges, in a folder of their own.
import { spawnSync } from "node:child_process";
import { accessSync, chownSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** What a program said. */
export interface ToolResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

// Users without privileges do not have the last two in their PATH; what lies there runs for them all the same.
const folders: readonly string[] = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/sbin"];

/** The absolute path of a program, or null if this machine does not have it. */
export function findTool(name: string): string | null {
  for (const folder of folders) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not here.
    }
  }
  return null;
}

/** Why a test that needs programs is skipped, for its name; empty if they are all there. */
export function missing(...names: readonly string[]): string {
  const absent = names.filter((name) => findTool(name) === null);
  return absent.length === 0 ? "" : `: ${absent.join(" and ")} not installed`;
}

const nobody = 65534;
const isRoot = process.getuid?.() === 0;

/** What makes a child process run without privileges, also where the tests are run by root. */
export const unprivileged: { readonly uid?: number; readonly gid?: number } = isRoot
  ? { uid: nobody, gid: nobody }
  : {};

/** Runs a program without privileges. */
export function run(name: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): ToolResult {
  return spawn(name, args, { ...unprivileged, env: { PATH: process.env["PATH"], ...environment } });
}

/** Runs a program with what privileges there are. */
export function runPrivileged(name: string, args: readonly string[]): ToolResult {
  return spawn(name, args, {});
}

function spawn(name: string, args: readonly string[], options: object): ToolResult {
  const path = findTool(name);
  if (path === null) throw new Error(`${name} is not installed; the test has to be skipped`);
  const { status, stdout, stderr, error } = spawnSync(path, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    timeout: 60_000,
    ...options,
  });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/** A folder that programs without privileges may write to, for the running test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "confix-modules-"));
  giveAway(folder);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file below a folder, and says where it is. */
export function writeBelow(folder: string, path: string, text: string, mode = 0o644): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode });
  giveAway(file);
  return file;
}

function giveAway(path: string): void {
  if (isRoot) chownSync(path, nobody, nobody);
}
