// Cuts modules to files of one size, as an author would who keeps files neither small nor large.
import type { WorkModule, Workload } from "./document.ts";

/**
 * The workload with at most `most` options, and at most as many definitions, in each module. Small modules that follow
 * one another become one, as long as that is no larger.
 */
export function splitModules(workload: Workload, most: number): Workload {
  return {
    ...workload,
    modules: join(
      workload.modules.flatMap((module) => split(module, most)),
      most,
    ),
  };
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

function join(modules: readonly WorkModule[], most: number): readonly WorkModule[] {
  const joined: WorkModule[] = [];
  for (const module of modules) {
    const last = joined.at(-1);
    const options = [...(last?.options ?? []), ...module.options];
    const defs = [...(last?.defs ?? []), ...module.defs];
    if (last === undefined || options.length > most || defs.length > most) joined.push(module);
    else joined[joined.length - 1] = { name: last.name, options, defs };
  }
  return joined;
}
