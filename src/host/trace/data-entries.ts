// The places of what was imported from a data file.
import { readFileSync } from "node:fs";
import { type DataPlaces, placesOfData } from "../../source/data-places.ts";
import type { FilePlace } from "../../source/script/index.ts";
import { dataLibraries } from "../data-libraries.ts";
import { resolvePath } from "../resolve-path.ts";
import { isReadable, ownData, type TracedPlace, type TraceRecord } from "./record.ts";

/** Tells the places of all that a JSON file holds, which a script imported. */
export function dataPlaces(record: TraceRecord, from: string, importer: string, value: unknown): void {
  if (!/^(?:\.{0,2}\/|file:)/.test(from)) return;
  const file = resolvePath(from, importer, "/");
  const read = { places: null as DataPlaces | null };
  const placesOf = (): DataPlaces | null => (read.places ??= placesIn(file));
  const tell = (on: unknown, path: readonly string[]): void => {
    // The same file may be imported by several scripts.
    if (!isReadable(on) || record.making(on) !== null) return;
    record.tellMade(on, placeAt(placesOf, file, path, false));
    for (const name of Object.keys(on)) {
      const held = ownData(on, name);
      if (held === null) continue;
      const inside = [...path, name];
      const key = Array.isArray(on) ? null : placeAt(placesOf, file, inside, true);
      const place = placeAt(placesOf, file, inside, false);
      record.tellEntry(on, name, { value: held.value, place, key, isNamed: true });
      tell(held.value, inside);
    }
  };
  tell(value, []);
}

function placesIn(file: string): DataPlaces | null {
  return placesOfData(dataLibraries, { file, text: readFileSync(file, "utf8"), format: "json" });
}

function placeAt(
  placesOf: () => DataPlaces | null,
  file: string,
  path: readonly string[],
  isKey: boolean,
): TracedPlace {
  return {
    place: (): FilePlace | null => {
      const found = placesOf()?.place(path) ?? null;
      if (found === null) return null;
      const wanted = isKey ? found.key : found;
      return found.exact && wanted !== null ? { ...wanted, file } : null;
    },
  };
}
