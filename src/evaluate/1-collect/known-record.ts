// The record of a module object, made once for all evaluations that share the object.
import type { KnownRecords } from "../../model/known-structure.ts";
import type { ModuleRecord } from "../../model/module.ts";
import type { ModulePlace } from "./normalise.ts";

/**
 * What `make` makes of a value, or what it made for another evaluation that met the same object at the same place. What a
 * function returned is of one evaluation alone. `known` null: nothing is shared; a record that is null: it is no module.
 */
export function knownRecord(
  value: unknown,
  { key, file, isComputed }: ModulePlace,
  from: unknown,
  known: KnownRecords | null,
  make: () => ModuleRecord | null,
): ModuleRecord | null {
  if (known === null || isComputed || typeof value !== "object" || value === null) return make();
  // Who imports it is of no matter for a module that is known by its path.
  const place = { key, file, from: file === null ? from : null };
  const met = known.find(value, place);
  if (met !== null) return met;
  const record = make();
  if (record !== null) known.add(value, place, record);
  return record;
}
