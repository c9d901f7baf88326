// W7: many hosts from one set of modules.
import { fleetFiles } from "../confix/files.ts";
import { builtIndex } from "../measure/in-fresh-process.ts";
import type { WorkerSample } from "../measure/request.ts";
import { inTurn, type Measured, medianIn } from "../measure/rounds.ts";
import { medianOf } from "../measure/statistics.ts";
import { count, less, megabytes, milliseconds, none, ratio, seconds } from "../report/figures.ts";
import type { Section } from "../report/section.ts";
import { timesAtMost } from "../report/targets.ts";
import type { Workload } from "../workload/document.ts";
import { generate } from "../workload/generate.ts";
import { resolveWorkload } from "../workload/resolve.ts";
import {
  type BenchContext,
  checkWorker,
  prepare,
  startCandidate,
  toolCandidate,
  workerCandidate,
} from "./bench-context.ts";
import { fleetCommands, fleetCommandTable } from "./fleet-command.ts";
import { sizeOf } from "./sizes.ts";

const hostCount = 50;

/** Measures the fleet that is generated here. */
export function fleetSection(context: BenchContext): Section {
  const size = sizeOf("W7", context.size);
  const workload = generate({ name: "W7", size, hosts: hostCount, seed: context.seed });
  return measureFleet(context, workload, `W7, ${hostCount} hosts of ${count(size)} options`);
}

/** Measures a fleet: modules that are objects and modules that are functions, each host from the start and from a common base. */
export function measureFleet(context: BenchContext, workload: Workload, title: string): Section {
  const { scratch, peers, rounds, tell } = context;
  const expected = resolveWorkload(workload);
  tell("W7: writing and checking");
  const ways = [false, true].flatMap((isFunction) => {
    const specifier = new URL(`file://${builtIndex}`).href;
    const files = scratch.folder(fleetFiles(workload, { isFunction, specifier }));
    return [false, true].map((isExtended) => {
      const name = nameOfWay(isFunction, isExtended);
      const request = { task: "hosts", files, isExtended } as const;
      checkWorker(context, request, expected);
      return { name, candidate: workerCandidate(context, name, request) };
    });
  });
  const prepared = peers.map((tool) => prepare(context, tool, { workload, expected }));
  tell(`W7: ${rounds} rounds`);
  const measured = inTurn(
    ways.map(({ candidate }) => candidate),
    rounds,
  );
  const commands = fleetCommands(context, workload, expected);
  const whole = inTurn(
    [...commands, ...prepared.map((one) => toolCandidate(one)), ...peers.map((tool) => startCandidate(context, tool))],
    rounds,
  );
  const total = (name: string): number | null => medianIn(measured.get(name), ({ cpu }) => cpu);
  const best = ways.reduce<number | null>((least, { name }) => {
    const own = total(name);
    return own === null || (least !== null && least <= own) ? least : own;
  }, null);
  const shared = measured.get(nameOfWay(false, true));
  return {
    title,
    notes: [
      "In process, all hosts in one. The last host is the median of the last ten, or of the last half.",
      "Hosts that extend one base, and those of `eval --fleet`, share what is found out about modules that are objects; modules that are functions are called for each host.",
    ],
    tables: [
      {
        title: "W7, fleet",
        columns: ["", "CPU", "peak memory", "first host", "last host", "last to first"],
        rows: [
          ...ways.map(({ name }) => {
            const found = measured.get(name);
            const [first, last] = [firstHost(found), lastHost(found)];
            const label = found?.failed === null ? `Confix, ${name}` : `Confix, ${name}: failed`;
            const peak = medianIn(found, (sample) => sample.peak);
            return [
              label,
              seconds(total(name)),
              megabytes(peak),
              milliseconds(first),
              milliseconds(last),
              ratio(last, first),
            ];
          }),
          ...peers.map(({ name }) => {
            const found = whole.get(name);
            const cpu = less(
              medianIn(found, (sample) => sample.cpu),
              medianIn(whole.get(`${name} start`), (sample) => sample.cpu),
            );
            const label = found?.failed === null ? `${name}, less its start` : `${name}: ${found?.failed ?? ""}`;
            const factor = cpu === null ? "" : ` (${ratio(cpu, best)} the best of Confix)`;
            const peak = medianIn(found, (sample) => sample.peak);
            return [label + factor, seconds(cpu), megabytes(peak), none, none, none];
          }),
        ],
      },
      fleetCommandTable(
        whole,
        peers.map(({ name }) => name),
      ),
    ],
    targets: [timesAtMost("W7: 50th host to the first, object modules", 0.33, lastHost(shared), firstHost(shared))],
  };
}

function nameOfWay(isFunction: boolean, isExtended: boolean): string {
  return `${isFunction ? "functions" : "objects"}, ${isExtended ? "one base, extended" : "each from the start"}`;
}

function firstHost(measured: Measured<WorkerSample> | undefined): number | null {
  return medianIn(measured, ({ hosts }) => hosts[0] ?? Number.NaN);
}

function lastHost(measured: Measured<WorkerSample> | undefined): number | null {
  return medianIn(measured, ({ hosts }) => medianOf(hosts.slice(-Math.min(10, hosts.length >> 1))));
}
