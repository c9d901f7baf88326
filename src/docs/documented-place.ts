// What documentation adds to the record of an option where it is known: where it is declared, what it is now.
import type { DocumentedOption } from "./documented-option.ts";

/** Where something is written. */
export interface DocumentedPlace {
  /** The file, as documentation names it. */
  readonly file: string;
  /** From 1; null: only the file is known. */
  readonly line: number | null;
  /** From 1; null: only the file, or the line, is known. */
  readonly column: number | null;
}

/** What an option is in one configuration. */
export interface DocumentedCurrent {
  /** The value as one would write it, `<sensitive>` for one that is kept secret, or why there is none. */
  readonly value: string;
  /** The definitions that make the value; empty: the default does, or nothing. */
  readonly definedIn: readonly DocumentedPlace[];
}

/** The record of an option with its places. */
export interface PlacedOption extends DocumentedOption {
  /** Every place that declares the option, as far as known. */
  readonly declaredAt: readonly DocumentedPlace[];
  /** Absent: nobody asked for values, or the option is one of those inside a submodule, which are many at once. */
  readonly current?: DocumentedCurrent;
}
