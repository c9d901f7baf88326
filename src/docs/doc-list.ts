// Lists what documentation tells of options.
import type { DocumentedOption } from "./documented-option.ts";
import { requireTree } from "./find-options.ts";
import { hasListedInside, type ReadPart, recordOf, strictly } from "./record-option.ts";
import { type FoundOption, optionsOf, subOptionsOf } from "./sub-options.ts";

/**
 * What documentation tells of each option in a tree, the `options` of an evaluation or a part of it: a frozen list of
 * plain records, depth first and by name, the options of submodules after the option that has them. Nothing is filtered
 * out but the sub-options of an option that is not `visible`, or only `"shallow"`; `internal` and `visible` tell who is
 * meant to see the rest. A submodule that contains itself is listed once on its way down. Defaults are computed, unless
 * there is a `defaultText`: throws a ConfixError for one that fails, and for what is no tree of options. The default of a
 * sensitive option, or of one with such options inside, is never shown.
 */
export function optionAttrSetToDocList(options: unknown): readonly DocumentedOption[] {
  requireTree(options);
  return Object.freeze(optionsOf(options).flatMap((found) => withInside(found).map((each) => recordOf(each))));
}

/** An option and, after it, those inside of it that documentation lists. */
export function withInside(found: FoundOption, read: ReadPart = strictly): readonly FoundOption[] {
  const inside = read(() => (hasListedInside(found.option) ? subOptionsOf(found) : []), []);
  return [found, ...inside.flatMap((each) => withInside(each, read))];
}
