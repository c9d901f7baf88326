// Which files can be modules.
import { extname } from "node:path";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { missingFile } from "./missing-file.ts";
import { statusOf } from "./read-text.ts";
import { dataExtensions, type DataFormat, dataFormatOf } from "../source/data-format.ts";

const scriptExtensions: readonly string[] = [".ts", ".mts", ".js", ".mjs"];

/** The extensions of files that can be modules. */
export const moduleExtensions: readonly string[] = [...scriptExtensions, ...dataExtensions];

/**
 * What kind of module a file holds: a script, or data in a format. `from` is who named it. Throws a ConfixError for any
 * other file; if it does not even exist, that is what is wrong.
 */
export function kindOfFile(file: string, from: string | null): "script" | DataFormat {
  const extension = extname(file).toLowerCase();
  if (scriptExtensions.includes(extension)) return "script";
  const format = dataFormatOf(extension);
  if (format !== null) return format;
  const place = from === null ? {} : { origin: { file: from } };
  const found = statusOf(file, from);
  if (found === null) return fail(missingFile(file, from));
  if (found.isDirectory()) return fail(diagnostic("file-unreadable", place, { file, reason: "it is a folder" }));
  return fail(diagnostic("unsupported-file", place, { file, supported: moduleExtensions }));
}
