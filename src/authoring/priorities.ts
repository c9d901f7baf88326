// Definitions that are stronger or weaker than plain ones. Of several definitions only the strongest count.
import { describeValue } from "../kernel/describe-value.ts";
import { makeOverride, priorities, type Property } from "../model/property.ts";
import type { Expected } from "../model/typed.ts";
import { asExpected } from "./expected.ts";
import { failArgument } from "./check-arguments.ts";

/** The priority of a definition without one: 100. */
export const defaultOverridePriority: number = priorities.plain;

/**
 * A definition of the given priority; lower wins, a plain definition has 100. Fails with `bad-argument` for what is no
 * number.
 */
export function mkOverride<D>(priority: number, content: Expected<D>): Property<D> {
  checkPriority("mkOverride", priority);
  return makeOverride<D>(priority, asExpected<D>(content));
}

/** A definition that wins over plain ones: priority 50. */
export function mkForce<D>(content: Expected<D>): Property<D> {
  return makeOverride<D>(priorities.force, asExpected<D>(content));
}

/** A definition that yields to plain ones: priority 1000. */
export function mkDefault<D>(content: Expected<D>): Property<D> {
  return makeOverride<D>(priorities.default, asExpected<D>(content));
}

/** A definition as weak as an option's `default`: priority 1500. */
export function mkOptionDefault<D>(content: Expected<D>): Property<D> {
  return makeOverride<D>(priorities.optionDefault, asExpected<D>(content));
}

/** A definition for a virtual machine built from the configuration; it wins over `mkForce`: priority 10. */
export function mkVMOverride<D>(content: Expected<D>): Property<D> {
  return makeOverride<D>(priorities.vm, asExpected<D>(content));
}

/** A definition for an image built from the configuration; it yields to `mkForce`: priority 60. */
export function mkImageMediaOverride<D>(content: Expected<D>): Property<D> {
  return makeOverride<D>(priorities.imageMedia, asExpected<D>(content));
}

/** Makes sure that a priority or an order is a number that can be compared. */
export function checkPriority(call: string, priority: unknown): void {
  if (typeof priority === "number" && !Number.isNaN(priority)) return;
  const found = typeof priority === "number" ? String(priority) : describeValue(priority);
  failArgument(call, "priority", `must be a number, but is ${found}`);
}
