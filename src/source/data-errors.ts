// What can be wrong with a data file, thrown with its place.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import type { Origin } from "../kernel/origin.ts";
import { type DataFormat, formatName } from "./data-format.ts";
import { originAt } from "./position.ts";

/** A data file while it is parsed. */
export interface DataText {
  /** An absolute path, or a name such as `<stdin>`. */
  readonly file: string;
  readonly text: string;
  readonly format: DataFormat;
}

/** Throws that the text is not correct. `problem` is a clause without its final stop. */
export function failSyntax(source: DataText, origin: Origin, problem: string): never {
  fail(diagnostic("syntax-error", { origin }, { format: formatName(source.format), problem }));
}

/** Throws that a mapping has a key twice; `offset` is that of the second. */
export function failDuplicate(source: DataText, offset: number, key: string): never {
  const origin = originAt(source.file, source.text, offset);
  fail(diagnostic("duplicate-key", { origin }, { key, format: formatName(source.format) }));
}

/** Throws that the text is correct, but says something that no configuration can hold. */
export function failUnrepresentable(source: DataText, origin: Origin, problem: string): never {
  fail(diagnostic("data-not-representable", { origin }, { format: formatName(source.format), problem }));
}

/** How many levels of mappings and lists may stand in one another. */
export const maximumDepth = 2000;

/** Throws if a level is too deep; `offset` is where it starts. */
export function checkDepth(source: DataText, depth: number, offset: number): void {
  if (depth <= maximumDepth) return;
  failUnrepresentable(source, originAt(source.file, source.text, offset), `here are more than ${maximumDepth} levels`);
}

/** Runs a parser that recurses once for each level, and turns its running out of stack into a diagnostic. */
export function withinStack<T>(source: DataText, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return failUnrepresentable(source, { file: source.file }, "its mappings and lists are nested too deeply");
  }
}

/** What is said about an integer that a JavaScript number cannot hold. */
export function describeBigInteger(written: string): string {
  return `the integer ${written} is too large to be kept exactly; write it as a string`;
}

/** What is said about a number that JSON cannot say. */
export function describeNotFinite(written: string): string {
  return `${written} is no number that JSON could say`;
}
