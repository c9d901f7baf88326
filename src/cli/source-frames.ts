// The lines around places in files, without what is secret in them.
import { readFileSync } from "node:fs";
import { isAbsolute } from "node:path";
import { linesOf, renderFrame } from "../diagnostics/render-frame.ts";
import type { Origin } from "../kernel/origin.ts";
import type { SecretNames, ShownLines } from "./secret-names.ts";

/** The lines of files, each read and taken apart once. */
export class SourceFrames {
  readonly #secrets: SecretNames | null;
  readonly #files = new Map<string, ShownLines | null>();

  constructor(secrets: SecretNames | null) {
    this.#secrets = secrets;
  }

  /** The lines around a place; null: nobody can read them, or a secret is written in that of the place. */
  frame(origin: Origin): readonly string[] | null {
    const { file, line } = origin;
    if (line === undefined || !isAbsolute(file)) return null;
    let shown = this.#files.get(file);
    if (shown === undefined) {
      shown = this.#read(file);
      this.#files.set(file, shown);
    }
    return shown === null || shown.secretLines.has(line) ? null : renderFrame(shown.lines, origin);
  }

  #read(file: string): ShownLines | null {
    const text = readOrNull(file);
    if (text === null) return null;
    return this.#secrets === null ? { lines: linesOf(text), secretLines: none } : this.#secrets.hideInFile(file, text);
  }
}

const none: ReadonlySet<number> = new Set();

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null; // It was there when it was loaded; that it is gone since is no finding.
  }
}
