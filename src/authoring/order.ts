// Definitions that stand elsewhere than usual in the order of definitions: in lists, lines, separated strings.
import { makeOrder, orders, type Property } from "../model/property.ts";
import type { Expected } from "../model/typed.ts";
import { asExpected } from "./expected.ts";
import { checkPriority } from "./priorities.ts";

/** The order of a definition without one: 1000. */
export const defaultOrderPriority: number = orders.plain;

/**
 * A definition at the given place in the order; lower comes first, a plain definition stands at 1000. Fails with
 * `bad-argument` for what is no number.
 */
export function mkOrder<D>(priority: number, content: Expected<D>): Property<D> {
  checkPriority("mkOrder", priority);
  return makeOrder<D>(priority, asExpected<D>(content));
}

/** A definition before plain ones: order 500. */
export function mkBefore<D>(content: Expected<D>): Property<D> {
  return makeOrder<D>(orders.before, asExpected<D>(content));
}

/** A definition after plain ones: order 1500. */
export function mkAfter<D>(content: Expected<D>): Property<D> {
  return makeOrder<D>(orders.after, asExpected<D>(content));
}
