// What Node's permission model refuses in a restricted run, said in our words.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import type { Origin } from "../kernel/origin.ts";

/** An error of Node's permission model. */
export interface AccessDenied {
  readonly permission: string;
  readonly resource: string;
}

const actions: ReadonlyMap<string, string> = new Map([
  ["FileSystemRead", "to read"],
  ["FileSystemWrite", "to write"],
  ["ChildProcess", "to start a process"],
  ["WorkerThreads", "to start a thread"],
  ["Addon", "to load native code"],
  ["Call", "to call"],
  ["Inspector", "to use the debugger"],
  ["WASI", "to give WebAssembly access to the system"],
]);

/** What was refused, if the error says that something was. */
export function accessDenied(error: unknown): AccessDenied | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  // Node 20 loads native code through another error.
  if (error.code === "ERR_DLOPEN_DISABLED") return { permission: "Addon", resource: "" };
  if (error.code !== "ERR_ACCESS_DENIED") return null;
  const permission = "permission" in error ? String(error.permission) : "";
  const resource = "resource" in error ? String(error.resource) : "";
  return { permission, resource };
}

/** Throws the diagnostic of a refusal, naming the module that tried; returns if the error is of another kind. */
export function failRestricted(error: unknown, module: string | null): void {
  const denied = accessDenied(error);
  if (denied !== null) failDenied(denied, module === null ? null : { file: module }, error);
}

/** Throws the diagnostic of what was refused. */
export function failDenied(denied: AccessDenied, from: Origin | null, cause?: unknown): never {
  fail(describeDenied(denied, from), cause);
}

/** The diagnostic of what was refused to a module: `from` is where in it, or the module alone; null: it is not known. */
export function describeDenied({ permission, resource }: AccessDenied, from: Origin | null): Diagnostic {
  const action = actions.get(permission) ?? `what needs the permission ${permission}`;
  const place = from?.line === undefined ? {} : { origin: from };
  return diagnostic("restricted-access", place, { permission: action, resource, module: from?.file ?? null });
}

/** Whether this process may read a path: always, unless it runs restricted. */
export function mayRead(path: string): boolean {
  // Absent unless the permission model is on, whatever the types say.
  const permission: NodeJS.ProcessPermission | undefined = process.permission;
  return permission === undefined || permission.has("fs.read", path);
}

/** Whether this process runs under the permission model. */
export function isRestricted(): boolean {
  const permission: NodeJS.ProcessPermission | undefined = process.permission;
  return permission !== undefined;
}
