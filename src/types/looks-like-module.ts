// What may stand where a module is expected as a value.
import { isPlainObject } from "../kernel/plain.ts";

/** Whether a value is a set, a function, or a string that names a file: `/…`, `./…`, `../…`, `file:…`. */
export function looksLikeModule(value: unknown): boolean {
  if (typeof value === "string") return /^(?:\/|\.\.?\/|file:)/u.test(value);
  return typeof value === "function" || isPlainObject(value);
}
