// What a definition may be made of.
import type { Code, TypeDescription } from "../description/description.ts";

/** Something that a computation may read: an option or an argument. */
export interface Readable {
  readonly code: Code;
  readonly type: TypeDescription;
  readonly isReadOnly: boolean;
}

/** What a definition may be made of. */
export interface Context {
  /** What computations may read. */
  readonly readables: readonly Readable[];
  /**
   * Which properties may still come: "all", those below a definition's place, those below a priority, or none. Nix peels
   * them in this order only; where Confix takes more, there is nothing to compare.
   */
  readonly properties: "all" | "placed" | "overridden" | "none";
  /**
   * Whether functions are computed: in some types they are data. "inside": not the value itself, because Confix would
   * compute it to see whether it is a property.
   */
  readonly isLazy: boolean | "inside";
  /** Whether no value is of a wrong type: nothing checks it before it is used. */
  readonly isRight?: boolean;
  readonly depth: number;
}
