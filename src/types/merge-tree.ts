// Merges data of any depth, each part with others of its kind.
import { fail } from "../diagnostics/errors.ts";
import { atDefinitions, diagnostic } from "../diagnostics/report.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { kindOf } from "../kernel/show.ts";
import type { SettledDefinition } from "../model/definition.ts";
import type { AnyOptionType, MergeContext } from "../model/option-type.ts";
import { listOf } from "./list-of.ts";
import { dropUndefined, membersByName, setOfMembers } from "./members.ts";
import { mergeEqualOption, showDefinitions } from "./merge-strategies.ts";

/**
 * Sets are merged name by name, lists joined, anything else must be equal. Members are of type `element` and are computed
 * as `attrsOf` and `listOf` compute them. Definitions of different kinds are the error `different-kinds`.
 */
export function mergeTree(
  context: MergeContext,
  definitions: readonly SettledDefinition[],
  element: AnyOptionType,
): unknown {
  const kinds = [...new Set(definitions.map(({ value }) => kindOf(value)))];
  if (kinds.length > 1) {
    fail(diagnostic("different-kinds", atDefinitions(context.path, showDefinitions(definitions)), { kinds }));
  }
  if (definitions.every(({ value }) => isPlainObject(value))) {
    return dropUndefined(membersByName(context, element, definitions), (members) => setOfMembers(context, members));
  }
  if (definitions.every(({ value }) => Array.isArray(value))) return listOf(element).merge(context, definitions);
  return mergeEqualOption(context, definitions);
}
