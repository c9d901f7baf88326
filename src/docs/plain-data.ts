// What people wrote for documentation, as data that JSON can hold.
import { isPlainObject } from "../kernel/plain.ts";
import { readValue } from "./read-value.ts";
import { renderCode } from "./render-option-value.ts";

/** The value as frozen data. What JSON has no form for is there as the text that would show it. */
export function plainData(value: unknown): unknown {
  return toJson(readValue(value));
}

function toJson(read: unknown): unknown {
  if (typeof read === "string" || typeof read === "boolean" || read === null) return read;
  if (typeof read === "number" && Number.isFinite(read)) return read;
  if (Array.isArray(read)) return Object.freeze(read.map(toJson));
  if (!isPlainObject(read)) return renderCode(read);
  // Not by assignment: a name may be `__proto__`.
  return Object.freeze(Object.fromEntries(Object.entries(read).map(([name, member]) => [name, toJson(member)])));
}
