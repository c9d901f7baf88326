// Makes lists compute their elements when they are read.
import { replaceObjects } from "./walk.ts";

/** A description in which every list type is one whose value is computed with all its elements. */
export function readListsAtOnce<T>(description: T): T {
  return replaceObjects(description, (object) =>
    object["type"] === "listOf" || object["type"] === "nonEmptyListOf" ? { ...object, isAtOnce: true } : null,
  );
}
