// The shape of everything that can be wrong: data with a code. Wording lives in the catalogue, and only there.
import type { Origin } from "../kernel/origin.ts";
import type { Path } from "../kernel/path.ts";
import type { StackFrame } from "../kernel/thrown-at.ts";
import type { CatalogData, DiagnosticCode } from "./catalog.ts";
import type { Severity } from "./severity.ts";

/** A further place that belongs to a diagnostic, with what it has to do with it. */
export interface RelatedPlace {
  readonly message: string;
  readonly origin: Origin;
}

/** A definition as a message shows it: where it stands, and its value as text (null: not known without forcing it). */
export interface ShownDefinition {
  readonly origin: Origin;
  readonly shown: string | null;
}

/** A change of the text at a place that would mend what is wrong. */
export interface Edit {
  readonly origin: Origin;
  readonly text: string;
}

/**
 * One thing that is wrong. `path` is the option it is about (null: none), `origin` the place to change (null: unknown),
 * `data` what the catalogue's wording of `code` needs. Frozen, JSON-able, and never holds an unforced value.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly path: Path | null;
  readonly origin: Origin | null;
  readonly related: readonly RelatedPlace[];
  /** What would mend it, where that is known for sure; null: it is not. */
  readonly edit: Edit | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** The calls on the way to what user code threw, innermost first; absent: it threw nothing, or nobody knows. */
  readonly stack?: readonly StackFrame[];
  /** Of a fleet: the hosts of which it was found; absent: there is no fleet. */
  readonly hosts?: readonly string[];
}

/** What a builder gives besides the code and its data. */
export interface Place {
  readonly path?: Path;
  readonly origin?: Origin;
  readonly related?: readonly RelatedPlace[];
  readonly edit?: Edit;
}

/** The data that the wording of a code needs. */
export type DataOf<C extends DiagnosticCode> = CatalogData[C];
