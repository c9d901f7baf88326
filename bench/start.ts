// What starting `confix` costs, as a ratio to starting Node with nothing to do.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, median, timeInTurn } from "./paired.ts";

const bin = fileURLToPath(new URL("../dist/src/cli/bin.js", import.meta.url));

const optionLines = Array.from(
  { length: 10 },
  (_, at) => `    o${at}: mkOption({ type: types.str, default: "v${at}", description: "Option ${at}." }),`,
);

const moduleText = `import { defineModule, mkOption, types } from "confix";
export default defineModule({
  imports: [IMPORTS],
  options: {
${optionLines.join("\n")}
  },
}).config({ o1: "set", o2: ({ config }) => config.o1 });
`;

const dataText = JSON.stringify({ o3: "from data", o4: "from data" });

const printed = (runs: readonly number[]): string =>
  `${median(runs).toFixed(0)} (${(runs[0] ?? 0).toFixed(0)} to ${(runs.at(-1) ?? 0).toFixed(0)})`;

/** Prints a table: each way of starting, its median wall time in milliseconds, and the ratio to `node -e 0`. */
export function benchStart(rounds: number): void {
  const folder = mkdtempSync(join(tmpdir(), "confix-bench-"));
  try {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(join(folder, "host.ts"), moduleText.replace("IMPORTS", ""));
    writeFileSync(join(folder, "host.js"), moduleText.replace("IMPORTS", '"./data.json"'));
    writeFileSync(join(folder, "data.json"), dataText);
    const confix = (name: string, ...args: readonly string[]): Command => ({
      name,
      file: process.execPath,
      args: [bin, ...args],
      cwd: folder,
    });
    const timings = timeInTurn(
      [
        { name: "node -e 0", file: process.execPath, args: ["-e", "0"] },
        confix("confix --version", "--version"),
        confix("eval, ten options, TypeScript", "eval", "host.ts"),
        confix("eval, ten options, JavaScript and JSON", "eval", "host.js"),
      ],
      rounds,
    );
    const base = median(timings[0]?.runs ?? []);
    console.log(`start, second and later runs, ${rounds} in turn, wall milliseconds, median (least to most)`);
    for (const { name, runs } of timings) {
      console.log(
        `  ${name.padEnd(40)} ${printed(runs).padStart(16)}   ${(median(runs) / base).toFixed(2)} × node -e 0`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
