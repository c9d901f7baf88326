// A value, or null.
import { fail } from "../diagnostics/errors.ts";
import { atDefinitions, diagnostic } from "../diagnostics/report.ts";
import type { OptionType } from "../model/option-type.ts";
import { derivedType, mkOptionType } from "./define-type.ts";
import { describeInside } from "./describe.ts";
import { mergeElementType } from "./merge-element-type.ts";
import { showDefinitions } from "./merge-strategies.ts";
import { requireType } from "./require-type.ts";

/**
 * Null, or a value of another type. Either all definitions are null or none is. Nothing defined is null, whatever the
 * other type's empty value.
 */
export function nullOr<T, I>(elemType: OptionType<T, I>): OptionType<T | null, I | null> {
  requireType(elemType, "nullOr");
  return derivedType(elemType, "nullOr", () => makeNullOr(elemType));
}

function makeNullOr<T, I>(elemType: OptionType<T, I>): OptionType<T | null, I | null> {
  return mkOptionType<T | null, I | null>({
    name: "nullOr",
    description: () => `null or ${describeInside(elemType, ["noun", "conjunction"])}`,
    descriptionClass: "conjunction",
    check: (value) => value === null || elemType.check(value),
    explain: (value) => elemType.explain(value),
    merge: (context, definitions) => {
      const nulls = definitions.filter(({ value }) => value === null).length;
      if (nulls === definitions.length) return null;
      if (nulls > 0) fail(diagnostic("null-and-value", atDefinitions(context.path, showDefinitions(definitions)), {}));
      return elemType.merge(context, definitions);
    },
    emptyValue: () => null,
    typeMerge: (self, other) => mergeElementType(self, other, nullOr),
    nestedTypes: { elemType },
    subModules: () => elemType.subModules,
    withSubModules: (_self, modules) => nullOr(elemType.withSubModules(modules)),
  });
}
