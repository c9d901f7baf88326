// Runs cases in batches, and shrinks those that do not agree.
import { seedOf } from "./generate/choices.ts";
import { generateCase } from "./generate/generate.ts";
import { type Case, makeCase } from "./case.ts";
import { checkCases } from "./judge/check-cases.ts";
import { shrink } from "./judge/shrink.ts";
import type { Verdict } from "./judge/verdict.ts";
import type { Order } from "./order.ts";
import { NixSide } from "./sides/nix-side.ts";
import { type Summary, Tally } from "./summary.ts";

// Nix parses a batch at once.
const batchSize = 100;
// Of mismatches of one kind only so many are shown.
const shownOfKind = 3;

/** Runs the cases that are ordered, against nixpkgs' library in a folder. Mismatches are printed as they are found. */
export async function runCases(order: Order, library: string, print: (line: string) => void): Promise<Summary> {
  const nixSide = new NixSide(library);
  const tally = new Tally();
  const shown = new Map<string, number>();
  let left = order.show;
  try {
    for (let at = 0; at < order.cases; at += batchSize) {
      const batch = makeBatch(order, order.from + at, Math.min(batchSize, order.cases - at));
      const verdicts = await checkCases(batch, nixSide);
      for (const [each, verdict] of verdicts.entries()) {
        tally.add(verdict);
        const found = batch[each];
        const kind = verdict.mismatch?.kind;
        if (kind === undefined || found === undefined || left === 0) continue;
        const times = (shown.get(kind) ?? 0) + 1;
        shown.set(kind, times);
        if (times > shownOfKind) continue;
        left -= 1;
        print(await explain(found, verdict, order.from + at + each, nixSide));
      }
    }
  } finally {
    nixSide.end();
  }
  return tally.summary;
}

function makeBatch({ seed }: Order, from: number, size: number): readonly Case[] {
  return Array.from({ length: size }, (_, each) => makeCase(generateCase(seedOf(seed, from + each))));
}

async function explain(found: Case, verdict: Verdict, number: number, nixSide: NixSide): Promise<string> {
  const { smallest, verdict: last } = await shrink(found, verdict, nixSide);
  const title = `MISMATCH in case ${number}: ${last.mismatch?.text}`;
  const { expression, files } = smallest.nix;
  const shownFiles = files.map(([name, text]) => `# ${name}\n${text}\n`).join("");
  return `${title}\n--- as Nix\n${shownFiles}${expression}\n--- as TypeScript\n${smallest.typescript}\n`;
}
