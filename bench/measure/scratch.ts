// Files that a benchmark writes and leaves to be removed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder that is removed in the end. */
export class Scratch {
  readonly path: string = mkdtempSync(join(tmpdir(), "confix-bench-"));
  #count = 0;

  /** A new folder in it, with files by their paths. */
  folder(files: ReadonlyMap<string, string> = new Map()): string {
    this.#count += 1;
    const path = join(this.path, `${this.#count}`);
    mkdirSync(path);
    writeFiles(path, files);
    return path;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Writes files into a folder; what is above them is made. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
