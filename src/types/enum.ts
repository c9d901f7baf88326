// Values from a fixed list.
import { nearestName } from "../diagnostics/suggest.ts";
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
  return mkLeafType<V[number]>({
    name: "enum",
    description: () => describe(values),
    descriptionClass: values.length < 2 ? "noun" : "conjunction",
    check: (value) => isListed(values, value),
    explain: (value) => explain(values, value),
    merge: mergeEqualOption,
    functor: { name: "enum", payload: values },
    typeMerge: (self, { functor }) => {
      if (functor.name !== "enum" || !Array.isArray(functor.payload)) return null;
      const added = functor.payload.filter((value) => !isListed(values, value));
      return added.length === 0 ? self : enumType(withoutRepetition([...values, ...added]));
    },
  });
}

function withoutRepetition(values: readonly unknown[]): readonly unknown[] {
  return values.filter((value, at) => !isListed(values.slice(0, at), value));
}

function isListed(values: readonly unknown[], value: unknown): boolean {
  return values.some((each) => isEqualData(each, value));
}

function explain(values: readonly unknown[], value: unknown): string | null {
  const twin = isAtom(value) ? values.find((each) => isAtom(each) && String(each) === String(value)) : undefined;
  if (twin !== undefined) return `the ${typeof twin} ${describeMember(twin)} is allowed, not the ${typeof value}`;
  if (typeof value !== "string") return null;
  const names = values.filter((each) => typeof each === "string");
  const nearest = nearestName(value, names);
  return nearest === null ? null : `the nearest to ${JSON.stringify(value)} is ${JSON.stringify(nearest)}`;
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
