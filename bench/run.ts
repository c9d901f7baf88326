// Runs the benchmark, prints it and writes it down. Nothing here is asserted: machines differ, and so do days.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BenchOptions, type PartName, readOptions, usage } from "./bench-options.ts";
import { confixTool } from "./confix/tool.ts";
import { buildWorker } from "./measure/in-fresh-process.ts";
import { missingForCommands } from "./measure/run-command.ts";
import { Scratch } from "./measure/scratch.ts";
import { findPeer } from "./peers/find-peers.ts";
import { machineLines } from "./report/machine.ts";
import { renderReport } from "./report/render.ts";
import type { Section } from "./report/section.ts";
import type { BenchContext } from "./sections/bench-context.ts";
import { depthSection } from "./sections/depth.ts";
import { fleetSection } from "./sections/fleet.ts";
import { oneSection } from "./sections/one-of-many.ts";
import { placesSection } from "./sections/places.ts";
import { startSection } from "./sections/start.ts";
import { updateSection } from "./sections/update.ts";
import { documentSection, evaluatedSection } from "./sections/workloads.ts";
import { readWorkload } from "./workload/read.ts";

const sections: Readonly<Record<PartName, (context: BenchContext) => Section>> = {
  W1: (context) => evaluatedSection(context, "W1"),
  W2: (context) => evaluatedSection(context, "W2"),
  W3: depthSection,
  W4: (context) => evaluatedSection(context, "W4"),
  W5: oneSection,
  W6: (context) => evaluatedSection(context, "W6"),
  W7: fleetSection,
  update: updateSection,
  start: startSection,
  places: placesSection,
};

/** Measures part by part; `write` gets the page as far as it is after each of them. */
function measure(options: BenchOptions, scratch: Scratch, write: (page: string) => void): void {
  const confix = confixTool(join(scratch.path, "cache"));
  const looked = options.peers.map(findPeer);
  const peers = looked.flatMap((found) => ("tool" in found ? [found.tool] : []));
  const missing = looked.flatMap((found) => ("missing" in found ? [`${found.name} is missing: ${found.missing}`] : []));
  const context: BenchContext = {
    scratch,
    worker: buildWorker(scratch.path),
    confix,
    peers,
    size: options.size,
    rounds: options.rounds,
    seed: options.seed,
    tell: (text) => console.error(text),
  };
  for (const line of missing) context.tell(line);
  const { workload } = options;
  const parts =
    workload === null
      ? options.parts.map((name) => sections[name])
      : [(of: BenchContext) => documentSection(of, readWorkload(readFileSync(workload, "utf8"), workload))];
  const frame = {
    date: new Date().toISOString().slice(0, 10),
    machine: [...machineLines([confix, ...peers].map(({ name, version }) => [name, version])), ...missing],
    settings: [
      `${workload === null ? `size ${options.size}, seed ${options.seed}` : "a given document"}; rounds in turn: ${options.rounds}, medians`,
      "CPU is user and system time of all threads. In process: a fresh Node process for each, from evaluation to JSON",
      "what was left behind while modules were made is collected before the clock starts",
      "whole process: the command on ES modules, files in the cache",
      "every tool printed the same JSON, or says here that it did not",
    ],
    targetsNote:
      options.size === "l"
        ? "Nothing fails where one is not met."
        : "They are for `--size l`: at this size, what Node's start and its compiler cost decides.",
  };
  const measured: Section[] = [];
  for (const part of parts) {
    measured.push(part(context));
    write(renderReport({ ...frame, sections: measured }));
  }
}

function main(): void {
  const problem = missingForCommands();
  if (problem !== null) throw new Error(problem);
  const options = readOptions(process.argv.slice(2), fileURLToPath(new URL("RESULTS.md", import.meta.url)));
  const scratch = new Scratch();
  try {
    let page = "";
    measure(options, scratch, (text) => {
      page = text;
      if (options.output !== null) writeFileSync(options.output, text);
    });
    console.log(page);
  } finally {
    scratch.remove();
  }
}

try {
  main();
} catch (error) {
  // The cast: nothing here throws anything else.
  console.error(`${(error as Error).message}\n\n${usage}`);
  process.exitCode = 2;
}
