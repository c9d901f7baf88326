// A line that shows a person how far a fleet is.
import type { TextOutput } from "../io.ts";

const width = 24;

/** Shows progress on a terminal; anywhere else it says nothing. */
export class Progress {
  readonly #stream: TextOutput;
  readonly #isShown: boolean;
  readonly #total: number;
  #done = 0;
  #failed = 0;

  constructor(stream: TextOutput, total: number, { TERM: terminal }: Readonly<Record<string, string | undefined>>) {
    this.#stream = stream;
    this.#total = total;
    // A dumb terminal cannot write over a line.
    this.#isShown = stream.isTerminal && terminal !== "dumb";
    this.#show();
  }

  /** One more is done. */
  add(isFailed: boolean): void {
    this.#done += 1;
    if (isFailed) this.#failed += 1;
    this.#show();
  }

  /** Takes the line away. */
  async end(): Promise<void> {
    if (this.#isShown) await this.#stream.write(clear);
  }

  #show(): void {
    if (!this.#isShown) return;
    const full = Math.floor((this.#done / this.#total) * width);
    const bar = "█".repeat(full) + "░".repeat(width - full);
    const failed = this.#failed === 0 ? "" : `, ${this.#failed} failed`;
    void this.#stream.write(`${clear}${bar} ${this.#done}/${this.#total} hosts${failed}`);
  }
}

// To the start of the line, and all of it erased.
const clear = "\r\u001B[K";
