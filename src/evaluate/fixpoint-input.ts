// What one evaluation is made of, as the fixpoint takes it.
import type { Path } from "../kernel/path.ts";
import type { SettledDefinition } from "../model/definition.ts";
import type { SubmoduleEvaluation, SubmoduleParameters } from "../model/option-type.ts";
import type { Blueprint, Session } from "./session.ts";

/** What a fixpoint is made of. */
export interface FixpointInput {
  /** Asked for only where they are not known already, as they are of most submodules. */
  readonly modules: () => readonly unknown[];
  readonly specialArgs: Readonly<Record<string, unknown>>;
  readonly prefix: Path;
  readonly class: string | null;
  /** For a submodule: the name under which it stands. */
  readonly name: string | null;
  /** For a submodule: its modules as collected before, and its definitions, which replace `modules`. */
  readonly blueprint: { readonly shared: Blueprint; readonly definitions: readonly SettledDefinition[] } | null;
}

/** Begins the evaluation of a submodule in one whose session is given; `definitions` null: nothing defines it. */
export type EvaluateSubmodule = (
  session: Session,
  parameters: SubmoduleParameters,
  path: Path,
  definitions: readonly unknown[] | null,
) => SubmoduleEvaluation;
