// Runs the benchmarks and prints ratios. Nothing here is asserted: machines differ, and so do days.
import { benchPlaces } from "./places.ts";
import { benchStart } from "./start.ts";

const rounds = Number(process.argv[2] ?? 15);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error("usage: npm run bench [-- ROUNDS]");
  process.exitCode = 2;
} else {
  benchStart(rounds);
  benchPlaces(rounds);
}
