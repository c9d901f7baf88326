// Questions about micro-architectures: which features one has, and whose programs it runs.
import { architectures as table, type CpuFeature } from "./tables/architectures.ts";

/** The table of micro-architectures, closed: what each can do, and every other whose programs it runs. */
export interface Architectures {
  /** The features of each, by the name GCC's `-march` has for it. */
  readonly features: Readonly<Record<string, readonly CpuFeature[]>>;
  /** For each those whose programs it runs, nearest first, itself left out. */
  readonly inferiors: Readonly<Record<string, readonly string[]>>;
  /** Whether `other` is among the inferiors of `name`; false for one that is not in the table. */
  hasInferior(name: string, other: string): boolean;
  /** Whether `name` runs programs for `other`: it is the same, or has it among its inferiors. */
  canExecute(name: string, other: string): boolean;
}

/** What is known of micro-architectures, `gcc.arch` of a platform. */
export const architectures: Architectures = Object.freeze({
  features: record((name) => table.get(name)?.features ?? []),
  inferiors: record((name) => inferiorsOf(name)),
  hasInferior,
  canExecute: (name: string, other: string): boolean => name === other || hasInferior(name, other),
});

/** Whether a micro-architecture has a feature; false for one that is not in the table. */
export function hasFeature(name: string, feature: CpuFeature): boolean {
  return table.get(name)?.features?.includes(feature) ?? false;
}

function hasInferior(name: string, other: string): boolean {
  return inferiorsOf(name).includes(other);
}

function inferiorsOf(name: string): readonly string[] {
  // A set grows while it is walked, so this visits what each newly found one runs, breadth first.
  const found = new Set(table.get(name)?.runs);
  for (const inferior of found) for (const further of table.get(inferior)?.runs ?? []) found.add(further);
  return [...found];
}

function record<T>(valueOf: (name: string) => readonly T[]): Readonly<Record<string, readonly T[]>> {
  return Object.freeze(Object.fromEntries([...table.keys()].map((name) => [name, Object.freeze([...valueOf(name)])])));
}
