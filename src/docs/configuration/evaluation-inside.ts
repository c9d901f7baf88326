// An evaluation as those need it who describe its configuration: the whole one, or that of a submodule.
import { evaluationBrand, hasBrand } from "../../model/brands.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import {
  type AnyOptionType,
  isOptionType,
  type MergeContext,
  type SubmoduleParameters,
} from "../../model/option-type.ts";
import { orIfItFails } from "./attempt.ts";
import { anything, membersOf, nothing, type Undeclared } from "./freeform.ts";

/** The options of an evaluation, and what it takes besides. */
export interface Inside {
  readonly options: Readonly<Record<string, unknown>>;
  readonly undeclared: Undeclared;
  /** Whether its modules have a freeform type, as far as that can be told. */
  readonly isFreeform: boolean;
}

/** The inside of an evaluation. */
export function insideOf(evaluation: Evaluation): Inside {
  const unknown = { undeclared: anything, isFreeform: false };
  return { options: evaluation.options, ...orIfItFails(unknown, () => opennessOf(evaluation)) };
}

/** The inside of a submodule as nothing defines it; null: its modules cannot be read. */
export function insideOfSubmodule(parameters: SubmoduleParameters, context: MergeContext): Inside | null {
  return orIfItFails(null, () => {
    const empty: unknown = context.emptySubmodule(parameters);
    if (!hasBrand(empty, evaluationBrand)) return null;
    // The cast: what has this brand is one.
    const inside = insideOf(empty as unknown as Evaluation);
    // Asked here, where it may fail, once for all.
    Object.keys(inside.options);
    return inside;
  });
}

function opennessOf({ _module }: Evaluation): Pick<Inside, "undeclared" | "isFreeform"> {
  const freeform: unknown = _module["freeformType"];
  if (isOptionType(freeform)) return { undeclared: membersOf(freeform satisfies AnyOptionType), isFreeform: true };
  return { undeclared: _module["check"] === false ? anything : nothing, isFreeform: false };
}
