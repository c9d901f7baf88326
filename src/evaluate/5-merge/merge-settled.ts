// Room 5: makes one value of the definitions that count.
import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import { attempt, ConfixError, fail, withRemains } from "../../diagnostics/errors.ts";
import { atDefinitions, diagnostic } from "../../diagnostics/report.ts";
import type { Counters } from "../../kernel/counters.ts";
import { classNames } from "../../kernel/class-name.ts";
import type { SettledDefinition } from "../../model/definition.ts";
import { isLazy, runUserCode } from "../../model/force.ts";
import type { Settled } from "../../model/machine.ts";
import { type AnyOptionType, descriptionOf, type MergeContext } from "../../model/option-type.ts";
import { showValue } from "../../model/show-written.ts";

/** The merged value. `missing` tells what is wrong where there is none. */
export function mergeSettled(
  settled: Settled,
  type: AnyOptionType,
  context: MergeContext,
  missing: () => Diagnostic,
  counters: Counters,
): unknown {
  const { definitions } = settled;
  if (definitions.length === 0) {
    return type.emptyValue === null ? fail(missing()) : type.emptyValue(context);
  }
  const guard = <T>(code: () => T): T => guarded(code, context, definitions);
  const bad = guard(() => definitions.filter(({ value }) => value === undefined || !type.check(value)));
  if (bad.length === 0) {
    counters.valuesMerged += 1;
    return guard(() => type.merge(context, definitions));
  }
  const good = definitions.filter((each) => !bad.includes(each));
  const error = new ConfixError([refuse(bad, type, context)]);
  throw good.length === 0 ? error : withRemains(error, { withoutFailed: () => guard(() => type.merge(context, good)) });
}

// A type's own functions are user code as well.
function guarded<T>(code: () => T, context: MergeContext, definitions: readonly SettledDefinition[]): T {
  const first = definitions[0];
  const place = (): Place => ({ path: context.path, ...(first && { origin: first.origin }) });
  return runUserCode(code, (message) => diagnostic("value-threw", place(), { message }), "type");
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
