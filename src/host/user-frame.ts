// Finds in the stack of an error the place in the code that users wrote.
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Origin } from "../kernel/origin.ts";
import { codeRoot } from "./package-root.ts";

const frame = /(?:\(|at (?:async )?)(?<file>(?:file:\/\/|\/|[A-Za-z]:[\\/])[^()]*?):(?<line>\d+):\d+\)?$/;

/**
 * The innermost place in user code that an error passed, or null: never a place in a library, or in Confix itself. With
 * `outer`, an error made where we began to run the code, only what lies inside of that counts: outside is the program
 * that called us. Without column: what runs is the transformed text, which keeps lines and no columns.
 */
export function userFrame(error: unknown, outer: Error | null = null): Origin | null {
  const outside = new Set(outer === null ? [] : framesOf(outer));
  for (const text of framesOf(error)) {
    if (outside.has(text)) continue;
    const found = frame.exec(text)?.groups;
    if (found === undefined) continue;
    const file = toPath(found["file"] ?? "");
    if (!isLibrary(file)) return { file, line: Number(found["line"]) };
  }
  return null;
}

// What is waited for is the same call when it goes on, but the stack then says `async`.
function framesOf(error: unknown): readonly string[] {
  const stack = stackOf(error);
  return stack.split("\n").map((text) => text.replace("at async ", "at ").trim());
}

// A thrown value may be anything, and a stack that is computed may throw itself.
function stackOf(error: unknown): string {
  try {
    return error instanceof Error && typeof error.stack === "string" ? error.stack : "";
  } catch {
    return "";
  }
}

function toPath(file: string): string {
  return file.startsWith("file://") ? fileURLToPath(file.replace(/[?#].*$/, "")) : file;
}

const ownFolder = join(codeRoot, "src") + sep;

function isLibrary(file: string): boolean {
  return file.startsWith(ownFolder) || file.includes(`${sep}node_modules${sep}`);
}
