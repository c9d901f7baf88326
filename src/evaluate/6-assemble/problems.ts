// Room 6: collects what is wrong while values are looked at.
import { distinctDiagnostics, faultOf } from "../../diagnostics/distinct.ts";
import type { DiagnosticCode } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isConfixError, type Remains, remainsOf } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import type { Path } from "../../kernel/path.ts";
import { reportThrown } from "../../model/force.ts";

/** What an attempt came to: a value, or else what is left of it (null: nothing is known of that). */
export type Attempt<T> = { readonly succeeded: true; readonly value: T } | Failure;

/** An attempt that came to nothing, or to some of the value only. */
export interface Failure {
  readonly succeeded: false;
  readonly remains: Remains | null;
}

// Wrong whatever else may be defined besides.
const wrongInAnyCase: ReadonlySet<DiagnosticCode> = new Set(["conflict", "undeclared-option", "wrong-type"]);

/** Collects the diagnostics of errors; each diagnostic once, however many values it keeps from being computed. */
export class Problems {
  readonly #found = new Set<Diagnostic>();
  /** The faults of those that were found, as far as somebody had to know. */
  readonly #faults = new Set<string>();
  #unread: Diagnostic[] = [];
  #isLookingAtPart = false;

  get all(): readonly Diagnostic[] {
    return [...this.#found];
  }

  add(diagnostics: Iterable<Diagnostic>): void {
    for (const each of diagnostics) {
      if (this.#found.has(each) || (this.#isLookingAtPart && !wrongInAnyCase.has(each.code))) continue;
      this.#found.add(each);
      this.#unread.push(each);
    }
  }

  /** Adds those that tell of no fault which is known already. */
  addOthers(diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0) return;
    for (const each of this.#unread) this.#faults.add(faultOf(each));
    this.#unread = [];
    this.add(distinctDiagnostics(diagnostics).filter((each) => !this.#faults.has(faultOf(each))));
  }

  /** Runs code that looks at a value which lacks some of its definitions: what may be wrong because of that does not count. */
  lookAtPart(code: () => void): void {
    const before = this.#isLookingAtPart;
    this.#isLookingAtPart = true;
    code();
    this.#isLookingAtPart = before;
  }

  /**
   * Runs code that looks at the value at `path`, and collects what it throws. With `path` null the code runs nothing of
   * users, and errors that are not Confix's go through.
   */
  attempt<T>(path: Path | null, code: () => T): Attempt<T> {
    try {
      return { succeeded: true, value: code() };
    } catch (error) {
      return this.failure(path, error);
    }
  }

  /** Collects what such code threw; thrown again if it is nothing to collect. */
  failure(path: Path | null, error: unknown): Failure {
    if (isConfixError(error)) {
      this.add(error.diagnostics);
      return { succeeded: false, remains: remainsOf(error) };
    }
    if (path === null) throw error;
    // Values are looked at by reading them, and what is read may be a getter or a proxy of a user.
    this.add([reportThrown(error, (message) => diagnostic("value-threw", { path: [...path] }, { message }))]);
    return { succeeded: false, remains: null };
  }
}
