// Shorthands with which the tests of documentation read lists of options.
import { optionAttrSetToDocList } from "../../src/docs/index.ts";
import type { DocumentedOption } from "../../src/docs/index.ts";
import { evalModules } from "../../src/evaluate/index.ts";
import { mkOption, type MkOptionAttributes } from "../../src/authoring/mk-option.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import type { OptionTree } from "../../src/model/option.ts";

/** What documentation lists of modules. */
export function listed(...modules: readonly unknown[]): readonly DocumentedOption[] {
  return optionAttrSetToDocList(evalModules({ modules }).options);
}

/** The same without the options of the evaluator. */
export function documented(...modules: readonly unknown[]): readonly DocumentedOption[] {
  return listed(...modules).filter(({ loc }) => !loc.includes("_module"));
}

/** The paths that documentation lists for options, without those of the evaluator. */
export function names(options: OptionTree): readonly string[] {
  return documented({ options }).map(({ name }) => name);
}

/** The record of the option `a` of a type. */
export function recordOf(
  type?: AnyOptionType,
  attributes: MkOptionAttributes<unknown, unknown> = {},
): DocumentedOption {
  const a = mkOption({ ...attributes, ...(type !== undefined && { type }) });
  const [record] = documented({ options: { a } });
  if (record === undefined) throw new Error("nothing is documented");
  return record;
}

/** The default that documentation shows for the option `a` of a type, as text. */
export function defaultOf(type?: AnyOptionType, attributes?: MkOptionAttributes<unknown, unknown>): string | undefined {
  return recordOf(type, attributes).default?.text;
}
