// Room 5: makes one value of the definitions that count.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { attempt, ConfixError, fail, withRemains } from "../../diagnostics/errors.ts";
import { atDefinitions, diagnostic } from "../../diagnostics/report.ts";
import type { Counters } from "../../kernel/counters.ts";
import { classNames } from "../../kernel/class-name.ts";
import type { SettledDefinition } from "../../model/definition.ts";
import { failureOf, isLazy, quiet, runUserCode } from "../../model/force.ts";
import type { Settled } from "../../model/machine.ts";
import { type AnyOptionType, descriptionOf, type MergeContext } from "../../model/option-type.ts";
import { showValue } from "../../model/show-written.ts";

/** Who knows what is wrong where there is no value. */
export interface MissingValue {
  missingValue(): Diagnostic;
}

/** The merged value. */
export function mergeSettled(
  settled: Settled,
  type: AnyOptionType,
  context: MergeContext,
  missing: MissingValue,
  counters: Counters,
): unknown {
  const { definitions } = settled;
  if (definitions.length === 0) {
    return type.emptyValue === null ? fail(missing.missingValue()) : type.emptyValue(context);
  }
  let good = 0;
  try {
    while (good < definitions.length && isGood(definitions[good]?.value, type)) good += 1;
    if (good === definitions.length) {
      counters.valuesMerged += 1;
      return quiet(type.merge(context, definitions));
    }
  } catch (error) {
    throw failureOf(error, describeIn(context, definitions), "type");
  }
  return failChecked(definitions, good, type, context);
}

function isGood(value: unknown, type: AnyOptionType): boolean {
  return value !== undefined && type.check(value);
}

// The definitions before `firstBad` are good.
function failChecked(
  definitions: readonly SettledDefinition[],
  firstBad: number,
  type: AnyOptionType,
  context: MergeContext,
): never {
  const isBad = ({ value }: SettledDefinition, at: number): boolean =>
    at === firstBad || (at > firstBad && !isGood(value, type));
  const bad = guarded(() => definitions.filter(isBad), context, definitions);
  const good = definitions.filter((each) => !bad.includes(each));
  const error = new ConfixError([refuse(bad, type, context)]);
  const mergeGood = (): unknown => guarded(() => type.merge(context, good), context, definitions);
  throw good.length === 0 ? error : withRemains(error, { withoutFailed: mergeGood });
}

// A type's own functions are user code as well.
function guarded<T>(code: () => T, context: MergeContext, definitions: readonly SettledDefinition[]): T {
  return runUserCode(code, describeIn(context, definitions), "type");
}

function describeIn(context: MergeContext, [first]: readonly SettledDefinition[]): (message: string) => Diagnostic {
  return (message) =>
    diagnostic("value-threw", { path: context.path, ...(first && { origin: first.origin }) }, { message });
}

function refuse(bad: readonly SettledDefinition[], type: AnyOptionType, context: MergeContext): Diagnostic {
  const computedNothing = bad.find(({ value }) => value === undefined);
  if (computedNothing !== undefined) {
    return diagnostic("undefined-value", { path: context.path, origin: computedNothing.origin }, {});
  }
  const [first] = bad;
  const shown = bad.map(({ origin, value }) => ({ origin, shown: showValue(value) }));
  const data = {
    type: descriptionOf(type),
    detail: first === undefined ? null : guarded(() => type.explain(first.value), context, bad),
    isFunction: bad.some(({ value }) => isLazy(value)) || acceptsFunctions(type),
    classes: bad.flatMap(({ value }) => classNames(value)),
  };
  return diagnostic("wrong-type", atDefinitions(context.path, shown), data);
}

// What was meant for a function was perhaps called as a lazy value. Where a set will do as well, the function is a module.
function acceptsFunctions({ check }: AnyOptionType): boolean {
  return (
    attempt(() =>
      runUserCode(
        () => check(() => undefined) && !check({}),
        () => diagnostic("value-threw", {}, { message: "" }),
      ),
    )?.value ?? false
  );
}
