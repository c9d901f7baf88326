// Reads text files, strictly as UTF-8.
import { readFileSync, type Stats, statSync } from "node:fs";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { failRestricted } from "./access.ts";
import { missingFile } from "./missing-file.ts";

/**
 * The text of a file, without a byte order mark. `from` is who named the file, for the message if it does not exist.
 * Throws a ConfixError: the file is missing, unreadable, out of bounds in a restricted run, or not UTF-8.
 */
export function readText(file: string, from: string | null): string {
  return decodeUtf8(readBytes(file, from), file);
}

function readBytes(file: string, from: string | null): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    failRestricted(error, from);
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return fail(missingFile(file, from));
    return failUnreadable(file, from, error);
  }
}

/** What the system says of a file, or null if there is none. Throws a ConfixError if it cannot be looked at. */
export function statusOf(file: string, from: string | null): Stats | null {
  try {
    return statSync(file, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    failRestricted(error, from);
    return failUnreadable(file, from, error);
  }
}

function failUnreadable(file: string, from: string | null, error: unknown): never {
  const place = from === null ? {} : { origin: { file: from } };
  fail(diagnostic("file-unreadable", place, { file, reason: reasonOf(error) }));
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EISDIR", "it is a folder"],
  ["ENOENT", "the folder does not exist"],
  ["ENOTDIR", "a folder on the way is a file"],
  ["EEXIST", "a file of that name is there"],
  ["ENAMETOOLONG", "the name is too long"],
  ["EMFILE", "too many files are open"],
  ["EDQUOT", "no space is left"],
  ["ENOSPC", "no space is left"],
  ["EROFS", "what it is on is read-only"],
  ["ELOOP", "its symbolic links go round in a circle"],
]);

/** Why the system refuses to read or write a file, as a clause. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return reasons.get(code) ?? code;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}

/** Bytes as text. Wrong bytes are an error that says where they are, never a replacement character. */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fail(diagnostic("bad-encoding", {}, { file, offset: firstBadByte(bytes) }));
  }
}

// The longest prefix that could go on to be text, found by halving, less the sequence in it that is not complete.
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodePrefix(bytes.subarray(0, middle)) === null) bad = middle;
    else good = middle;
  }
  return new TextEncoder().encode(decodePrefix(bytes.subarray(0, good)) ?? "").length;
}

function decodePrefix(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
