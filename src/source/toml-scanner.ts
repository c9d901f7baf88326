// Reads the words of a TOML text that is known to be correct.
import type { Span } from "./text-place.ts";

/** One name of a key, as it is written. */
export interface WrittenKey {
  readonly name: string;
  readonly span: Span;
}

const blanks = /(?:[ \t\r\n]|#[^\n]*)*/y;
const bareKey = /[^\s.=\]#"']+/y;
const basicKey = /"((?:[^"\\]|\\.)*)"/y;
const literalKey = /'([^']*)'/y;
const values: readonly RegExp[] = [
  // Up to two quotes may stand before the closing three.
  /"""(?:[^\\]|\\[^])*?"{3,5}(?!")/y,
  /'''[^]*?'{3,5}(?!')/y,
  /"(?:[^"\\]|\\.)*"/y,
  /'[^']*'/y,
  /[^,\]}#\r\n]+/y,
];

const escapes: Readonly<Record<string, string>> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
  e: "\u001B",
};

/** Goes through a text from its start to its end. */
export class TomlScanner {
  readonly #text: string;
  #at: number;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  get at(): number {
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** The next character. */
  peek(): string {
    return this.#text[this.#at] ?? "";
  }

  /** Goes on by a character. */
  take(): void {
    this.#at += 1;
  }

  /** Skips blanks, line ends and comments. */
  skip(): void {
    this.#match(blanks);
  }

  /** Reads `[a.b]` or `[[a.b]]`. */
  header(): { readonly keys: readonly WrittenKey[]; readonly isList: boolean } {
    this.take();
    const isList = this.peek() === "[";
    if (isList) this.take();
    const keys = this.keys();
    this.#at += isList ? 2 : 1;
    return { keys, isList };
  }

  /** Reads dotted keys, and the blanks after them. */
  keys(): readonly WrittenKey[] {
    const keys: WrittenKey[] = [];
    do {
      if (keys.length > 0) this.take();
      this.skip();
      const start = this.#at;
      const name = this.#name();
      keys.push({ name, span: { start, end: this.#at } });
      this.skip();
    } while (this.peek() === "." && !this.isAtEnd);
    return keys;
  }

  /** Goes past the equals sign, to the value. */
  equals(): void {
    this.take();
    this.skip();
  }

  /** Goes past a value that is no list or table, and tells where it ends. */
  scalar(): number {
    for (const value of values) {
      const found = this.#match(value);
      // What is bare may be followed by blanks.
      if (found !== null) return this.#at - (found[0].length - found[0].trimEnd().length);
    }
    this.take();
    return this.#at;
  }

  #name(): string {
    const basic = this.#match(basicKey);
    if (basic !== null) return unescape(basic[1] ?? "");
    const found = this.#match(literalKey);
    if (found !== null) return found[1] ?? "";
    const bare = this.#match(bareKey);
    // A text that is not what it should be must not hold anybody up.
    if (bare === null) this.take();
    return bare?.[0] ?? "";
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    // A copy: a sticky expression remembers where it is, and nobody else should see that.
    const sticky = new RegExp(pattern);
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#text);
    if (found !== null) this.#at = sticky.lastIndex;
    return found;
  }
}

function unescape(text: string): string {
  return text.replaceAll(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/g,
    (_whole, byte?: string, short?: string, long?: string, letter = "") => {
      const code = byte ?? short ?? long;
      return code === undefined ? (escapes[letter] ?? letter) : String.fromCodePoint(Number.parseInt(code, 16));
    },
  );
}
