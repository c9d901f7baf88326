// TOML as data.
import type * as Toml from "smol-toml";
import {
  checkDepth,
  type DataText,
  describeBigInteger,
  describeNotFinite,
  failSyntax,
  failUnrepresentable,
  maximumDepth,
  withinStack,
} from "./data-errors.ts";

/** What this file needs of `smol-toml`. Lent, so that whoever parses decides when the library is loaded. */
export type TomlLibrary = Pick<typeof Toml, "parse" | "TomlDate" | "TomlError">;

/**
 * The value of a TOML text; tables have a null prototype. Dates and times become strings, written as RFC 3339 does:
 * JSON has no dates. An integer that a JavaScript number cannot hold is an error. A key that is defined twice is one too.
 */
export function parseToml(library: TomlLibrary, source: DataText): unknown {
  return withinStack(source, () => convert(library, source, parse(library, source), 1));
}

function parse(library: TomlLibrary, source: DataText): unknown {
  try {
    return library.parse(source.text, { integersAsBigInt: "asNeeded", maxDepth: maximumDepth });
  } catch (error) {
    if (!(error instanceof library.TomlError)) throw error;
    const { line, column } = error;
    return failSyntax(source, { file: source.file, line, column }, sentenceOf(error.message));
  }
}

// "Invalid TOML document: what is wrong", then a picture of the place.
function sentenceOf(message: string): string {
  const [first = ""] = message.split("\n");
  return first.replace(/^Invalid TOML document: /, "");
}

function convert(library: TomlLibrary, source: DataText, value: unknown, depth: number): unknown {
  checkDepth(source, depth, 0);
  if (typeof value === "bigint") {
    return failUnrepresentable(source, { file: source.file }, describeBigInteger(value.toString()));
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    return failUnrepresentable(source, { file: source.file }, describeNotFinite(String(value)));
  }
  if (value instanceof library.TomlDate) return value.toISOString().replace(/\.000(?!\d)/, "");
  if (Array.isArray(value)) return value.map((item) => convert(library, source, item, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  const table: Record<string, unknown> = Object.create(null);
  for (const [key, member] of Object.entries(value)) table[key] = convert(library, source, member, depth + 1);
  return table;
}
