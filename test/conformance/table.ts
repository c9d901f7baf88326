// The table of what is restated of nixpkgs' test suite and what is not, as Markdown.
import type { Case, Group } from "./case.ts";
import type { RestatedCase } from "./run-case.ts";

/** How many checks `lib/tests/modules.sh` of nixpkgs 26.11 makes. */
export const originalCount = 407;

/** The page `docs/conformance.md`. */
export function conformancePage(groups: readonly Group[]): string {
  const { restated, leftOut } = countCases(groups);
  return `# Conformance

nixpkgs' module system has a test suite of its own, \`lib/tests/modules.sh\` (release 26.11). \`test/conformance\` restates its
${originalCount} checks as TypeScript modules, under the names of the original files; \`npm run conformance\` runs them. What is left out
is listed with the reason. "Differs" counts checks in which Confix departs on purpose: they assert what
[Where Confix differs from nixpkgs](differences.md) says.

${conformanceTable(groups)}

Restated: ${restated} of ${originalCount}. Left out: ${leftOut}.
`;
}

/** One row for each group. */
export function conformanceTable(groups: readonly Group[]): string {
  const rows = groups.map(({ number, title, cases }) => {
    const { restated, differing, leftOut } = countCases([{ number, title, cases }]);
    return [number, title, cases.length, restated, differing, leftOut, reasonsOf(cases)];
  });
  const head = ["Group", "", "Original", "Restated", "Differs", "Left out", "Why"];
  const rule = ["---", "---", "--:", "--:", "--:", "--:", "---"];
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Whether a case is restated, and so can be run. */
export function isRestated(each: Case): each is RestatedCase {
  return each.kind !== "left-out";
}

/** How many cases there are of each sort. */
export function countCases(groups: readonly Group[]): {
  readonly restated: number;
  readonly differing: number;
  readonly leftOut: number;
} {
  const all = groups.flatMap(({ cases }) => cases);
  const restated = all.filter(isRestated);
  const differing = restated.filter(({ differs }) => differs !== undefined);
  return { restated: restated.length, differing: differing.length, leftOut: all.length - restated.length };
}

function reasonsOf(cases: readonly Case[]): string {
  const reasons = cases.flatMap((each) => (each.kind === "left-out" ? [each.reason] : []));
  return [...new Set(reasons)].join(" ");
}
