// Values of one of several types.
import { fail } from "../diagnostics/errors.ts";
import { atDefinitions, diagnostic } from "../diagnostics/report.ts";
import type { SettledDefinition } from "../model/definition.ts";
import type { AnyOptionType, OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { describeInside } from "./describe.ts";
import { mergeOneOption, showDefinitions } from "./merge-strategies.ts";
import { failArgument, requireType } from "./require-type.ts";

/**
 * A value of the left type, or else of the right one. All definitions are of the same: of the left if each of them could
 * be, else of the right. Only the outermost shape decides, so `either(listOf(int), listOf(str))` never comes to its right
 * side. Nothing defined is no value.
 */
export function either<A, B, IA, IB>(left: OptionType<A, IA>, right: OptionType<B, IB>): OptionType<A | B, IA | IB> {
  requireType(left, "either");
  requireType(right, "either");
  const type: OptionType<A | B, IA | IB> = mkOptionType<A | B, IA | IB>({
    name: "either",
    description: () => describeEither(left, right),
    descriptionClass: "conjunction",
    check: (value) => left.check(value) || right.check(value),
    explain: (value) => left.explain(value) ?? right.explain(value),
    merge: (context, definitions) => {
      const arm = armFor(left, right, definitions);
      if (arm !== null) return arm.merge(context, definitions);
      const place = atDefinitions(context.path, showDefinitions(definitions));
      if (definitions.every(({ value }) => type.check(value))) {
        const detail = `some definitions are of type \`${left.description}\`, others of type \`${right.description}\``;
        fail(diagnostic("wrong-type", place, { type: type.description, detail, isFunction: false }));
      }
      // Reached by who merges without having checked.
      context.warn(diagnostic("no-arm-accepts", place, { left: left.description, right: right.description }));
      return mergeOneOption(context, definitions);
    },
    functor: { name: functorName, payload: null },
    typeMerge: (self, other) => mergeArms(self, other, left, right),
    nestedTypes: { left, right },
  });
  return type;
}

/** What one may write for an option of a type. */
type InputOfType<T> = T extends OptionType<infer _V, infer I> ? I : never;
type ValueOfType<T> = T extends OptionType<infer V, infer _I> ? V : never;

/** A value of the first of the types that all definitions can be of; `either` with more than two sides. */
export function oneOf<const L extends readonly AnyOptionType[]>(
  types: L,
): OptionType<ValueOfType<L[number]>, InputOfType<L[number]>> {
  if (!Array.isArray(types)) failArgument("oneOf", "its argument must be a list of types");
  const [first, ...others] = types as readonly AnyOptionType[]; // The cast: asking whether it is a list lost the type.
  if (first === undefined) failArgument("oneOf", "it needs at least one type");
  requireType(first, "oneOf");
  const type: AnyOptionType = others.reduce((left, right) => either(left, right), first);
  // The cast: what the sides accept together is the union of what each accepts.
  return type as OptionType<ValueOfType<L[number]>, InputOfType<L[number]>>;
}

const functorName = "either";

function armFor(
  left: AnyOptionType,
  right: AnyOptionType,
  definitions: readonly SettledDefinition[],
): AnyOptionType | null {
  if (acceptsTogether(left, definitions)) return left;
  return acceptsTogether(right, definitions) ? right : null;
}

// A side that is an `either` itself needs more than that each definition fits: they have to fit the same side of it.
function acceptsTogether(type: AnyOptionType, definitions: readonly SettledDefinition[]): boolean {
  if (!definitions.every(({ value }) => type.check(value))) return false;
  const { left, right } = type.functor.name === functorName ? type.nestedTypes : {};
  return left === undefined || right === undefined || armFor(left, right, definitions) !== null;
}

function mergeArms(
  self: AnyOptionType,
  other: AnyOptionType,
  left: AnyOptionType,
  right: AnyOptionType,
): AnyOptionType | null {
  if (other.functor.name === "number") return other.typeMerge(self);
  const { left: otherLeft, right: otherRight } = other.functor.name === functorName ? other.nestedTypes : {};
  if (otherLeft === undefined || otherRight === undefined) return null;
  const mergedLeft = left.typeMerge(otherLeft);
  const mergedRight = right.typeMerge(otherRight);
  if (mergedLeft === null || mergedRight === null) return null;
  return mergedLeft === left && mergedRight === right ? self : either(mergedLeft, mergedRight);
}

// A restriction that reads on to the end of its phrase is closed by a comma instead of parentheses.
function describeEither(left: AnyOptionType, right: AnyOptionType): string {
  if (left.descriptionClass === "nonRestrictiveClause") {
    return `${left.description}, or ${describeInside(right, ["noun", "conjunction"])}`;
  }
  const leftPhrase = describeInside(left, ["noun", "conjunction"]);
  return `${leftPhrase} or ${describeInside(right, ["noun", "conjunction", "composite"])}`;
}
