// The hosts of a fleet that are being evaluated right now.

/** A host, and for how many whole seconds it has been evaluated. */
export interface RunningHost {
  readonly name: string;
  readonly seconds: number;
}

/** Knows which hosts are being evaluated, and since when. */
export class RunningHosts {
  readonly #since = new Map<string, number>();
  readonly #now: () => number;
  #ended = 0;

  /** `now` tells the time in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** A worker takes a host. */
  begin(name: string): void {
    this.#since.set(name, this.#now());
  }

  /** The worker is done with it, or gone: a host may be begun once more. */
  leave(name: string): void {
    this.#since.delete(name);
  }

  /** It is known what came of a host. */
  end(name: string): void {
    this.leave(name);
    this.#ended += 1;
  }

  /** How many have come to their end. */
  get ended(): number {
    return this.#ended;
  }

  /** Those that are being evaluated, the one first that has taken longest. */
  all(): readonly RunningHost[] {
    const now = this.#now();
    return [...this.#since].map(([name, since]) => ({ name, seconds: Math.floor((now - since) / 1000) }));
  }
}

/** Such a host in words. File names may hold anything, and are not to write to the terminal. */
export function describeRunning({ name, seconds }: RunningHost): string {
  return `${name.replaceAll(/\p{C}/gu, "·")} (${seconds} s)`;
}
