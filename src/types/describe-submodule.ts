// What a submodule type is called, as far as its modules tell without being evaluated.
import { isPlainObject } from "../kernel/plain.ts";
import { moduleBrand } from "../model/brands.ts";
import { isDefinedModule } from "../model/module.ts";
import { isOptionType } from "../model/option-type.ts";
import type { AnyOptionType } from "../model/option-type.ts";
import { describeElement } from "./describe.ts";

/**
 * `submodule`, or `open submodule of …` if one of the modules says literally that it takes any name. A freeform type that
 * a function or an imported module gives is not seen: describing a type evaluates nothing.
 */
export function describeSubmodule(modules: readonly unknown[]): string {
  const freeform = freeformTypeOf(modules);
  return freeform === null ? "submodule" : `open submodule of ${describeElement(freeform)}`;
}

/** The freeform type that stands literally in one of the modules, or null. */
export function freeformTypeOf(modules: readonly unknown[]): AnyOptionType | null {
  for (const module of modules) {
    const object = isDefinedModule(module) ? module[moduleBrand] : module;
    if (!isPlainObject(object)) continue;
    const freeform: unknown = Object.getOwnPropertyDescriptor(object, "freeformType")?.value;
    if (isOptionType(freeform)) return freeform;
  }
  return null;
}
