// Leaves out modules that stand in files by the keys they give themselves.
import type { CaseDescription } from "./description.ts";
import { replaceObjects } from "./walk.ts";

/** A description in which a module in a file that has a key of its own is left out by that key, not by its path. */
export function disableByKey(description: CaseDescription): CaseDescription {
  const keys = new Map(description.level.modules.map(({ id, key }) => [id, key]));
  return replaceObjects(description, (object) => {
    const key = object["how"] === "file" ? (keys.get(String(object["id"])) ?? null) : null;
    return key === null ? null : { key, how: "key" };
  });
}
