// Makes the object by which a module is handed around.
import { moduleBrand } from "../model/brands.ts";
import { type CallPlace, moduleCall, type ModuleObject } from "../model/module.ts";
import type { TypedModule } from "../model/typed.ts";

/** A module of these attributes; one that is `undefined` counts as absent. `call` tells where the module was made. */
export function brandModule<O>(attributes: ModuleObject, call: () => CallPlace | null): TypedModule<O> {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const module: TypedModule<O> = { [moduleBrand]: Object.freeze(Object.fromEntries(given)) };
  return Object.defineProperty(module, moduleCall, { value: call });
}
