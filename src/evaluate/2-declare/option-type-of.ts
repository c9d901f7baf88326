// The type that one declaration gives an option.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { describeValue } from "../../kernel/describe-value.ts";
import { declaredAt } from "../../kernel/trail.ts";
import { isLazy, runUserCode } from "../../model/force.ts";
import type { Machine, OptionNode } from "../../model/machine.ts";
import type { ModuleRecord } from "../../model/module.ts";
import type { Option } from "../../model/option.ts";
import { type AnyOptionType, isOptionType } from "../../model/option-type.ts";

/** The type of a declaration, or null if it gives none. A type given as a function is asked for. */
export function typeOfDeclaration(
  option: Option<unknown, unknown>,
  record: ModuleRecord,
  node: OptionNode,
  machine: Machine,
): AnyOptionType | null {
  const { type } = option;
  if (type === undefined || isOptionType(type)) return type ?? null;
  const place = { path: [...machine.prefix, ...node.path], origin: declaredAt(record.origin, node, "type") };
  const found: unknown = isLazy(type)
    ? runUserCode(
        () => type(machine.args),
        (message) => diagnostic("value-threw", place, { message, part: "type" }),
      )
    : type;
  if (isOptionType(found)) return found;
  const expected = `an option type, but is ${describeValue(found)}`;
  return fail(diagnostic("bad-option-attribute", place, { attribute: "type", suggestion: null, expected }));
}
