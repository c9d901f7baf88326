// What instances of a submodule share: its modules are collected once, where nothing in them depends on the instance.
import { definitionsOfModules } from "../model/module.ts";
import type { SubmoduleParameters } from "../model/option-type.ts";
import type { FixpointInput } from "./fixpoint-input.ts";
import { nameModule } from "./internal-module.ts";
import type { Blueprint, Session } from "./session.ts";

/**
 * What an instance is made of instead of modules; null: it has to collect them. `definitions` are modules made of its
 * definitions; `find` collects the modules of the submodule.
 */
export function instanceBlueprint(
  session: Session,
  parameters: SubmoduleParameters,
  definitions: readonly unknown[],
  find: (input: FixpointInput) => Blueprint | null,
): FixpointInput["blueprint"] {
  const shared = sharedBlueprint(session, parameters, find);
  const given = shared === null ? null : definitionsOfModules(definitions);
  return shared === null || given === null ? null : { shared, definitions: given };
}

// Made for the second instance: an option that is a submodule by itself has but one, for which it would cost and give
// nothing.
function sharedBlueprint(
  { blueprints }: Session,
  parameters: SubmoduleParameters,
  find: (input: FixpointInput) => Blueprint | null,
): Blueprint | null {
  const known = blueprints.get(parameters);
  if (known !== undefined && known !== "met once") return known;
  if (known === undefined) {
    blueprints.set(parameters, "met once");
    return null;
  }
  const { modules, specialArgs, class: className } = parameters;
  const all = (): readonly unknown[] => [...modules, nameModule];
  const found = find({ modules: all, specialArgs, prefix: [""], class: className, name: null, blueprint: null });
  blueprints.set(parameters, found);
  return found;
}
