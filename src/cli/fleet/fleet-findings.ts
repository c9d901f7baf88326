// What was found of the hosts of a fleet, as one list.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../../diagnostics/sort.ts";

/** What was found of one host. */
export interface HostFindings {
  readonly name: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The findings host by host, each by file and line, with the names of the hosts. What is the same for several hosts, as a
 * mistake in a common module is, stands once, at the first of them.
 */
export function fleetFindings(hosts: readonly HostFindings[]): readonly Diagnostic[] {
  const found = new Map<string, { readonly finding: Diagnostic; readonly names: string[] }>();
  for (const { name, diagnostics } of hosts) {
    for (const finding of sortDiagnostics(diagnostics)) {
      const key = JSON.stringify(finding);
      const known = found.get(key);
      if (known === undefined) found.set(key, { finding, names: [name] });
      else if (!known.names.includes(name)) known.names.push(name);
    }
  }
  return [...found.values()].map(({ finding, names }) => Object.freeze({ ...finding, hosts: names }));
}
