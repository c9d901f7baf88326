// An alternative of a tagged union, an option, as a type.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { describeValue } from "../kernel/describe-value.ts";
import type { ModuleArgs } from "../model/definition.ts";
import type { Option } from "../model/option.ts";
import { isOptionType } from "../model/option-type.ts";
import type { AnyOptionType, MergeContext } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { unspecified } from "./unspecified.ts";

/** The alternatives of a tagged union, each as an option. */
export type Tags = Readonly<Record<string, Option<unknown>>>;

/** The type of a tag; one that is given as a function is asked for. Absent: `types.unspecified`. */
export function typeOfTag(option: Option<unknown> | undefined, tag: string, args: ModuleArgs): AnyOptionType {
  const { type } = option ?? {};
  // The cast: a lazy type is a function of the module arguments, whatever its author declared.
  const found: unknown = typeof type === "function" ? (type as (args: ModuleArgs) => unknown)(args) : type;
  if (found === undefined) return unspecified;
  if (isOptionType(found)) return found;
  const expected = `an option type, but is ${describeValue(found)}`;
  return fail(diagnostic("bad-option-attribute", { path: [tag] }, { attribute: "type", suggestion: null, expected }));
}

/** The type of a tag with its `apply` at the end of merging. */
export function tagType({ apply }: Option<unknown>, type: AnyOptionType): AnyOptionType {
  if (apply === undefined) return type;
  // The cast: TypeScript checked `apply` against the type when the option was declared.
  const call = apply as (value?: unknown) => unknown;
  // One that declares no parameter does not want the merged value, which then need not exist.
  const applied = (merged: () => unknown): unknown => (call.length === 0 ? call() : call(merged()));
  const { emptyValue } = type;
  const ignoresValue = call.length === 0 ? (): unknown => call() : null;
  return mkOptionType({
    name: type.name,
    description: () => type.description,
    descriptionClass: () => type.descriptionClass,
    check: (value) => type.check(value),
    explain: (value) => type.explain(value),
    merge: (context, definitions) => applied(() => type.merge(context, definitions)),
    emptyValue:
      emptyValue === null ? ignoresValue : (context: MergeContext): unknown => applied(() => emptyValue(context)),
  });
}
