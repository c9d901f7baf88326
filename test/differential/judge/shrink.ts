// Makes a case that does not agree smaller, as long as it does not agree for the same reason.
import { type Case, makeCase } from "../case.ts";
import { checkCases } from "./check-cases.ts";
import { smallerCases } from "../description/smaller.ts";
import type { Verdict } from "./verdict.ts";
import type { NixSide } from "../sides/nix-side.ts";

/** A case, and how it went. */
export interface Shrunk {
  readonly smallest: Case;
  readonly verdict: Verdict;
}

// So many candidates are tried at once.
const batchSize = 32;

/** The smallest case that was found with at most so many attempts. */
export async function shrink(found: Case, verdict: Verdict, nixSide: NixSide, attempts = 3000): Promise<Shrunk> {
  let best: Shrunk = { smallest: found, verdict };
  const tried = new Set<string>();
  let left = attempts;
  let isSmaller = true;
  while (isSmaller && left > 0) {
    isSmaller = false;
    let batch: Case[] = [];
    for (const description of smallerCases(best.smallest.description)) {
      const text = JSON.stringify(description);
      if (tried.has(text)) continue;
      tried.add(text);
      batch.push(makeCase(description));
      if (batch.length < batchSize) continue;
      left -= batch.length;
      const next = await firstAlike(batch, best, nixSide);
      batch = [];
      isSmaller = next !== null;
      if (next !== null) best = next;
      if (isSmaller || left <= 0) break;
    }
    const last = batch.length === 0 ? null : await firstAlike(batch, best, nixSide);
    if (last === null) continue;
    best = last;
    isSmaller = true;
  }
  return best;
}

async function firstAlike(batch: readonly Case[], best: Shrunk, nixSide: NixSide): Promise<Shrunk | null> {
  const verdicts = await checkCases(batch, nixSide);
  for (const [at, verdict] of verdicts.entries()) {
    const smallest = batch[at];
    if (smallest === undefined || verdict.mismatch === null) continue;
    if (verdict.mismatch.kind === best.verdict.mismatch?.kind) return { smallest, verdict };
  }
  return null;
}
