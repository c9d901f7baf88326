// Where a type stands while a configuration is described.
import { isPlainObject } from "../../kernel/plain.ts";
import { isOptionState, type OptionState } from "../../model/option-state.ts";

/** Where a type stands. */
export interface Place {
  /** The option of the type, or that around it. */
  readonly option: OptionState;
  /** Names from the root. */
  readonly names: readonly string[];
}

/** Some option of a tree, which knows the context of its evaluation; null: there is none. */
export function firstOption(tree: Readonly<Record<string, unknown>>): OptionState | null {
  for (const name of Object.keys(tree)) {
    const member = tree[name];
    const found = isOptionState(member) ? member : isPlainObject(member) ? firstOption(member) : null;
    if (found !== null) return found;
  }
  return null;
}
