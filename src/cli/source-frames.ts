// The lines around places in files, without what is secret in them.
import { readFileSync } from "node:fs";
import { isAbsolute } from "node:path";
import { renderFrame } from "../diagnostics/render-frame.ts";
import type { Origin } from "../kernel/origin.ts";
import type { SecretNames, ShownText } from "./secret-names.ts";

/** The texts of files, each read once. */
export class SourceFrames {
  readonly #secrets: SecretNames | null;
  readonly #texts = new Map<string, ShownText | null>();

  constructor(secrets: SecretNames | null) {
    this.#secrets = secrets;
  }

  /** The lines around a place; null: nobody can read them, or a secret is written in that of the place. */
  frame(origin: Origin): readonly string[] | null {
    const { file, line } = origin;
    if (line === undefined || !isAbsolute(file)) return null;
    let text = this.#texts.get(file);
    if (text === undefined) {
      text = this.#read(file);
      this.#texts.set(file, text);
    }
    return text === null || text.secretLines.has(line) ? null : renderFrame(text.text, origin);
  }

  #read(file: string): ShownText | null {
    const text = readOrNull(file);
    if (text === null) return null;
    return this.#secrets === null ? { text, secretLines: none } : this.#secrets.hideInFile(file, text);
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
