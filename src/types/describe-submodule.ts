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

/** The freeform type that stands literally in one of the modules or of those they import by value, or null. */
export function freeformTypeOf(modules: readonly unknown[]): AnyOptionType | null {
  // The set grows while it is walked, and holds every module once.
  const met = new Set(modules);
  for (const module of met) {
    const object = isDefinedModule(module) ? module[moduleBrand] : module;
    if (!isPlainObject(object)) continue;
    const freeform = literal(object, "freeformType");
    if (isOptionType(freeform)) return freeform;
    const imports = literal(object, "imports");
    if (Array.isArray(imports)) for (const imported of imports) met.add(imported);
  }
  return null;
}

function literal(object: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(object, name)?.value;
}
