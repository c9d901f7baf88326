// The rows of the tests of errors: modules, what is read, and what is wrong then.
import { expect, it } from "vitest";
import type { DiagnosticCode } from "../../src/diagnostics/catalog.ts";
import { evalModules } from "./lint-cases.ts";
import { read } from "./evaluation.ts";
import { diagnosticOf, inShort } from "./problems.ts";

/** What is wrong, with every place that is named. */
export interface Expected {
  readonly code: DiagnosticCode;
  /** As messages write it. Default: none. */
  readonly path?: string;
  /** The file to change. Default: none. */
  readonly at?: string;
  /** The files of further places, in order; of definitions, the first is that of `at`. Default: none. */
  readonly related?: readonly string[];
  /** What further places say: definitions their values. Default: not looked at. */
  readonly says?: readonly string[];
  /** Some of the data. Default: not looked at. */
  readonly data?: object;
}

/** The arguments of an evaluation, or just its modules. */
type Evaluated = readonly unknown[] | Parameters<typeof evalModules>[0];

/** One test for each row: evaluating `given` and reading the path `reads` fails as expected. */
export function fails(
  rows: readonly (readonly [name: string, given: Evaluated, reads: string, expected: Expected])[],
): void {
  it.each(rows)("%s", (_name, given, reads, { code, path, at, related = [], says, data = {} }) => {
    const args = isModules(given) ? { modules: given } : given;
    const found = diagnosticOf(() => read(evalModules(args), reads));
    expect({
      ...inShort(found),
      files: undefined,
      at: found.origin?.file,
      related: found.related.map(({ origin }) => origin.file),
    }).toEqual({ code, path: path ?? null, files: undefined, at, related });
    const said = found.related.map(({ message }) => message);
    expect(said).toEqual(says ?? said);
    expect(found.data).toMatchObject(data);
  });
}

function isModules(given: Evaluated): given is readonly unknown[] {
  return Array.isArray(given);
}
