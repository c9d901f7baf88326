// Finds the code of a script file that an earlier run transformed and compiled, if the file is what it was.
import type { Stats } from "node:fs";
import { basename, dirname, extname } from "node:path";
import { CodeStore, hashOf, type KeptCode } from "./code-store.ts";
import { packageVersion } from "./package-root.ts";
import { readText } from "./read-text.ts";

/** How the text of a file becomes code. */
export interface ScriptKind {
  /** Whether it may wait at its top. */
  readonly waits: boolean;
  /** Whether it is CommonJS, which Node runs by itself where another file asks for it. */
  readonly isCommonJs: boolean;
}

/** A script as V8 runs it. */
export type CompiledScript = Pick<KeptCode, "code" | "data">;

/** A script that was kept. */
export interface KeptScript extends KeptCode {
  readonly isCommonJs: boolean;
}

interface Head extends ScriptKind {
  readonly by: string;
  readonly file: string;
  readonly status: string;
  readonly text: string;
  /** Whether a change after this was written must show in the status of the file. */
  readonly isSettled: boolean;
}

/** The scripts that were kept in a folder. */
export class ScriptCache {
  readonly #store: CodeStore;
  readonly #by: string = packageVersion();

  /** `folder` is the cache of Confix. */
  constructor(folder: string) {
    this.#store = new CodeStore(folder);
  }

  /**
   * The code of a file as it is now; null: it is not kept. The file is only looked at, not read, where its status tells
   * that it is the one that was compiled: reading and hashing 2,500 files took 120 ms, looking at them takes 20.
   */
  find(file: string, status: Stats, waits: boolean): KeptScript | null {
    const name = nameOf(file, waits);
    const kept = this.#store.read(name);
    if (kept === null) return null;
    // The cast: nobody else writes such heads, and the store has found this one whole.
    const head = JSON.parse(kept.head) as Head;
    if (head.by !== this.#by || head.file !== file || head.waits !== waits) return null;
    const now = statusText(status);
    if (head.status !== now || !head.isSettled) {
      if (head.text !== textMark(readText(file, null))) return null;
      if (isSettled(status)) this.#write(name, { ...head, status: now, isSettled: true }, kept);
    }
    return { ...kept, isCommonJs: head.isCommonJs };
  }

  /** Keeps what became of `text`; `status` is what the file was before it was read. */
  keep(file: string, status: Stats, text: string, kind: ScriptKind, compiled: CompiledScript): void {
    const mark = { by: this.#by, status: statusText(status), text: textMark(text), isSettled: isSettled(status) };
    this.#write(nameOf(file, kind.waits), { ...mark, file, ...kind }, compiled);
  }

  /** Keeps what V8 made this time of a script that was kept, and that it did not take back. */
  renew({ head, code }: KeptScript, data: Buffer): void {
    const { file, waits } = JSON.parse(head) as Head; // The cast: as above.
    this.#store.write(nameOf(file, waits), { head, code, data });
  }

  #write(name: string, head: Head, { code, data }: CompiledScript): void {
    this.#store.write(name, { head: JSON.stringify(head), code, data });
  }
}

// Two files of one name differ in the hash, and two of one hash in their heads.
function nameOf(file: string, waits: boolean): string {
  const readable = `${basename(dirname(file))}-${basename(file, extname(file))}`
    .replaceAll(/[^\w.-]/g, "_")
    .slice(0, 80);
  return `${readable}.${hashOf(file)}${waits ? ".waits" : ""}`;
}

function statusText({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

// The clock of a file system may be as coarse as two seconds: within them a file can change twice and look the same.
function isSettled({ mtimeMs, ctimeMs }: Stats): boolean {
  return Date.now() - Math.max(mtimeMs, ctimeMs) > 2000;
}

function textMark(text: string): string {
  return `${text.length} ${hashOf(text)}`;
}
