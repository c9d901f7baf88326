// Makes diagnostics. Nothing here throws: the caller decides whether to throw, warn or collect.
import { resolveOrigin } from "../kernel/trail.ts";
import type { DiagnosticCode } from "./catalog.ts";
import { catalog } from "./catalog.ts";
import type { DataOf, Diagnostic, Place, RelatedPlace, ShownDefinition } from "./diagnostic.ts";

/** One diagnostic. The data is what the catalogue's entry of that code asks for. */
export function diagnostic<C extends DiagnosticCode>(code: C, place: Place, data: DataOf<C>): Diagnostic {
  return Object.freeze({
    code,
    severity: catalog[code].severity,
    path: place.path ?? null,
    origin: place.origin === undefined ? null : resolveOrigin(place.origin),
    related: (place.related ?? []).map(({ message, origin }) => ({ message, origin: resolveOrigin(origin) })),
    edit: place.edit === undefined ? null : { ...place.edit, origin: resolveOrigin(place.edit.origin) },
    // The cast: the wording's data types are plain objects; readers other than that wording see unknown members.
    data: data as Readonly<Record<string, unknown>>,
  });
}

/**
 * The place of a diagnostic about definitions: the first is the place to change, and all are listed with their values.
 */
export function atDefinitions(path: readonly string[], definitions: readonly ShownDefinition[]): Place {
  const [first] = definitions;
  return { path, ...(first === undefined ? {} : { origin: first.origin }), related: definitions.map(relate) };
}

function relate({ origin, shown }: ShownDefinition): RelatedPlace {
  return { origin, message: shown ?? "" };
}
