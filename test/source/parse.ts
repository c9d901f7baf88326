// What the tests of data files share: parses a text, and tells what is wrong with one.
import { isConfixError } from "../../src/diagnostics/errors.ts";
import { messageOf } from "../../src/diagnostics/render-text.ts";
import { dataLibraries } from "../../src/host/data-libraries.ts";
import type { DataFormat } from "../../src/source/data-format.ts";
import { parseData } from "../../src/source/parse-data.ts";

/** The value of a text. */
export function parse(format: DataFormat, text: string): unknown {
  return parseData(dataLibraries, { file: "/site.data", text, format });
}

/** What is wrong with a text: code, `line:column`, and the sentence. */
export function problem(format: DataFormat, text: string): { code: string; at: string; message: string } {
  try {
    parse(format, text);
  } catch (error) {
    if (!isConfixError(error)) throw error;
    const [first] = error.diagnostics;
    if (first === undefined) throw error;
    const { line, column } = first.origin ?? {};
    return { code: first.code, at: `${line ?? "?"}:${column ?? "?"}`, message: messageOf(first) };
  }
  throw new Error("nothing is wrong with the text");
}

/** A text of `levels` nested mappings. */
export function nested(levels: number): string {
  return `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
}
