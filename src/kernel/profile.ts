// Where the time of an evaluation goes. Made only for who asks; without one nothing is timed.

/** What time is spent in: each moment belongs to at most one room, one option and one module. */
export interface Activity {
  readonly room: string | null;
  readonly option: string | null;
  readonly module: string | null;
}

/** Milliseconds by name. */
export type Times = ReadonlyMap<string, number>;

/** Adds up who spends how much time, without the time of what is done meanwhile for somebody else. */
export class Profile {
  readonly #rooms = new Map<string, number>();
  readonly #options = new Map<string, number>();
  readonly #modules = new Map<string, number>();
  readonly #now: () => number;
  #since: number;
  #current: Activity = { room: null, option: null, module: null };

  /** `now` is a clock in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
    this.#since = now();
  }

  /** The time of each room. */
  get rooms(): Times {
    return this.#rooms;
  }

  /** The time of each option's computation. */
  get options(): Times {
    return this.#options;
  }

  /** The time of each module's own code. */
  get modules(): Times {
    return this.#modules;
  }

  /** Runs code as part of another activity; what is not said stays as it is. */
  during<T>(part: Partial<Activity>, code: () => T): T {
    const before = this.#current;
    this.#turnTo({ ...before, ...part });
    try {
      return code();
    } finally {
      this.#turnTo(before);
    }
  }

  #turnTo(next: Activity): void {
    const now = this.#now();
    const { room, option, module } = this.#current;
    const elapsed = now - this.#since;
    add(this.#rooms, room, elapsed);
    add(this.#options, option, elapsed);
    add(this.#modules, module, elapsed);
    this.#since = now;
    this.#current = next;
  }
}

function add(times: Map<string, number>, name: string | null, elapsed: number): void {
  if (name !== null) times.set(name, (times.get(name) ?? 0) + elapsed);
}
