// Cuts large modules into several, as an author would who keeps files small.
import type { WorkModule, Workload } from "./document.ts";

/** The workload with at most `most` options, and at most as many definitions, in each module. */
export function splitModules(workload: Workload, most: number): Workload {
  return { ...workload, modules: workload.modules.flatMap((module) => split(module, most)) };
}

function split({ name, options, defs }: WorkModule, most: number): readonly WorkModule[] {
  const count = Math.max(1, Math.ceil(options.length / most), Math.ceil(defs.length / most));
  if (count === 1) return [{ name, options, defs }];
  return Array.from({ length: count }, (_, at) => ({
    name: `${name}_${at}`,
    options: options.slice(at * most, (at + 1) * most),
    defs: defs.slice(at * most, (at + 1) * most),
  }));
}
