// Short ways to write what the workloads are made of.
import type { Value, ValueSet, WorkDefinition, WorkModule, WorkOption, WorkType } from "./document.ts";

/** The whole numbers below a limit. */
export function upTo(limit: number): readonly number[] {
  return Array.from({ length: limit }, (_, at) => at);
}

/** Reads an option of the configuration. */
export function ref(...path: readonly string[]): ValueSet {
  return { $: "ref", path };
}

/** Reads an option of the submodule in which it stands. */
export function self(...path: readonly string[]): ValueSet {
  return { $: "self", path };
}

/** Strings, one after another. */
export function concat(...parts: readonly Value[]): ValueSet {
  return { $: "concat", parts };
}

/** A declaration. */
export function option(path: readonly string[], type: WorkType, fallback?: Value): WorkOption {
  return { path, type, ...(fallback !== undefined && { default: fallback }) };
}

/** A module. */
export function module(name: string, options: readonly WorkOption[], defs: readonly WorkDefinition[] = []): WorkModule {
  return { name, options, defs };
}

/** The priority of `mkDefault`. */
export const weak = 1000;

/** The priority of `mkForce`. */
export const strong = 50;
