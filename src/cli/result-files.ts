// The files of results: each appears as a whole or not at all.
import { constants } from "node:fs";
import { access, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fail } from "../diagnostics/errors.ts";
import { makeFolder } from "../host/make-folder.ts";
import { outputFailed } from "./output-files.ts";

/** Where a result is written before it takes its place: beside it, so that one step moves it there. */
export function temporaryFor(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.new`);
}

/** Makes the folders of results. Throws a ConfixError if one cannot be made or written. */
export async function prepareFolders(targets: readonly string[]): Promise<void> {
  for (const folder of new Set(targets.map((target) => dirname(target)))) {
    try {
      makeFolder(folder);
      await access(folder, constants.W_OK | constants.X_OK);
    } catch (error) {
      fail(outputFailed(folder, error));
    }
  }
}

/** Writes a result, beside its place. Returns what keeps it from being written, or null. */
export async function writeTemporary(text: string, temporary: string, target: string): Promise<Diagnostic | null> {
  try {
    await writeFile(temporary, text);
    return null;
  } catch (error) {
    return outputFailed(target, error);
  }
}

/** Lets a result take its place. Returns what keeps it from that, or null. */
export async function place(temporary: string, target: string): Promise<Diagnostic | null> {
  try {
    await rename(temporary, target);
    return null;
  } catch (error) {
    await rm(temporary, { force: true });
    return outputFailed(target, error);
  }
}

/** Removes what was begun of a result that nobody waits for any more. What cannot be removed stays. */
export async function removeTemporary(temporary: string): Promise<void> {
  await rm(temporary, { force: true }).catch(() => {});
}

/** Removes what there is of a result that failed: what was begun, and that of an earlier run. Tells whether there was one. */
export async function removeResult(temporary: string, target: string): Promise<boolean> {
  await rm(temporary, { force: true });
  try {
    await rm(target);
    return true;
  } catch {
    return false; // There is none, or it cannot be removed, where nothing could be written either.
  }
}
