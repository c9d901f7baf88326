// Values that may also be written in another form.
import { fail } from "../diagnostics/errors.ts";
import { atDefinitions, diagnostic } from "../diagnostics/report.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { recordSource } from "../kernel/record.ts";
import { memberDefinition } from "../model/definition.ts";
import type { SettledDefinition } from "../model/definition.ts";
import type { AnyOptionType, MergeContext, OptionType } from "../model/option-type.ts";
import { isProperty } from "../model/property.ts";
import { mkOptionType } from "./define-type.ts";
import { describeInside } from "./describe.ts";
import { showDefinitions } from "./merge-strategies.ts";
import { failArgument, requireType } from "./require-type.ts";

interface Payload {
  readonly coerce: unknown;
}

/**
 * A value of `finalType`, or one of `coercedType` that `coerce` turns into one. Each definition is turned by itself,
 * also if `finalType` would take it as it is, then all are merged as `finalType` merges. `coerce` must be pure; it gets a
 * value in which everything is computed that `coercedType` computes. `coercedType` must not hold submodules. Two
 * declarations agree if they are equal, with the same function.
 */
export function coercedTo<A, IA, IB, B>(
  coercedType: OptionType<A, IA>,
  coerce: (value: A) => IB,
  finalType: OptionType<B, IB>,
): OptionType<B, IA | IB> {
  requireType(coercedType, "coercedTo");
  requireType(finalType, "coercedTo");
  if (typeof coerce !== "function") failArgument("coercedTo", "its second argument must be a function");
  if (coercedType.subModules !== null) {
    failArgument("coercedTo", `its first type must not hold submodules, but is ${coercedType.description}`);
  }
  // The cast: called only with values that `coercedType` accepts.
  const turn = coerce as (value: unknown) => unknown;
  const type: OptionType<B, IA | IB> = mkOptionType<B, IA | IB>({
    name: "coercedTo",
    description: () =>
      `${describeInside(finalType, ["noun"])} or ${describeInside(coercedType, ["noun"])} convertible to it`,
    check: (value) =>
      coercedType.check(value) ? !isComputed(value) || finalType.check(turn(value)) : finalType.check(value),
    explain: (value) => finalType.explain(coercedType.check(value) && isComputed(value) ? turn(value) : value),
    merge: (context, definitions) => {
      const turned = definitions.map((definition) =>
        coercedType.check(definition.value)
          ? { ...definition, value: turn(computedValue(context, coercedType, definition)) }
          : definition,
      );
      const bad = definitions.filter((_, at) => !finalType.check(turned[at]?.value));
      if (bad.length > 0) {
        const detail = finalType.explain(turned[definitions.findIndex((each) => bad.includes(each))]?.value);
        const data = { type: type.description, detail, isFunction: false };
        fail(diagnostic("wrong-type", atDefinitions(context.path, showDefinitions(bad)), data));
      }
      return finalType.merge(context, turned);
    },
    emptyValue: finalType.emptyValue,
    functor: { name: functorName, payload: { coerce } satisfies Payload },
    typeMerge: (self, other) => {
      // The cast: whoever has this functor was made here, but for a user's type of the same name.
      const payload = other.functor.name === functorName ? (other.functor.payload as Payload | null) : null;
      if (payload?.coerce !== coerce) return null;
      const { coercedType: otherCoerced, finalType: otherFinal } = other.nestedTypes;
      const mergedCoerced = otherCoerced === undefined ? null : coercedType.typeMerge(otherCoerced);
      const mergedFinal = otherFinal === undefined ? null : finalType.typeMerge(otherFinal);
      return mergedCoerced === coercedType && mergedFinal === finalType ? self : null;
    },
    nestedTypes: { coercedType, finalType },
    subModules: () => finalType.subModules,
    withSubModules: (_self, modules) => coercedTo(coercedType, turn, finalType.withSubModules(modules)),
  });
  return type;
}

const functorName = "coercedTo";

// What `coerce` gets: nothing to compute in it, or else the definition merged by itself.
function computedValue(context: MergeContext, type: AnyOptionType, definition: SettledDefinition): unknown {
  if (isComputed(definition.value)) return definition.value;
  return context.member(null, type, [memberDefinition(definition, definition.value, null)]).force();
}

// Whether nothing in a value is lazy or a property. As long as something is, only `merge` can compute it, so `check`
// leaves the question whether the value can be coerced to it.
function isComputed(value: unknown, above: readonly object[] = []): boolean {
  if (typeof value !== "object" || value === null || above.includes(value)) return true;
  if (isProperty(value)) return false;
  if (recordSource(value) !== null) return true;
  if (!Array.isArray(value) && !isPlainObject(value)) return true;
  const inside = [...above, value];
  return Object.values(Object.getOwnPropertyDescriptors(value)).every(
    (property) => "value" in property && typeof property.value !== "function" && isComputed(property.value, inside),
  );
}
