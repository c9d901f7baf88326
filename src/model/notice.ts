// What a rename or removal says of a definition, as the diagnostic it is: carried by a finding, or by the place of a text
// in `warnings` or `assertions` that says the same in words.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

const notice: unique symbol = Symbol.for("confix.notice");

/** A copy of a finding or a place that stands for a diagnostic. Nobody but the evaluator sees the mark. */
export function withNotice<T extends object>(marked: T, diagnostic: Diagnostic): T {
  // The cast: a copy with one symbol more.
  return Object.freeze(Object.defineProperty({ ...marked }, notice, { value: diagnostic })) as T;
}

/** The diagnostic that a finding or a place stands for; null: it is no such thing. */
export function noticeOf(marked: object): Diagnostic | null {
  // The cast: any object may be asked, only those made above answer.
  return (marked as { readonly [notice]?: Diagnostic })[notice] ?? null;
}
