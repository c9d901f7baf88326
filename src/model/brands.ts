// The symbols by which Confix recognises its own values. Registered, so that two installed copies understand each other.
import { isStackOverflow } from "../kernel/stack-overflow.ts";
import { Unwinding } from "../kernel/any-thunk.ts";

/** On what `mkOption` returns. */
export const optionBrand: unique symbol = Symbol.for("confix.option");
/** On option types. */
export const typeBrand: unique symbol = Symbol.for("confix.option-type");
/** On option types whose values are atoms: strings, numbers and the like. */
export const leafBrand: unique symbol = Symbol.for("confix.leaf-type");
/** On `mkIf`, `mkMerge`, `mkOverride`, `mkOrder`, `mkDefinition`: its value tells which. */
export const propertyBrand: unique symbol = Symbol.for("confix.property");
/** On modules made by `defineModule` and `defineSubmodule`: its value is the module as a plain object. */
export const moduleBrand: unique symbol = Symbol.for("confix.module");
/** On evaluations. */
export const evaluationBrand: unique symbol = Symbol.for("confix.evaluation");

/**
 * Whether a value carries a brand. Runs no user code but a proxy's `has` trap; a proxy that throws has none, and whoever
 * looks into it will say so.
 */
export function hasBrand<B extends symbol>(value: unknown, brand: B): value is { readonly [K in B]: unknown } {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  try {
    return brand in value;
  } catch (error) {
    if (error instanceof Unwinding || isStackOverflow(error)) throw error;
    return false;
  }
}
