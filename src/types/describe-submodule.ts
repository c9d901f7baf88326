// What a submodule type is called, as far as its modules tell without being evaluated.
import { isPlainObject } from "../kernel/plain.ts";
import { moduleBrand } from "../model/brands.ts";
import { isDefinedModule } from "../model/module.ts";
import { isOptionType } from "../model/option-type.ts";
import type { AnyOptionType } from "../model/option-type.ts";
import { describeElement } from "./describe.ts";

/**
 * `submodule`, or `open submodule of …` if one of the modules, or of those they import by value, says literally that it
 * takes any name. A freeform type that a function or a file gives is not seen: describing a type evaluates nothing.
 */
export function describeSubmodule(modules: readonly unknown[]): string {
  const freeform = freeformTypeOf(modules);
  return freeform === null ? "submodule" : `open submodule of ${describeElement(freeform)}`;
}

/**
 * The freeform type that stands literally in the modules, or in those that they import by value; of several, what they agree
 * on. Null: there is none, or it takes more than reading to know it, since there are priorities, or disabled modules.
 */
export function freeformTypeOf(modules: readonly unknown[]): AnyOptionType | null {
  let agreed: AnyOptionType | null = null;
  // The set grows while it is walked, and holds every module once.
  const met = new Set(modules);
  for (const module of met) {
    const object = isDefinedModule(module) ? module[moduleBrand] : module;
    if (!isPlainObject(object)) continue;
    if (literal(object, "disabledModules") !== undefined) return null;
    const imports = literal(object, "imports");
    if (Array.isArray(imports)) for (const imported of imports) met.add(imported);
    const freeform = literal(object, "freeformType");
    if (freeform === undefined) continue;
    if (!isOptionType(freeform)) return null;
    agreed = agreed === null ? freeform : freeform.typeMerge(agreed);
    if (agreed === null) return null;
  }
  return agreed;
}

function literal(object: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(object, name)?.value;
}
