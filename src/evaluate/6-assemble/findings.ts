// Room 6: what the final value of an option says about the configuration as a whole.
import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import { attempt, ConfixError, fail, isConfixError, remainsOf, withRemains } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { addAll } from "../../kernel/add-all.ts";
import type { Origin } from "../../kernel/origin.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { type Definition, definitionsInside, type SettledDefinition } from "../../model/definition.ts";
import { declaresParameter, runUserCode } from "../../model/force.ts";
import type { Machine, OptionCell } from "../../model/machine.ts";
import { noticeOf, withNotice } from "../../model/notice.ts";
import type { Finding } from "../../model/option.ts";

/** A finding that is asked by itself. */
type Ask = () => Finding | null;

/**
 * What an option says, each with the place it is about. Where some of it cannot be told it fails, and what can be told is
 * what came out right all the same.
 */
export function placedFindings(cell: OptionCell, machine: Machine): readonly Finding[] {
  const { attributes, origins } = cell.merged();
  const { findings } = attributes;
  if (findings === undefined) return [];
  const [origin] = origins;
  const place = { path: cell.path, ...(origin && { origin }) };
  const problems: Diagnostic[] = [];
  const found: Finding[] = [];
  // The cast: TypeScript checked `findings` against the type when the option was declared.
  for (const each of askOption(cell, findings as (value: unknown) => unknown, place, problems)) {
    const finding = typeof each === "function" ? attempt(() => askOne(each, place), problems)?.value : each;
    if (finding !== null && finding !== undefined) found.push(placed(finding, cell, machine));
  }
  if (problems.length === 0) return found;
  throw withRemains(new ConfixError([...new Set(problems)]), { value: found });
}

// Computes the value only if the function takes one.
function askOption(
  cell: OptionCell,
  findings: (value: unknown) => unknown,
  place: Place,
  problems: Diagnostic[],
): readonly (Finding | Ask)[] {
  if (!declaresParameter(findings)) return callFindings(findings, undefined, place);
  try {
    return callFindings(findings, cell.force(), place);
  } catch (error) {
    const rest = isConfixError(error) ? remainsOf(error) : null;
    if (!isConfixError(error) || rest === null || !("value" in rest)) throw error;
    addAll(problems, error.diagnostics);
    // What is said of the whole may be said because of what is missing in it; of one member it is as true as before.
    const asked = attempt(() => callFindings(findings, rest.value, place))?.value ?? [];
    return asked.filter((each) => typeof each === "function");
  }
}

function callFindings(findings: (value: unknown) => unknown, value: unknown, place: Place): readonly (Finding | Ask)[] {
  const found = runFindings(() => findings(value), place);
  return Array.isArray(found) && found.every((each) => isFinding(each) || isAsk(each)) ? found : refuse(place);
}

function askOne(ask: Ask, place: Place): Finding | null {
  const found: unknown = runFindings(ask, place);
  return found === null || isFinding(found) ? found : refuse(place);
}

function runFindings<T>(code: () => T, place: Place): T {
  return runUserCode(code, (message) => diagnostic("value-threw", place, { message, part: "findings" }));
}

const expected = "a function that returns a list of `{ severity, message }`, whose severity is an error or a warning";

function refuse(place: Place): never {
  return fail(diagnostic("bad-option-attribute", place, { attribute: "findings", suggestion: null, expected }));
}

function isAsk(found: unknown): found is Ask {
  return typeof found === "function";
}

function isFinding(found: unknown): found is Finding {
  if (!isPlainObject(found) || typeof found["message"] !== "string") return false;
  return found["severity"] === "error" || found["severity"] === "warning";
}

function placed(finding: Finding, cell: OptionCell, machine: Machine): Finding {
  const origin = placeOfFinding(finding, cell, machine);
  const notice = noticeOf(finding) ?? (origin === null ? null : noticeOf(origin));
  const found = origin === null ? finding : { ...finding, origin };
  return notice === null ? found : withNotice(found, notice);
}

/** Where a finding of an option points: into one of its definitions, if it says what in the value it is about. */
function placeOfFinding({ at = [], origin }: Finding, cell: OptionCell, machine: Machine): Origin | null {
  if (origin !== undefined) return origin;
  let found: readonly SettledDefinition[] = cell.settled().definitions;
  const path = [...cell.path];
  // An element that fails is not in what came out right.
  const isThere = (element: Definition): boolean =>
    (attempt(() => machine.settle([element], { path }, null))?.value.definitions ?? []).length > 0;
  for (const name of at) {
    path.push(name);
    found = machine.settle(definitionsInside(found, name, isThere), { path }, null).definitions;
  }
  return found[0]?.origin ?? null;
}
