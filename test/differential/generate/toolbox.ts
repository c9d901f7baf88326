// What the parts of the generator lend one another; `generate.ts` puts them together.
import type {
  Expression,
  LevelDescription,
  Path,
  SubmoduleDescription,
  TypeDescription,
} from "../description/description.ts";
import type { Choices } from "./choices.ts";
import type { Context } from "./context.ts";

/** The parts that need one another. */
export interface Toolbox {
  readonly choices: Choices;
  /** A name for a module, unique in the case. */
  nextId(): string;
  /** Modules and their options. The deeper they stand, the fewer; at the paths `taken` nothing is declared. */
  level(depth: number, taken?: readonly Path[]): LevelDescription;
  /** A type; the deeper it stands, the simpler. */
  type(depth: number): TypeDescription;
  /** A definition of a submodule: a set of definitions, or a module of its own. */
  submoduleValue(type: SubmoduleDescription, context: Context): Expression;
}
