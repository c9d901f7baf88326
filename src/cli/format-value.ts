// The value of an evaluation as text, in the format that was asked for.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { dataLibraries } from "../host/data-libraries.ts";
import { describeValue } from "../kernel/describe-value.ts";
import type { Path } from "../kernel/path.ts";
import { isPlainObject } from "../kernel/plain.ts";

/** The formats of `--format`. */
export const formats = ["json", "yaml", "toml", "raw"] as const;

/** One of the formats. */
export type Format = (typeof formats)[number];

/** How a value is to be written. */
export interface Layout {
  readonly format: Format;
  /** JSON on one line. */
  readonly compact: boolean;
}

/**
 * Plain data as text, with a final newline; `raw` is one string as it is, with nothing added. `path` is where the value
 * stands, for messages. Throws a ConfixError if the format cannot say the value.
 */
export async function formatValue(value: unknown, path: Path, { format, compact }: Layout): Promise<string> {
  switch (format) {
    case "json": {
      const { jsonText } = await import("./json-text.ts");
      return `${jsonText(value, compact ? "compact" : "indented")}\n`;
    }
    case "yaml": {
      const { writeYaml } = await import("../source/write-data.ts");
      return writeYaml(dataLibraries.yaml(), value);
    }
    case "toml": {
      const { findNull, writeToml } = await import("../source/write-data.ts");
      if (!isPlainObject(value))
        return failFormat(path, "TOML", `its top is a mapping, and this is ${describeValue(value)}`);
      const nullAt = findNull(value);
      if (nullAt !== null) return failFormat([...path, ...nullAt], "TOML", "TOML has no null");
      return writeToml(dataLibraries.toml(), value);
    }
    case "raw":
      if (typeof value === "string") return value;
      return failFormat(path, "raw", `\`raw\` writes one string, and this is ${describeValue(value)}`);
  }
}

function failFormat(path: Path, format: string, problem: string): never {
  return fail(diagnostic("no-such-format", { path }, { format, problem }));
}
