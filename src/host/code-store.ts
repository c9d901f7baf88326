// Keeps what V8 compiled from one run to the next: one file for each script, which V8 takes back instead of compiling.
import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cleanCache } from "./clean-cache.ts";
import { makeFolder } from "./make-folder.ts";
import { orNull } from "./or-null.ts";

/** A script as it was kept. */
export interface KeptCode {
  /** What its keeper wrote about it, to know it by. */
  readonly head: string;
  /** The text that was compiled. */
  readonly code: string;
  /** For V8. A view of a buffer that is used again: it holds until something else is read. */
  readonly data: Buffer;
}

/**
 * A folder of kept scripts. Reading and writing never throw: what is missing, damaged or of another make is not there, and
 * a folder that cannot be written is done without. Files appear whole and are never changed, so that processes may share
 * the folder.
 */
export class CodeStore {
  readonly #cache: string;
  readonly #folder: string;
  // One buffer for all: 2,500 files would make 24 MB of them before the collector looks.
  #buffer: Buffer = Buffer.alloc(0);
  #isWritable = true;
  #hasWritten = false;

  /** `folder` is the cache of Confix; what one make of Node compiled lies apart, since no other can use it. */
  constructor(folder: string) {
    this.#cache = folder;
    this.#folder = join(folder, makeOfNode());
  }

  /** What was kept under a name, or null. */
  read(name: string): KeptCode | null {
    const length = this.#readFile(join(this.#folder, name));
    if (length < headerBytes) return null;
    const buffer = this.#buffer;
    const words = new Int32Array(buffer.buffer, buffer.byteOffset, length >> 2);
    const [mark, sum, headBytes = 0, codeBytes = 0, isWide = 0, dataBytes = 0] = words;
    const codeAt = headerBytes + padded(headBytes);
    const dataAt = codeAt + padded(codeBytes);
    // V8 believes what it is given: a wrong byte in it ends the process.
    if (mark !== fileMark || dataAt + padded(dataBytes) !== length || sumOf(words) !== sum) return null;
    return {
      head: buffer.toString("utf8", headerBytes, headerBytes + headBytes),
      code: buffer.toString(isWide === 1 ? "utf16le" : "latin1", codeAt, codeAt + codeBytes),
      data: buffer.subarray(dataAt, dataAt + dataBytes),
    };
  }

  /** Keeps a script under a name that can be one of a file. */
  write(name: string, { head, code, data }: KeptCode): void {
    if (!this.#isWritable) return;
    const file = join(this.#folder, name);
    // Threads of one process write at the same time. What would tell them apart takes a millisecond to load.
    const unfinished = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}`;
    try {
      // What lies here is run as code: it is the user's own.
      if (!this.#hasWritten) makeFolder(this.#folder, 0o700);
      writeFileSync(unfinished, fileOf(head, code, data), { mode: 0o600 });
      renameSync(unfinished, file);
      if (!this.#hasWritten) cleanCache(this.#cache);
      this.#hasWritten = true;
    } catch {
      this.#isWritable = false;
      // There is nothing to remove where nothing could be written.
      orNull(() => rmSync(unfinished, { force: true }));
    }
  }

  /** Reads a file to the beginning of the buffer. Returns its length; 0: there is none. */
  #readFile(file: string): number {
    let opened: number | null = null;
    try {
      opened = openSync(file, "r");
      let length = 0;
      for (;;) {
        if (length === this.#buffer.length) this.#grow(length, fstatSync(opened).size);
        const count = readSync(opened, this.#buffer, length, this.#buffer.length - length, length);
        if (count === 0) return length;
        length += count;
        if (length < this.#buffer.length) return length;
      }
    } catch {
      return 0;
    } finally {
      if (opened !== null) closeSync(opened);
    }
  }

  // By half as much again as is needed, of its own memory: that begins where V8 wants its data to begin, at a multiple of 8.
  #grow(kept: number, needed: number): void {
    const most = Math.max(kept, needed);
    const larger = Buffer.allocUnsafeSlow(Math.max(smallestBuffer, padded(most + (most >> 1))));
    this.#buffer.copy(larger, 0, 0, kept);
    this.#buffer = larger;
  }
}

const smallestBuffer = 64 * 1024;
const headerBytes = 24;
const fileMark = 0x43_66_78_31;

function makeOfNode(): string {
  const { version, arch, execArgv, env } = process;
  // V8 refuses what was compiled with other flags; runs with and without them do not chase one another away.
  const flags = [...execArgv, env["NODE_OPTIONS"] ?? ""].filter((flag) => flag !== "").join(" ");
  return `node-${version}-${arch}${flags === "" ? "" : `-${hashOf(flags)}`}`;
}

function fileOf(head: string, code: string, data: Uint8Array): Buffer {
  const isWide = /[^\0-\xFF]/.test(code);
  const encoding = isWide ? "utf16le" : "latin1";
  const headBytes = Buffer.byteLength(head);
  const codeBytes = Buffer.byteLength(code, encoding);
  const codeAt = headerBytes + padded(headBytes);
  const dataAt = codeAt + padded(codeBytes);
  const file = Buffer.alloc(dataAt + padded(data.length));
  file.write(head, headerBytes);
  file.write(code, codeAt, encoding);
  file.set(data, dataAt);
  const words = new Int32Array(file.buffer, file.byteOffset, file.length >> 2);
  words.set([fileMark, 0, headBytes, codeBytes, isWide ? 1 : 0, data.length]);
  words[1] = sumOf(words);
  return file;
}

function padded(length: number): number {
  return (length + 7) & ~7;
}

/** A sum of all words but the first two. Every word that is changed changes it. 24 MB take 8 ms; Node's hashes take 2 ms to load. */
function sumOf(words: Int32Array): number {
  let sum = words.length;
  for (let at = 2; at < words.length; at += 1) {
    sum = Math.imul(sum ^ (words[at] ?? 0), 0x9e37_79b1);
    sum ^= sum >>> 15;
  }
  return sum;
}

/** A name for a text: 53 bits, which do for telling files apart that say inside which they are. */
export function hashOf(text: string): string {
  let high = 0xdead_beef;
  let low = 0x41c6_ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x9e37_79b1);
    low = Math.imul(low ^ code, 0x5f35_6495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85eb_ca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2_ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85eb_ca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2_ae35);
  return ((high >>> 0).toString(36) + (low >>> 0).toString(36)).padStart(8, "0");
}
