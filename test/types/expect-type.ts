// The rows that tests of types are made of: what a type accepts, what it refuses and why, and what definitions come to.
import { expect, test } from "vitest";
import type { DiagnosticCode } from "../../src/diagnostics/catalog.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { isConfixError } from "../../src/diagnostics/errors.ts";
import { messageOf } from "../../src/diagnostics/render-text.ts";
import { show } from "../../src/kernel/show.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { mergeValues } from "./merge-context.ts";

/** One test for each value that a type has to accept. */
export function accepts(type: AnyOptionType, values: readonly unknown[]): void {
  test.each(values.map((value) => [show(value, { lines: 2 }), value] as const))(
    `${type.name} accepts %s`,
    (_, value) => {
      expect(type.check(value)).toBe(true);
    },
  );
}

/** One test for each value that a type has to refuse, with what `explain` has to say; null: nothing. */
export function refuses(
  type: AnyOptionType,
  rows: readonly (readonly [value: unknown, reason: string | null])[],
): void {
  const named = rows.map(([value, reason]) => [show(value, { lines: 2, width: 40 }), value, reason] as const);
  test.each(named)(`${type.name} refuses %s`, (_, value, reason) => {
    expect(type.check(value)).toBe(false);
    expect(type.explain(value)).toBe(reason);
  });
}

/** One test for each list of definitions, with the value they have to come to. */
export function merges(
  type: AnyOptionType,
  rows: readonly (readonly [definitions: readonly unknown[], value: unknown])[],
): void {
  const named = rows.map(
    ([definitions, value]) =>
      [definitions.map((each) => show(each, { lines: 2 })).join(" + "), definitions, value] as const,
  );
  test.each(named)(`${type.name} merges %s`, (_, definitions, value) => {
    expect(mergeValues(type, ...definitions)).toEqual(value);
  });
}

/** One test for each list of definitions that must not merge, with the code of the error. */
export function conflicts(
  type: AnyOptionType,
  rows: readonly (readonly [definitions: readonly unknown[], code: DiagnosticCode])[],
): void {
  const named = rows.map(
    ([definitions, code]) =>
      [definitions.map((each) => show(each, { lines: 2 })).join(" + "), definitions, code] as const,
  );
  test.each(named)(`${type.name} does not merge %s`, (_, definitions, code) => {
    const [found] = diagnosticsOf(() => readElements(mergeValues(type, ...definitions)));
    expect(found?.code).toBe(code);
  });
}

// Elements of lists are computed when they are read.
function readElements(value: unknown): void {
  if (Array.isArray(value)) Array.from(value);
}

/** The diagnostics that an action fails with. Fails itself if the action does not fail, or with something else. */
export function diagnosticsOf(action: () => unknown): readonly Diagnostic[] {
  try {
    action();
  } catch (error) {
    if (isConfixError(error)) return error.diagnostics;
    throw error;
  }
  throw new Error("nothing failed");
}

/** The sentence of the only diagnostic that an action fails with. */
export function failureOf(action: () => unknown): string {
  const diagnostics = diagnosticsOf(action);
  expect(diagnostics).toHaveLength(1);
  return diagnostics.map(messageOf).join("\n");
}
