// The definitions of a submodule as records of modules, where its modules are known already.
import { unknownFile } from "../kernel/origin.ts";
import { type DefinitionModule, definitionModuleKind, type ModuleRecord } from "../model/module.ts";

/** Null: one is more than configuration, which would leave the modules of the submodule not as they are. */
export function definitionRecords(nameModule: object, definitions: readonly unknown[]): readonly ModuleRecord[] | null {
  const records: ModuleRecord[] = [definitionRecord(nameModule, null, { file: unknownFile }, null)];
  for (const definition of definitions) {
    if (definitionModuleKind(definition) !== "config") return null;
    // The cast: only modules made of definitions have a kind.
    const { value, args, origin, order } = (definition as DefinitionModule).definition;
    records.push(definitionRecord(value, args, origin, order));
  }
  return records;
}

function definitionRecord(
  value: unknown,
  configArgs: ModuleRecord["configArgs"],
  origin: ModuleRecord["origin"],
  order: number | null,
): ModuleRecord {
  return {
    key: "",
    file: origin.file,
    origin,
    placeInside: null,
    placedIn: null,
    class: null,
    imports: none,
    disabledModules: none,
    options: undefined,
    config: [value],
    order,
    configArgs,
    isStatic: false,
    source: null,
  };
}

const none: readonly never[] = [];
