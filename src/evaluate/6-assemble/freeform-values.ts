// What a level needs of the freeform part of a configuration.
import type { Path } from "../../kernel/path.ts";

/** Values of names that no module declares, where a freeform type allows them. */
export interface FreeformValues {
  /** The names at a path below which a value stands. Never throws; forces only what decides whether a name is there. */
  names(path: Path): readonly string[];
  /** Whether a value stands at a name. The same holds. */
  has(path: Path, name: string): boolean;
  /** The value of a name; null: there is no freeform type. */
  read(path: Path, name: string): { readonly value: unknown } | null;
}
