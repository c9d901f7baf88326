// Reads JSON files that scripts import.
import { readText } from "./read-text.ts";

/**
 * What a JSON file says, with itself as its default export; `from` is who imports it. Throws a SyntaxError that begins
 * with the name of the file, as Node words it.
 */
export function readJson(file: string, from: string): unknown {
  const value = parse(file, readText(file, from));
  if (typeof value === "object" && value !== null && !("default" in value)) {
    Object.defineProperty(value, "default", { value, enumerable: false });
  }
  return value;
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) error.message = `${file}: ${error.message}`;
    throw error;
  }
}
