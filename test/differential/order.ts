// Reads the flags of `npm run differential`.
import { parseArgs } from "node:util";

/** What to run. */
export interface Order {
  /** How many cases. */
  readonly cases: number;
  /** Which ones: the same for the same seed. */
  readonly seed: number;
  /** The first case of the seed that is run. */
  readonly from: number;
  /** How many mismatches are shrunk and printed; the rest are counted only. */
  readonly show: number;
}

/** How the command is used. */
export const usage = `usage: npm run differential -- [--cases N] [--seed S] [--from CASE] [--show MISMATCHES]`;

const standard: Order = { cases: 1000, seed: 1, from: 0, show: 10 };

/** The order in flags, or what is wrong with them. Without flags: 1000 cases of the seed 1, at most 10 mismatches shown. */
export function readOrder(argv: readonly string[]): Order | { readonly problem: string } {
  const options = {
    cases: { type: "string" },
    seed: { type: "string" },
    from: { type: "string" },
    show: { type: "string" },
  };
  try {
    // The cast: the literal types of the options are lost in the variable.
    const { values } = parseArgs({ args: [...argv], options: options as Record<string, { type: "string" }> });
    const order = { ...standard };
    for (const name of ["cases", "seed", "from", "show"] as const) {
      const text = values[name];
      if (text === undefined) continue;
      const value = Number(text);
      const least = name === "cases" ? 1 : 0;
      if (!/^\d+$/.test(text) || value < least || value > 0xffffffff) {
        return { problem: `--${name} takes a whole number from ${least} to 4294967295, not ${JSON.stringify(text)}` };
      }
      order[name] = value;
    }
    return order;
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
