// What a type accepts, as its schema is made of.
import { areDisjoint, isWithin, type JsonSchema, union } from "./schema.ts";

/** The schemas of a type. */
export interface Shape {
  /** What is accepted, all in all. */
  readonly full: JsonSchema;
  /** What the type's `check` accepts, which looks at the outermost shape alone. */
  readonly head: JsonSchema;
  /** Whether `check` accepts exactly `head`; else it accepts less. */
  readonly isExact: boolean;
}

/** Of a type that looks at everything at once. */
export function atom(schema: JsonSchema): Shape {
  return { full: schema, head: schema, isExact: true };
}

/** Of a type of which nothing is known. */
export const unknownShape: Shape = { full: true, head: true, isExact: false };

/** Of values that no data can be: functions, types. */
export const neverData: Shape = atom(false);

/** Of values of the left type, or else of the right one: which of them is decided by the outermost shape. */
export function eitherOf(left: Shape, right: Shape): Shape {
  const head = union([left.head, right.head]);
  const isExact = left.isExact && right.isExact;
  const isPlain = left.full === left.head || !left.isExact || areDisjoint(left.head, right.head);
  if (isPlain) return { full: union([left.full, right.full]), head, isExact };
  const otherwise = { allOf: [{ not: left.head }, right.full] };
  return { full: isWithin(right.head, left.head) ? left.full : union([left.full, otherwise]), head, isExact };
}
