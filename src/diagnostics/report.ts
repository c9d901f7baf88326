// Makes diagnostics. Nothing here throws: the caller decides whether to throw, warn or collect.
import type { Origin } from "../kernel/origin.ts";
import { resolveOrigin, wrapAt } from "../kernel/trail.ts";
import type { DiagnosticCode } from "./catalog.ts";
import { catalog } from "./catalog.ts";
import type { DataOf, Diagnostic, Place, RelatedPlace, ShownDefinition } from "./diagnostic.ts";

/** One diagnostic. The data is what the catalogue's entry of that code asks for. */
export function diagnostic<C extends DiagnosticCode>(code: C, place: Place, data: DataOf<C>): Diagnostic {
  const made: Diagnostic = {
    code,
    severity: catalog[code].severity,
    path: place.path ?? null,
    origin: place.origin === undefined ? null : resolveOrigin(place.origin),
    related: (place.related ?? []).map(({ message, origin }) => ({ message, origin: resolveOrigin(origin) })),
    edit: place.edit === undefined ? null : { ...place.edit, origin: resolveOrigin(place.edit.origin) },
    // The cast: the wording's data types are plain objects; readers other than that wording see unknown members.
    data: data as Readonly<Record<string, unknown>>,
  };
  // Not enumerable, so that it is in no copy and in nothing printed.
  if (place.origin !== undefined) Object.defineProperty(made, trail, { value: place.origin });
  return Object.freeze(made);
}

const trail: unique symbol = Symbol("trail");

/** The place that a diagnostic was made with, from which one can look further in; null: it has none, or is a copy. */
export function originGiven(made: Diagnostic): Origin | null {
  // The cast: any diagnostic may be asked, only those made above answer.
  return (made as { readonly [trail]?: Origin })[trail] ?? null;
}

/**
 * The place of a diagnostic about definitions: the first is the place to change, and all are listed with their values.
 */
export function atDefinitions(path: readonly string[], definitions: readonly ShownDefinition[]): Place {
  const [first] = definitions;
  return { path, ...(first === undefined ? {} : { origin: first.origin }), related: definitions.map(relate) };
}

/** The same for definitions of which one has to win: a change that makes one of them do so is offered, where one is known. */
export function atConflict(path: readonly string[], definitions: readonly ShownDefinition[]): Place {
  // The last is the one nearest to whoever put the modules together.
  for (const { origin } of definitions.toReversed()) {
    const edit = wrapAt(origin, "mkForce");
    if (edit !== null) return { ...atDefinitions(path, definitions), edit };
  }
  return atDefinitions(path, definitions);
}

function relate({ origin, shown }: ShownDefinition): RelatedPlace {
  return { origin, message: shown ?? "" };
}
