// On what was measured.
import { availableParallelism, cpus, release, totalmem } from "node:os";

/** Lines that tell the machine and the versions. */
export function machineLines(versions: readonly (readonly [name: string, version: string])[]): readonly string[] {
  const [model] = cpus();
  return [
    `machine: ${model?.model.trim() ?? "unknown"}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}`,
    `Node ${process.versions.node}`,
    ...versions.map(([name, version]) => `${name} ${version}`),
  ];
}
