// What `npm run differential` does: compares Confix with Nix, case by case.
import { readOrder, usage } from "./order.ts";
import { runCases } from "./run-cases.ts";
import { findNix } from "./sides/find-nix.ts";
import { summaryLines } from "./summary.ts";

/**
 * Runs the cases that the flags ask for; prints with `print`. Returns the exit code: 0 if both agree, 1 if they do not, 2 if
 * the flags are wrong, or Nix or its library is missing. `environment` is that of the process.
 */
export async function main(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  print: (line: string) => void,
): Promise<number> {
  const order = readOrder(argv);
  if ("problem" in order) {
    print(`${order.problem}\n${usage}`);
    return 2;
  }
  const nix = findNix(environment);
  if ("missing" in nix) {
    print(nix.missing);
    return 2;
  }
  const summary = await runCases(order, nix.library, print);
  for (const line of summaryLines(summary)) print(line);
  return summary.mismatches === 0 ? 0 : 1;
}
