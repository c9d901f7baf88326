// Room 2: the attributes of options that `mkOption` did not see as they are.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { declaredAt } from "../../kernel/trail.ts";
import type { Machine, OptionNode } from "../../model/machine.ts";
import type { ModuleRecord } from "../../model/module.ts";
import type { Option } from "../../model/option.ts";
import { attributeKinds } from "../../model/option-attributes.ts";

/** Whether somebody else made it: a copy, as of `{ ...mkEnableOption("it"), default: true }`. What `mkOption` made is frozen. */
export function isCopy(option: Option<unknown, unknown>): boolean {
  return !Object.isFrozen(option) && Object.getPrototypeOf(option) === Object.prototype;
}

/** Fails if an attribute of a copy is of the wrong kind. Others than are known stay, as in nixpkgs. */
export function checkAttributes(
  option: Option<unknown, unknown>,
  record: ModuleRecord,
  node: OptionNode,
  machine: Machine,
): void {
  if (!isCopy(option)) return;
  const given: Readonly<Record<string, unknown>> = { ...option };
  for (const [attribute, { expected, accepts }] of attributeKinds) {
    const value = given[attribute];
    if (value === undefined || accepts(value)) continue;
    const place = { path: [...machine.prefix, ...node.path], origin: declaredAt(record.origin, node, attribute) };
    fail(diagnostic("bad-option-attribute", place, { attribute, suggestion: null, expected }));
  }
}
