// Why a value is what it is, as data.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../kernel/origin.ts";
import type { Path } from "../kernel/path.ts";

/** A condition that a definition stands under. */
export interface ExplainedCondition {
  /** The condition itself, as far as its place can be found. */
  readonly origin: Origin;
  /** What it came to; null: it failed, or was not asked because one around it is false. */
  readonly holds: boolean | null;
}

/**
 * What became of a definition: it is part of the value, a stronger one hides it, one of its conditions is false, or
 * computing it failed.
 */
export type Fate = "used" | "overridden" | "condition-false" | "failed";

/** One definition, the default among them, with what decided about it. */
export interface ExplainedDefinition {
  readonly origin: Origin;
  /** The value as text; null: it was not computed, because it does not count. */
  readonly shown: string | null;
  readonly isDefault: boolean;
  /** Lower wins; 100 for a plain definition. */
  readonly priority: number;
  /** Lower comes first; 1000 if none was given. */
  readonly order: number;
  /** The outermost first. */
  readonly conditions: readonly ExplainedCondition[];
  readonly fate: Fate;
  /** For one that is overridden: the priority that won. */
  readonly lostTo: number | null;
}

/** What is asked of `explain`. */
export interface ExplainRequest {
  /** Also find which options read this one, which computes the whole configuration. Default true. */
  readonly readers?: boolean;
}

/** Why the value at a path is what it is. */
export interface Explanation {
  readonly path: Path;
  /** The option to which the path leads, or inside whose value it leads; null: it leads to a set of options. */
  readonly option: Path | null;
  /** Plain data; undefined if it could not be computed, or has no JSON form. */
  readonly value: unknown;
  /** What is wrong with it. */
  readonly diagnostics: readonly Diagnostic[];
  /** The type of the option; null for a set of options. */
  readonly type: { readonly name: string; readonly description: string } | null;
  readonly description: string | null;
  readonly declarations: readonly Origin[];
  readonly readOnly: boolean;
  /** Whether the value must not be shown. */
  readonly sensitive: boolean;
  /** Where the function stands that changed the merged value; null: there is none. */
  readonly apply: Origin | null;
  /** In the order in which they are merged. Of a set of options: none. */
  readonly definitions: readonly ExplainedDefinition[];
  /** The options that were read to compute it, sorted. */
  readonly reads: readonly Path[];
  /** The options that read it, sorted; null: not asked. */
  readonly readers: readonly Path[] | null;
}

/** Which options read which, by the path of the reader, sorted. */
export interface OptionGraph {
  readonly options: readonly { readonly path: Path; readonly reads: readonly Path[] }[];
}
