// What starting `confix` costs, beside starting Node with nothing to do.
import { join } from "node:path";
import { builtCommand } from "../measure/in-fresh-process.ts";
import { type Candidate, inTurn, medianIn } from "../measure/rounds.ts";
import { runCommand } from "../measure/run-command.ts";
import { milliseconds, ratio } from "../report/figures.ts";
import type { Section } from "../report/section.ts";
import { timesAtMost } from "../report/targets.ts";
import { type BenchContext, firstRunCandidate, startCandidate } from "./bench-context.ts";

const optionLines = Array.from(
  { length: 10 },
  (_, at) => `    o${at}: mkOption({ type: types.str, default: "v${at}", description: "Option ${at}." }),`,
);

const moduleText = (imports: string): string => `import { defineModule, mkOption, types } from "confix";
export default defineModule({
  imports: [${imports}],
  options: {
${optionLines.join("\n")}
  },
}).config({ o1: "set", o2: ({ config }) => config.o1 });
`;

const files: ReadonlyMap<string, string> = new Map([
  ["package.json", JSON.stringify({ type: "module" })],
  ["host.ts", moduleText("")],
  ["host.js", moduleText('"./data.json"')],
  ["data.json", JSON.stringify({ o3: "from data", o4: "from data" })],
]);

/** Measures it; the first run, which compiles TypeScript, does not count. */
export function startSection(context: BenchContext): Section {
  const { scratch, peers, tell } = context;
  // These are short: more of them cost little, and the median gets steadier.
  const rounds = context.rounds * 3;
  tell(`start: ${rounds} rounds`);
  const folder = scratch.folder(files);
  const env = { XDG_CACHE_HOME: join(folder, "cache") };
  const node = (name: string, ...args: readonly string[]): Candidate => ({
    name,
    run: () => runCommand({ file: process.execPath, args, cwd: folder, env }),
  });
  const [base, script, data] = [
    "node -e 0",
    "confix eval, ten options, TypeScript",
    "confix eval, ten options, JavaScript and JSON",
  ];
  const candidates = [
    node(base, "-e", "0"),
    node("confix --version", builtCommand, "--version"),
    node(script, builtCommand, "eval", "host.ts"),
    firstRunCandidate(context, `${script}, first run`, {
      file: process.execPath,
      args: [builtCommand, "eval", "host.ts"],
      cwd: folder,
    }),
    node(data, builtCommand, "eval", "host.js"),
    ...peers.map((tool) => startCandidate(context, tool)),
  ];
  for (const { run } of candidates) run();
  const measured = inTurn(candidates, rounds);
  const wall = (name: string): number | null => medianIn(measured.get(name), (sample) => sample.wall);
  return {
    title: "Start",
    notes: [`Second and later runs, if nothing else is said; the median of ${rounds}. A peer evaluates an empty file.`],
    tables: [
      {
        title: "Start, whole process",
        columns: ["", "wall", "CPU", "wall to Node"],
        rows: candidates.map(({ name }) => [
          name,
          milliseconds(wall(name)),
          milliseconds(medianIn(measured.get(name), (sample) => sample.cpu)),
          ratio(wall(name), wall(base)),
        ]),
      },
    ],
    targets: [
      timesAtMost("start, TypeScript: wall to `node -e 0`", 3, wall(script), wall(base)),
      timesAtMost("start, JavaScript and JSON: wall to `node -e 0`", 1.7, wall(data), wall(base)),
    ],
  };
}
