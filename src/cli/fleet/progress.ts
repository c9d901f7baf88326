// A line that shows a person how far a fleet is.
import type { TextOutput } from "../io.ts";
import { describeRunning, type RunningHosts } from "./running-hosts.ts";

const width = 24;

// Of a host that takes longer it is told, in seconds: the others come and go.
const noticed = 2;

/** Shows progress on a terminal; anywhere else it says nothing. */
export class Progress {
  readonly #stream: TextOutput;
  readonly #running: RunningHosts;
  readonly #total: number;
  /** Null: it is not shown. */
  readonly #timer: NodeJS.Timeout | null;
  #done = 0;
  #failed = 0;

  constructor(
    stream: TextOutput,
    total: number,
    running: RunningHosts,
    { TERM: terminal }: Readonly<Record<string, string | undefined>>,
  ) {
    this.#stream = stream;
    this.#total = total;
    this.#running = running;
    // A dumb terminal cannot write over a line.
    const isShown = stream.isTerminal && terminal !== "dumb";
    // While nothing ends, the hosts go on that take long.
    this.#timer = isShown ? setInterval(() => this.#show(), 1000).unref() : null;
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
    if (this.#timer === null) return;
    clearInterval(this.#timer);
    await this.#stream.write(clear);
  }

  #show(): void {
    if (this.#timer === null) return;
    const full = Math.floor((this.#done / this.#total) * width);
    const bar = "█".repeat(full) + "░".repeat(width - full);
    const failed = this.#failed === 0 ? "" : `, ${this.#failed} failed`;
    const line = `${bar} ${this.#done}/${this.#total} hosts${failed}`;
    void this.#stream.write(`${clear}${line}${this.#slow((this.#stream.columns ?? usual) - line.length - 1)}`);
  }

  // The hosts that take long, as many as there is room for: of a line that is broken, only the end could be taken away.
  #slow(room: number): string {
    const slow = this.#running.all().filter(({ seconds }) => seconds >= noticed);
    const text = slow.length === 0 ? "" : `, waiting for ${slow.map(describeRunning).join(", ")}`;
    return text.length <= room ? text : `${text.slice(0, Math.max(0, room - 1))}…`.slice(0, Math.max(0, room));
  }
}

// How many columns a terminal has that does not say.
const usual = 80;

// To the start of the line, and all of it erased.
const clear = "\r\u001B[K";
