// Judges one case: what is equal, what is a known difference, and what does not agree.
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { showPath } from "../../../src/kernel/path.ts";
import type { CaseDescription } from "../description/description.ts";
import type { ConfixResult } from "../sides/confix-side.ts";
import { failuresIn, type Observation, observedAt, reach, showObservation, type Steps } from "../sides/observation.ts";
import { compare } from "./compare.ts";
import { confixFailure, isSameFailure, readNixError } from "./failure.ts";
import { knownRow } from "./known-differences.ts";
import type { Finding, Mismatch, Verdict } from "./verdict.ts";

/** A place where Nix fails, and its message; null: it did not fail again. */
export interface NixFailed {
  readonly steps: Steps;
  readonly message: string | null;
}

/** What is known of one case. */
export class Judge implements Verdict {
  readonly #description: CaseDescription;
  readonly #confix: ConfixResult;
  /** Places where Nix fails, whose messages are wanted; of several in a group, one has to agree. */
  readonly questions: (readonly Steps[])[] = [];
  readonly failures: string[] = [];
  readonly known: string[] = [];
  mismatch: Mismatch | null = null;
  equal = 0;

  constructor(description: CaseDescription, confix: ConfixResult) {
    this.#description = description;
    this.#confix = confix;
  }

  /** Compares what can be seen at some steps. */
  compare(nix: Observation, steps: Steps): void {
    const { differences, failures, equal } = compare(nix, this.#confixAt(steps), steps);
    this.equal += equal;
    this.questions.push(...failures);
    for (const difference of differences) {
      if (difference.kind === "only Nix fails") this.questions.push([difference.steps]);
      else
        this.#settle({ ...difference, ...this.#about(difference.steps), failure: null, failsElsewhere: () => false });
    }
  }

  /** Compares why reading what stands at some steps fails; at one of several, if these stand in one that fails. */
  compareFailures(places: readonly NixFailed[]): void {
    const found = places.map((place) => this.#compareFailure(place));
    const alike = found.find((each) => typeof each === "string");
    if (alike !== undefined) {
      this.failures.push(alike);
      return;
    }
    const findings = found.flatMap((each) => (typeof each === "object" && each !== null ? [each] : []));
    const explained = findings.find((each) => knownRow(each) !== null) ?? findings[0];
    if (explained !== undefined) this.#settle(explained);
  }

  // The code if both fail alike; null: it is settled.
  #compareFailure({ steps, message }: NixFailed): string | Finding | null {
    const confix = this.#confixAt(steps);
    if (message === null) return this.#mismatch("a failure that does not last", steps, "");
    const failure = readNixError(message);
    if (failure === null) return this.#mismatch("an unknown error", steps, `  Nix: ${message}`);
    // There is nothing of that name on either side.
    if (observedAt(this.#confix.observed, steps) === null && failure.codes.includes("unknown-name")) {
      return "unknown-name";
    }
    const about = this.#about(steps);
    if (isSameFailure(failure, about.diagnostics)) return failure.codes[0] ?? "";
    const kind = about.diagnostics.length === 0 ? "only Nix fails" : "different failures";
    const failsElsewhere = (): boolean => isSameFailure(failure, about.everywhere());
    return { kind, steps, nix: { kind: "failure" }, confix, failure, ...about, failsElsewhere };
  }

  #settle(finding: Finding): void {
    const row = knownRow(finding);
    if (row !== null) {
      this.known.push(row);
      return;
    }
    const { kind, steps, nix, confix, failure, diagnostics } = finding;
    const shown = diagnostics.map(({ code, path }) => `${code} ${path === null ? "" : showPath(path)}`).join("; ");
    const left = failure === null ? showObservation(nix) : failure.message;
    const right = diagnostics.length === 0 ? showObservation(confix) : shown;
    const codes = [failure?.codes[0], diagnostics[0]?.code].filter((code) => code !== undefined).join(" and ");
    const name = codes === "" ? `${kind} in ${String(steps[0])}` : `${kind}, ${codes}`;
    this.#mismatch(name, steps, `  Nix:    ${left}\n  Confix: ${right}`);
  }

  #mismatch(kind: string, steps: Steps, text: string): null {
    this.mismatch ??= { kind, text: `${kind}, at ${steps.join(" ")}\n${text}` };
    return null;
  }

  #confixAt(steps: Steps): Observation {
    return observedAt(this.#confix.observed, steps) ?? { kind: "data", value: undefined };
  }

  #about(steps: Steps): Pick<Finding, "description" | "diagnostics" | "everywhere"> {
    const everywhere = (): readonly Diagnostic[] => this.#diagnosticsAt([]);
    return { description: this.#description, diagnostics: this.#diagnosticsAt(steps), everywhere };
  }

  #diagnosticsAt(steps: Steps): readonly Diagnostic[] {
    const diagnostics: Diagnostic[] = [];
    for (const each of failuresIn(this.#confixAt(steps), steps)) {
      const thrown = confixFailure(() => reach(this.#confix.root(), each));
      if (thrown instanceof Error) this.#mismatch("Confix broke", each, thrown.stack ?? thrown.message);
      else diagnostics.push(...(thrown ?? []));
    }
    return diagnostics;
  }
}
