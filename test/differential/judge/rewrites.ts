// Writes a case for Nix as rows of docs/differences.md understand it.
import { type Case, makeCase } from "../case.ts";
import { writeNix } from "../write/nix.ts";
import { type KnownDifference, knownDifferences } from "./known-differences.ts";

const withRewrite: readonly KnownDifference[] = knownDifferences.filter(({ rewrite }) => rewrite !== undefined);

/** The rules that are tried one after the other: each alone, then all of them. */
export const rewritings: readonly (readonly KnownDifference[])[] = [...withRewrite.map((rule) => [rule]), withRewrite];

/** A case whose Nix says what Confix takes its TypeScript for, and the rows it takes; null: that is what it says already. */
export function meantByRows(
  found: Case,
  rules: readonly KnownDifference[],
): { readonly meant: Case; readonly rows: readonly string[] } | null {
  let { description, nix } = found;
  const rows: string[] = [];
  for (const { row, rewrite } of rules) {
    if (rewrite === undefined) continue;
    description = rewrite(description);
    const text = writeNix(description);
    if (JSON.stringify(text) !== JSON.stringify(nix)) rows.push(row);
    nix = text;
  }
  return rows.length === 0 ? null : { meant: { ...makeCase(found.description), nix }, rows };
}
