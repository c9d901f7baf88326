// Room 6: what the final value of an option says about the configuration as a whole.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import type { Origin } from "../../kernel/origin.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { type Definition, definitionsInside, type SettledDefinition } from "../../model/definition.ts";
import { declaresParameter, runUserCode } from "../../model/force.ts";
import type { Machine, OptionCell } from "../../model/machine.ts";
import { noticeOf, withNotice } from "../../model/notice.ts";
import type { Finding } from "../../model/option.ts";

/** Asks an option. Computes its value only if the function takes one. */
function findingsOf(cell: OptionCell): readonly Finding[] {
  const { attributes, origins } = cell.merged();
  const { findings } = attributes;
  if (findings === undefined) return [];
  // As with `apply`: who declares no parameter does not need the value.
  const value = declaresParameter(findings) ? cell.force() : undefined;
  const origin = origins[0];
  const place = { path: cell.path, ...(origin && { origin }) };
  return runUserCode(
    () => {
      // The cast: TypeScript checked `findings` against the type when the option was declared.
      const found: unknown = (findings as (value: unknown) => unknown)(value);
      if (isFindings(found)) return found;
      return fail(diagnostic("bad-option-attribute", place, { attribute: "findings", suggestion: null, expected }));
    },
    (message) => diagnostic("value-threw", place, { message, part: "findings" }),
  );
}

const expected = "a function that returns a list of `{ severity, message }`, whose severity is an error or a warning";

function isFindings(found: unknown): found is readonly Finding[] {
  return Array.isArray(found) && found.every(isFinding);
}

function isFinding(found: unknown): found is Finding {
  if (!isPlainObject(found) || typeof found["message"] !== "string") return false;
  return found["severity"] === "error" || found["severity"] === "warning";
}

/** What an option says, each with the place it is about. */
export function placedFindings(cell: OptionCell, machine: Machine): readonly Finding[] {
  return findingsOf(cell).map((finding) => {
    const origin = placeOfFinding(finding, cell, machine);
    const notice = noticeOf(finding) ?? (origin === null ? null : noticeOf(origin));
    const placed = origin === null ? finding : { ...finding, origin };
    return notice === null ? placed : withNotice(placed, notice);
  });
}

/** Where a finding of an option points: into one of its definitions, if it says what in the value it is about. */
function placeOfFinding({ at = [], origin }: Finding, cell: OptionCell, machine: Machine): Origin | null {
  if (origin !== undefined) return origin;
  let found: readonly SettledDefinition[] = cell.settled().definitions;
  const path = [...cell.path];
  const isThere = (element: Definition): boolean => machine.settle([element], path, null).definitions.length > 0;
  for (const name of at) {
    path.push(name);
    found = machine.settle(definitionsInside(found, name, isThere), path, null).definitions;
  }
  return found[0]?.origin ?? null;
}
