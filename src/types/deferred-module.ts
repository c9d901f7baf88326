// Options whose value is a module, for somebody else to import.
import { showPath } from "../kernel/path.ts";
import { list } from "../kernel/value-kind.ts";
import { moduleBrand } from "../model/brands.ts";
import { makeDefinitionModule } from "../model/module.ts";
import type { OptionType, SubmoduleParameters } from "../model/option-type.ts";
import type { ModuleInput } from "../model/typed.ts";
import { mkOptionType } from "./define-type.ts";
import { looksLikeModule } from "./looks-like-module.ts";
import { requireParameters } from "./require-parameters.ts";

/** What a deferred module is read as: a module. */
export interface DeferredModule {
  readonly imports: readonly unknown[];
}

const functorName = "deferredModuleWith";

/**
 * A module: the static ones and all definitions together, to be imported into another evaluation, whose arguments it
 * then gets. Nothing in it is looked at before. In messages its parts are named by their file and this option.
 * Documentation lists the options of the static modules. Declared twice, the static modules add up.
 */
export function deferredModuleWith(parameters: {
  readonly staticModules?: readonly unknown[];
}): OptionType<DeferredModule, ModuleInput> {
  requireParameters("deferredModuleWith", parameters, { staticModules: list });
  const { staticModules = [] } = parameters;
  const submodule: SubmoduleParameters = Object.freeze({ modules: staticModules, specialArgs: {}, class: null });
  return mkOptionType<DeferredModule, ModuleInput>({
    name: "deferredModule",
    description: "module",
    descriptionClass: "noun",
    check: looksLikeModule,
    merge: ({ path }, definitions) => {
      const given = definitions.map((definition) => {
        const file = `${definition.origin.file}, via option ${showPath(path)}`;
        // An order has put the parts in their places; in the evaluation that imports them it says nothing more.
        const module = makeDefinitionModule("import", { ...definition, order: null });
        return Object.freeze({ _file: file, imports: Object.freeze([module]) });
      });
      return importing([...staticModules, ...given]);
    },
    functor: { name: functorName, payload: { staticModules } },
    typeMerge: (self, other) => {
      const added = other.functor.name === functorName ? other.subModules : null;
      if (added === null) return null;
      return added.length === 0 ? self : deferredModuleWith({ staticModules: [...staticModules, ...added] });
    },
    subModules: () => staticModules,
    withSubModules: (_self, modules) => deferredModuleWith({ staticModules: modules }),
    submodule,
  });
}

// Branded, so that whoever meets the value knows a module, and nobody takes it for definitions or for data to print.
function importing(modules: readonly unknown[]): DeferredModule {
  const module: DeferredModule = { imports: Object.freeze(modules) };
  return Object.freeze(Object.defineProperty(module, moduleBrand, { value: Object.freeze({ ...module }) }));
}

/** A module, to be imported into another evaluation. */
export const deferredModule: OptionType<DeferredModule, ModuleInput> = deferredModuleWith({});
