// What the command says in the end of a fleet: what was found, host by host, and what became of them.
import { countOf } from "../count-of.ts";
import type { CliIo } from "../io.ts";
import { writeOmitted } from "../report.ts";
import { shortName } from "../short-name.ts";
import { type FindingsRequest, namesToHide, writeFindings } from "../write-findings.ts";
import { fleetFindings } from "./fleet-findings.ts";
import type { NamedHost } from "./host-names.ts";
import type { HostReport } from "./job.ts";

/** What became of a host. */
export interface HostEnd extends NamedHost {
  readonly report: HostReport;
  /** Whether the result of an earlier run was removed. */
  readonly isRemoved: boolean;
}

/** Writes the findings to stderr, and a summary to stdout. */
export async function writeReport(hosts: readonly HostEnd[], request: FindingsRequest, io: CliIo): Promise<void> {
  const secrets = await namesToHide([...new Set(hosts.flatMap(({ report }) => report.secretNames))]);
  const found = fleetFindings(hosts.map(({ name, report }) => ({ name, diagnostics: report.diagnostics })));
  await writeFindings(io, io.stderr, found, { ...request, secrets, isOrdered: true });
  for (const { name, report } of hosts) {
    if (report.isWritten) await writeOmitted(io, report.omitted, name);
  }
  await io.stdout.write(summary(hosts, io.cwd));
}

function summary(hosts: readonly HostEnd[], cwd: string): string {
  const failed = hosts.filter(({ report }) => report.exitCode !== 0);
  const removed = hosts.filter(({ isRemoved }) => isRemoved);
  const well = hosts.length - failed.length;
  const lines = [
    `${countOf(hosts.length, "host")}: ${well} evaluated${failed.length === 0 ? "" : `, ${failed.length} failed`}`,
    ...(failed.length === 0 ? [] : [`failed: ${failed.map(({ name }) => name).join(", ")}`]),
    ...(removed.length === 0
      ? []
      : [`removed, of an earlier run: ${removed.map(({ target }) => shortName(target, cwd)).join(", ")}`]),
  ];
  return `${lines.join("\n")}\n`;
}
