// What `npm run conformance` does: runs all cases, prints the table, and fails if a case does.
import { writeFileSync } from "node:fs";
import { loadGroups } from "./load-groups.ts";
import { runCase } from "./run-case.ts";
import { conformancePage, conformanceTable, countCases, isRestated, originalCount } from "./table.ts";

/** Runs everything; prints with `print`. With `--write` it also writes `docs/conformance.md`. Returns the exit code. */
export async function main(argv: readonly string[], print: (line: string) => void): Promise<number> {
  const groups = await loadGroups();
  let passed = 0;
  for (const group of groups) {
    for (const each of group.cases.filter(isRestated)) {
      try {
        runCase(group, each);
        passed += 1;
      } catch (error) {
        print(
          `FAILED ${group.number} ${group.title}: ${each.at}\n${error instanceof Error ? error.message : String(error)}\n`,
        );
      }
    }
  }
  const { restated, leftOut } = countCases(groups);
  print(conformanceTable(groups));
  print(`restated ${restated} of ${originalCount}, passed ${passed}, left out ${leftOut}`);
  if (argv.includes("--write"))
    writeFileSync(new URL("../../docs/conformance.md", import.meta.url), conformancePage(groups));
  return passed === restated ? 0 : 1;
}
