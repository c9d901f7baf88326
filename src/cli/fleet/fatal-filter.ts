// What a process writes to stderr, without the pages that Node writes when it cannot go on.

const beginnings = /(?:\n*<--- Last few GCs --->|(?:^|\n)FATAL ERROR: |(?:^|\n)#\n# Fatal )/;
const memory =
  /heap out of memory|invalid (?:array|size|string|table)|Allocation failed|Array buffer allocation failed/i;

/** Passes text on until Node says that it cannot go on, and finds out whether memory is why. */
export class FatalFilter {
  readonly #write: (text: string) => void;
  /** The last line, as long as it may be the beginning of such a page. */
  #held = "";
  #page: string | null = null;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  take(text: string): void {
    if (this.#page !== null) {
      this.#page += text;
      return;
    }
    const all = this.#held + text;
    const found = beginnings.exec(all);
    if (found === null) {
      const held = heldFrom(all);
      this.#pass(all.slice(0, held));
      this.#held = all.slice(held);
      return;
    }
    this.#pass(all.slice(0, found.index));
    this.#held = "";
    this.#page = all.slice(found.index);
  }

  /** Nothing comes any more. */
  end(): void {
    this.#pass(this.#held);
    this.#held = "";
  }

  /** Whether the process ended because there was not enough memory. */
  get isMemory(): boolean {
    return this.#page !== null && memory.test(this.#page);
  }

  #pass(text: string): void {
    if (text !== "") this.#write(text);
  }
}

// Empty lines, and a line that begins like one of those above, may go on in the next piece of text.
function heldFrom(text: string): number {
  const found = /(?:^|\n)\n*(?:<[^\n]{0,30}|F[^\n]{0,15}|#(?:\n#?[^\n]{0,10})?)?$/.exec(text);
  return found === null ? text.length : found.index;
}
