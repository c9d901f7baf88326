// Values from a fixed list.
import { Suggester } from "../diagnostics/suggest.ts";
import { describeValue } from "../kernel/describe-value.ts";
import { isEqualData } from "../kernel/plain.ts";
import type { OptionType } from "../model/option-type.ts";
import { mkLeafType } from "./define-type.ts";
import { mergeEqualOption } from "./merge-strategies.ts";
import { failArgument } from "./require-type.ts";

/**
 * One of `members`, compared as data; several definitions must be equal. Declarations with different lists add up: the
 * values of the first come first. TypeScript knows the members without `as const`. Fails if `members` is no list.
 */
export function enumType<const V extends readonly unknown[]>(members: V): OptionType<V[number]> {
  if (!Array.isArray(members))
    failArgument("enum", `a list of values is expected, but this is ${describeValue(members)}`);
  const values = Object.freeze([...members]);
  let known: KnownValues | null = null;
  let names: Suggester | null = null;
  const nearest = (value: string): string | null => (names ??= new Suggester(values.filter(isString))).nearest(value);
  const isListed = (value: unknown): boolean => (known ??= new KnownValues(values)).has(value);
  return mkLeafType<V[number]>({
    name: "enum",
    description: () => describe(values),
    descriptionClass: values.length < 2 ? "noun" : "conjunction",
    check: isListed,
    explain: (value) => explain(values, value, nearest),
    merge: mergeEqualOption,
    functor: { name: "enum", payload: values },
    typeMerge: (self, { functor }) => {
      if (functor.name !== "enum" || !Array.isArray(functor.payload)) return null;
      if (functor.payload.every(isListed)) return self;
      const all = new KnownValues([]);
      return enumType([...values, ...functor.payload].filter((value) => all.add(value)));
    },
  });
}

/** Values, compared as data: those that are no data of several parts are found at once, however many there are. */
class KnownValues {
  readonly #alone: Set<unknown> = new Set();
  readonly #composed: unknown[] = [];

  constructor(values: readonly unknown[]) {
    for (const value of values) this.add(value);
  }

  has(value: unknown): boolean {
    if (typeof value === "object" && value !== null) return this.#composed.some((each) => isEqualData(each, value));
    // A set takes itself for equal what is not: a function, and what is not a number.
    return this.#alone.has(value) && isEqualData(value, value);
  }

  /** Returns whether it was not there yet. */
  add(value: unknown): boolean {
    if (this.has(value)) return false;
    if (typeof value === "object" && value !== null) this.#composed.push(value);
    else this.#alone.add(value);
    return true;
  }
}

function explain(values: readonly unknown[], value: unknown, nearest: (value: string) => string | null): string | null {
  const twin = isAtom(value) ? values.find((each) => isAtom(each) && String(each) === String(value)) : undefined;
  if (twin !== undefined) return `the ${typeof twin} ${describeMember(twin)} is allowed, not the ${typeof value}`;
  if (typeof value !== "string") return null;
  const near = nearest(value);
  return near === null ? null : `the nearest to ${JSON.stringify(value)} is ${JSON.stringify(near)}`;
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isAtom(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function describe(values: readonly unknown[]): string {
  const shown = values.map(describeMember);
  if (shown.length === 0) return "impossible (empty enum)";
  return shown.length === 1 ? `value ${shown[0]} (singular enum)` : `one of ${shown.join(", ")}`;
}

// As nixpkgs writes them, down to strings without escapes, so that generated manuals agree.
function describeMember(value: unknown): string {
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "boolean" || Number.isInteger(value)) return String(value);
  if (value === null) return "<null>";
  if (typeof value === "number") return "<float>";
  if (typeof value === "function") return "<lambda>";
  return Array.isArray(value) ? "<list>" : "<set>";
}
