// Where the generator takes its decisions from.

/** Decisions that look random, the same ones for the same seed. */
export class Choices {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomNumbers(seed);
  }

  /** A number from 0 to below `limit`. */
  draw(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.draw(100) < percent;
  }

  /** One of a list. */
  pick<T>(list: readonly T[]): T {
    const chosen = list[this.draw(list.length)];
    if (chosen === undefined) throw new Error("nothing to choose from");
    return chosen;
  }

  /** One of a list, each with its weight. */
  weighted<T>(list: readonly (readonly [weight: number, value: T])[]): T {
    let left = this.draw(list.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, value] of list) {
      if (left < weight) return value;
      left -= weight;
    }
    throw new Error("nothing to choose from");
  }

  /** `least` to `most` things, each made by `make`; one more in so many of a hundred cases. */
  several<T>(least: number, most: number, percent: number, make: (at: number) => T): T[] {
    const made: T[] = [];
    while (made.length < most && (made.length < least || this.chance(percent))) made.push(make(made.length));
    return made;
  }
}

// Mulberry32: small, and good enough to pick test cases.
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/** The seed of one case of a run. */
export function seedOf(run: number, at: number): number {
  return Math.imul(run + 1, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b);
}
