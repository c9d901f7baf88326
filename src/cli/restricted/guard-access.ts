// Closes, in the process of a restricted run, what Node's permission model leaves open: links that lead out of the allowed
// folders, and functions of the process that reach beyond it.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import os from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { failDenied } from "../../host/access.ts";
import { userFrame } from "../../host/user-frame.ts";

/** Functions of an object, by name. */
type Functions = Record<string, unknown>;

// They look at what a path leads to; each exists with a callback, and most also with `Sync` and as a promise.
const following: readonly string[] = [
  "access",
  "copyFile",
  "cp",
  "exists",
  "open",
  "openAsBlob",
  "opendir",
  "readFile",
  "readdir",
  "realpath",
  "stat",
  "statfs",
  "watch",
  "watchFile",
];

// They look at a link itself, but follow those on the way to it.
const notFollowing: readonly string[] = ["lstat", "readlink"];

/**
 * Guards this process, once and for good. The permission model compares paths as they are written: here every path is
 * followed first, and one that leads elsewhere is asked for by its real name, which the model then refuses.
 */
export function guardAccess(): void {
  const { native } = fs.realpathSync;
  const mayRead = process.permission.has.bind(process.permission, "fs.read");
  const real = (path: string): string => {
    try {
      return native(path);
    } catch {
      return path; // Nothing is there, or it may not be read: the function that was called says so.
    }
  };
  const checked = (path: string, followed: string): string => (mayRead(followed) ? path : followed);
  const follow = (path: string): string => checked(path, real(path));
  const followFolder = (path: string): string => checked(path, join(real(dirname(path)), basename(path)));

  // The cast: functions are looked up by name, and `guard` looks at what it finds.
  for (const functions of [fs, fs.promises] as unknown as Functions[]) {
    for (const name of following) guardPaths(functions, [name, `${name}Sync`], follow);
    for (const name of notFollowing) guardPaths(functions, [name, `${name}Sync`], followFolder);
  }
  refuse(process as unknown as Functions, "process", processFunctions); // The cast: as above.
  refuse(os as unknown as Functions, "os", ["setPriority"]); // The cast: as above.
  syncBuiltinESMExports();
}

// What reaches other processes, or the inside of Node, or reads a file without asking `fs`.
const processFunctions: readonly string[] = [
  "_debugEnd",
  "_debugProcess",
  "_kill",
  "_linkedBinding",
  "binding",
  "dlopen",
  "kill",
  "loadEnvFile",
];

function guardPaths(functions: Functions, names: readonly string[], follow: (path: string) => string): void {
  const { apply } = Reflect; // Modules may replace what hangs on `Function.prototype`.
  for (const name of names) {
    const original = functions[name];
    if (typeof original !== "function") continue;
    const guarded = function (this: unknown, ...args: unknown[]): unknown {
      const path = pathOf(args[0]);
      if (path !== null) args[0] = follow(path);
      return apply(original, this, args);
    };
    // `fs.realpath` has a function of its own on it.
    functions[name] = Object.defineProperties(guarded, Object.getOwnPropertyDescriptors(original));
    if ("native" in original) guardPaths(functions[name] as Functions, ["native"], follow); // The cast: it has members.
  }
}

// As text, so that it is the same when Node reads it after us. Null: a descriptor, or what Node refuses as no path.
function pathOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (value instanceof URL) return fileURLToPath(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString() : null;
}

function refuse(functions: Functions, owner: string, names: readonly string[]): void {
  for (const name of names) {
    if (typeof functions[name] !== "function") continue;
    const resource = `${owner}.${name}`;
    functions[name] = (): never => {
      const caller = userFrame(new Error("called by"));
      return failDenied({ permission: "Call", resource }, caller);
    };
  }
}
