// Definitions that are stronger or weaker than plain ones. Of several definitions only the strongest count.
import { describeValue } from "../kernel/describe-value.ts";
import { makeOverride, priorities, type Property } from "../model/property.ts";
import { failArgument } from "./check-arguments.ts";

/** The priority of a definition without one: 100. */
export const defaultOverridePriority: number = priorities.plain;

/**
 * A definition of the given priority; lower wins, a plain definition has 100. Fails with `bad-argument` for what is no
 * number.
 */
export function mkOverride<D>(priority: number, content: NoInfer<D>): Property<D> {
  checkPriority("mkOverride", priority);
  return makeOverride<D>(priority, content);
}

/** A definition that wins over plain ones: priority 50. */
export function mkForce<D>(content: NoInfer<D>): Property<D> {
  return makeOverride<D>(priorities.force, content);
}

/** A definition that yields to plain ones: priority 1000. */
export function mkDefault<D>(content: NoInfer<D>): Property<D> {
  return makeOverride<D>(priorities.default, content);
}

/** A definition as weak as an option's `default`: priority 1500. */
export function mkOptionDefault<D>(content: NoInfer<D>): Property<D> {
  return makeOverride<D>(priorities.optionDefault, content);
}

/** A definition for a virtual machine built from the configuration; it wins over `mkForce`: priority 10. */
export function mkVMOverride<D>(content: NoInfer<D>): Property<D> {
  return makeOverride<D>(priorities.vm, content);
}

/** A definition for an image built from the configuration; it yields to `mkForce`: priority 60. */
export function mkImageMediaOverride<D>(content: NoInfer<D>): Property<D> {
  return makeOverride<D>(priorities.imageMedia, content);
}

/** Makes sure that a priority or an order is a number that can be compared. */
export function checkPriority(call: string, priority: unknown): void {
  if (typeof priority === "number" && !Number.isNaN(priority)) return;
  const found = typeof priority === "number" ? String(priority) : describeValue(priority);
  failArgument(call, "priority", `must be a number, but is ${found}`);
}
