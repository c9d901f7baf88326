// What a thrown value says.
import { show } from "../kernel/show.ts";

// As many causes, and as many errors of one kind, as help to understand; an error may even be its own cause.
const maxInner = 5;

/**
 * What a thrown value says, empty if nothing: its message, and on lines of their own those of its causes and of the errors
 * that it joins. Not trusting it: its message may be a getter that throws.
 */
export function messageOfThrown(error: unknown): string {
  const inner = innerMessages(error, maxInner);
  return inner.length === 0 ? ownMessage(error) : [named(error), ...inner].join("\n");
}

function innerMessages(error: unknown, left: number): readonly string[] {
  if (left === 0 || !isError(error)) return [];
  const joined = dataMember(error, "errors");
  const errors: readonly unknown[] = Array.isArray(joined) ? joined : [];
  const shown = errors.slice(0, maxInner);
  const cause = dataMember(error, "cause");
  return [
    ...shown.flatMap((each) => [`- ${named(each)}`, ...indented(innerMessages(each, left - 1))]),
    ...(errors.length > shown.length ? [`- and ${errors.length - shown.length} more`] : []),
    ...(cause === undefined || cause === null ? [] : [`caused by: ${named(cause)}`, ...innerMessages(cause, left - 1)]),
  ];
}

function named(error: unknown): string {
  const message = ownMessage(error);
  return message === "" ? "an error without a message" : message;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `    ${line}`);
}

function isError(value: unknown): value is Error {
  try {
    return value instanceof Error;
  } catch {
    return false; // A hostile proxy: its traps ran and threw.
  }
}

// A getter is user code, and nobody asked for it.
function dataMember(error: Error, name: string): unknown {
  try {
    return Object.getOwnPropertyDescriptor(error, name)?.value;
  } catch {
    return undefined; // As above.
  }
}

function ownMessage(error: unknown): string {
  if (typeof error === "string") return error;
  if (typeof error !== "object" || error === null) return error === undefined ? "" : show(error);
  try {
    const { message, name } = error as { readonly message?: unknown; readonly name?: unknown }; // Any object may have these.
    if (typeof message === "string" && message !== "") return asWritten(message);
    if (typeof message === "string") return typeof name === "string" && name !== "Error" ? name : "";
  } catch {
    return "something that cannot be shown";
  }
  return show(error);
}

// Calls of what a file imports become `(0, _file.name)(…)` when it is transformed, and V8 tells of those.
function asWritten(message: string): string {
  const call = /^\(0 , _[\p{ID_Continue}$]*\.([\p{ID_Continue}$]+)\)(?=.* is not a (?:function|constructor)$)/u;
  return message.replace(call, "$1");
}
