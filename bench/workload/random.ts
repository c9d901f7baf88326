// Random numbers that a seed decides, on every machine the same.

/** A source of random choices. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** True in this share of the cases. */
  chance(share: number): boolean;
  /** One of these; they must not be none. */
  pick<T>(from: readonly T[]): T;
  /** Some of the whole numbers below `limit`, each at most once. */
  sample(limit: number, count: number): readonly number[];
}

/** The source for a seed: a counter in steps of the golden ratio, its bits mixed by multiplications. */
export function randomFrom(seed: number): Random {
  let counter = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1);
  const next = (): number => {
    counter = (counter + 0x9e3779b9) | 0;
    let bits = counter;
    bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick: (from) => {
      const { [below(from.length)]: picked } = from;
      if (picked === undefined) throw new Error("there is nothing to pick from");
      return picked;
    },
    sample: (limit, count) => {
      const numbers = Array.from({ length: limit }, (_, at) => at);
      return Array.from({ length: Math.min(limit, count) }, () => numbers.splice(below(numbers.length), 1)).flat();
    },
  };
}
