// The data formats a file can have, told by its extension.

/** A format whose files hold data, not a program. */
export type DataFormat = "json" | "jsonc" | "yaml" | "toml";

const extensions: Readonly<Record<string, DataFormat>> = {
  ".json": "json",
  ".jsonc": "jsonc",
  ".yaml": "yaml",
  ".yml": "yaml",
  ".toml": "toml",
};

/** The extensions of data files. */
export const dataExtensions: readonly string[] = Object.keys(extensions);

/** The format that goes with an extension (with its dot), or null. */
export function dataFormatOf(extension: string): DataFormat | null {
  return Object.hasOwn(extensions, extension) ? (extensions[extension] ?? null) : null;
}

/** The name of a format as it stands in a sentence. */
export function formatName(format: DataFormat): string {
  return format === "jsonc" ? "JSON with comments" : format.toUpperCase();
}
