// How a case went.
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { CaseDescription } from "../description/description.ts";
import type { Observation, Steps } from "../sides/observation.ts";
import type { NixFailure } from "./failure.ts";

/** What does not agree. */
export interface Mismatch {
  /** Stays the same while a case is shrunk. */
  readonly kind: string;
  readonly text: string;
}

/** How a case went. */
export interface Verdict {
  readonly mismatch: Mismatch | null;
  /** How many values were equal. */
  readonly equal: number;
  /** The codes of what failed alike. */
  readonly failures: readonly string[];
  /** The rows of docs/differences.md that explain what is different, as often as they were needed. */
  readonly known: readonly string[];
}

/** One place of a case where the two sides show something else. */
export interface Finding {
  readonly kind: "only Nix fails" | "only Confix fails" | "other values" | "other names" | "different failures";
  readonly description: CaseDescription;
  readonly steps: Steps;
  readonly nix: Observation;
  readonly confix: Observation;
  /** Why Nix fails, if it does. */
  readonly failure: NixFailure | null;
  /** Why Confix fails, if it does: for each thing that does, what it reports. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether Confix fails for the reason of Nix, be it at another place of the case. */
  readonly failsElsewhere: () => boolean;
  /** What Confix reports anywhere in the case. */
  readonly everywhere: () => readonly Diagnostic[];
}
