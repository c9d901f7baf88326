// Decides how many workers pay.

/**
 * Each worker loads what is common to all hosts for itself, and warms up for itself: for a few small hosts a second one
 * costs more than it saves. So the first begins alone, and the others come as soon as there is work for them.
 */
export class Pace {
  readonly #jobs: number;
  readonly #now: () => number;
  readonly #start: number;
  #answers = 0;
  /** How long the first took: to start, to load, and to warm up, as every other worker will have to. */
  #setup = 0;
  #last = 0;
  /** The shortest time between two answers: the first hosts of a worker take longer than the later ones. */
  #quickest = Number.POSITIVE_INFINITY;
  #isAll: boolean;

  /** `isFixed`: somebody said how many there are to be. `now` tells the time in milliseconds. */
  constructor(jobs: number, isFixed: boolean, now: () => number = () => performance.now()) {
    this.#jobs = jobs;
    this.#isAll = isFixed;
    this.#now = now;
    this.#start = now();
  }

  /** A host is done. */
  add(): void {
    const now = this.#now();
    this.#answers += 1;
    if (this.#answers === 1) this.#setup = now - this.#start;
    else this.#quickest = Math.min(this.#quickest, now - this.#last);
    this.#last = now;
  }

  /** How many hosts may be evaluated at a time, if so many wait. It never gets less. */
  allowed(waiting: number): number {
    this.#isAll ||= this.#isMuch(waiting);
    return this.#isAll ? this.#jobs : 1;
  }

  #isMuch(waiting: number): boolean {
    if (this.#answers < enough) return this.#now() - this.#start >= patience;
    return this.#quickest * waiting >= worthwhile * this.#setup;
  }
}

/** In milliseconds: how long the first worker is given to show how fast it is. */
export const patience = 2000;

// How many hosts tell what the others will take.
const enough = 4;

// How many times what a worker costs the work must be.
const worthwhile = 5;
