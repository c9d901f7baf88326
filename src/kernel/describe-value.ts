// Says in a sentence what a value is, where another was expected.
import { describeInstance } from "./class-name.ts";
import { isPlainObject } from "./plain.ts";
import { show } from "./show.ts";

/**
 * A value in words, with an article: `a list`, `an attribute set`, `the string "x"`, `a Date`, `null`. Total, like `show`:
 * runs no user code and never throws.
 */
export function describeValue(value: unknown): string {
  try {
    return describe(value);
  } catch {
    return "an object"; // A hostile proxy: its traps ran and threw.
  }
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  switch (typeof value) {
    case "string":
      return `the string ${show(value)}`;
    case "number":
      return `the number ${show(value)}`;
    case "bigint":
      return `the bigint ${show(value)}`;
    case "boolean":
      return String(value);
    case "object":
      if (Array.isArray(value)) return "a list";
      return isPlainObject(value) ? "an attribute set" : describeInstance(value);
    default:
      return `a ${typeof value}`;
  }
}
