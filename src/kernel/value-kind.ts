// Kinds of values that callers may hand in, with the words for them.
import { isPlainObject } from "./plain.ts";

/** What something must be. */
export interface ValueKind {
  /** As in a sentence: it must be this. */
  readonly expected: string;
  accepts(value: unknown): boolean;
}

/** Nothing is asked here; perhaps elsewhere. */
export const anything: ValueKind = { expected: "anything", accepts: () => true };

/** A boolean. */
export const flag: ValueKind = { expected: "true or false", accepts: (value) => typeof value === "boolean" };

/** A boolean, or null. */
export const flagOrNull: ValueKind = orNull(flag, "true, false or null");

/** A string. */
export const text: ValueKind = { expected: "a string", accepts: (value) => typeof value === "string" };

/** A string, or null. */
export const textOrNull: ValueKind = orNull(text, "a string or null");

/** A list. */
export const list: ValueKind = { expected: "a list", accepts: (value) => Array.isArray(value) };

/** A plain object. */
export const attributeSet: ValueKind = { expected: "an attribute set", accepts: isPlainObject };

/** A function. */
export const code: ValueKind = { expected: "a function", accepts: (value) => typeof value === "function" };

function orNull({ accepts }: ValueKind, expected: string): ValueKind {
  return { expected, accepts: (value) => value === null || accepts(value) };
}
