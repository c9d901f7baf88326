// A workload in which one number after the other is changed, as somebody does who edits a configuration.
import { expressionOf, isSet, type Value, type WorkModule, type Workload } from "./document.ts";

/** A module in the place of another one. */
export interface ChangedModule {
  /** Its place among the modules. */
  readonly at: number;
  readonly module: WorkModule;
  /** The option that is defined otherwise. */
  readonly path: readonly string[];
}

/** So many changes of one number each, in modules far from each other. Each is made after those before it. */
export function changedScalars({ modules }: Workload, count: number): readonly ChangedModule[] {
  const changeable = modules.flatMap((module, at) => {
    const number = module.defs.findIndex(({ value }) => changed(value, 0) !== null);
    return number === -1 ? [] : [{ at, module, number }];
  });
  if (changeable.length === 0) throw new Error("no definition holds a number");
  const step = Math.max(1, Math.floor(changeable.length / count));
  return changeable
    .filter((_, at) => at % step === 0)
    .slice(0, count)
    .map(({ at, module, number }, change) => {
      const defs = module.defs.map((each, of) =>
        of === number ? { ...each, value: changed(each.value, change) ?? each.value } : each,
      );
      return { at, module: { ...module, defs }, path: module.defs[number]?.path ?? [] };
    });
}

/** The value with the first number in it changed; null: there is none. What is computed stays. */
function changed(value: Value, change: number): Value | null {
  if (typeof value === "number") return value + 1000 + change;
  if (!isSet(value) || expressionOf(value) !== null) return null;
  for (const [name, member] of Object.entries(value)) {
    const other = changed(member, change);
    if (other !== null) return { ...value, [name]: other };
  }
  return null;
}

/** The workload after the changes. */
export function withChanges(workload: Workload, changes: readonly ChangedModule[]): Workload {
  const modules = [...workload.modules];
  for (const { at, module } of changes) modules[at] = module;
  return { ...workload, modules };
}
