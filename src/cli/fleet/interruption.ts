// What becomes of a fleet whose user ends it before it has come to its end.
import type { CliIo } from "../io.ts";

/**
 * Listens for the user. The first time `signal` is aborted, so that whoever works can leave things in order, and `end` then
 * says how far it came and ends the process; the second time the process ends at once.
 */
export class Interruption {
  readonly #io: CliIo;
  readonly #stop = new AbortController();
  readonly #ignore: () => void;
  #text = "";
  #endProcess: () => void = () => {};

  /** `describe` says in one line how far things are when the user interrupts them. */
  constructor(io: CliIo, describe: () => string) {
    this.#io = io;
    const ignore = io.onInterrupt?.((endProcess) => {
      if (this.signal.aborted) return endProcess();
      this.#text = describe();
      this.#endProcess = endProcess;
      this.#stop.abort();
    });
    this.#ignore = () => ignore?.();
  }

  /** Aborted when the user wants no more. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** All is done: an interruption is again what it is to every program. */
  ignore(): void {
    if (!this.signal.aborted) this.#ignore();
  }

  /** Says how far things were, and ends the process as the user meant to. */
  async end(): Promise<void> {
    await this.#io.stderr.write(this.#text);
    this.#endProcess();
  }
}
