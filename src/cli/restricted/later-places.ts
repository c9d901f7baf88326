// Places and edits of a restricted run. The parser of scripts is native code, which such a run may not load, so the process that
// started it finds the places; and shows lines only of files that the run was given or allowed to read.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Origin } from "../../kernel/origin.ts";
import type { PlaceFinder, TextChange, TrailData } from "../../kernel/trail.ts";

/** A place that is still to be found. JSON-able. */
interface LaterOrigin extends Origin {
  readonly trail: TrailData;
}

/** The place of an edit that is still to be found, with what to ask for. */
interface LaterEdit extends LaterOrigin {
  readonly ask: "rename" | "wrap";
}

/** For the restricted process: finds nothing, and takes note of what is to be found. */
export const laterPlaces: PlaceFinder = {
  find: laterOrigin,
  rename: (trail, text) => laterEdit(trail, text, "rename"),
  wrap: (trail, text) => laterEdit(trail, text, "wrap"),
};

function laterOrigin(trail: TrailData): LaterOrigin | null {
  const file = fileOf(trail);
  return file === null ? null : { file, trail };
}

function laterEdit(trail: TrailData, text: string, ask: LaterEdit["ask"]): TextChange | null {
  const origin = laterOrigin(trail);
  return origin === null ? null : { origin: { ...origin, ask } as LaterEdit, text };
}

/** For the process that started it: the diagnostics with their places and edits, as far as they are in files that it may read. */
export function findPlaces(
  diagnostics: readonly Diagnostic[],
  mayRead: (file: string) => boolean,
  finder: PlaceFinder,
): readonly Diagnostic[] {
  const found = (origin: Origin): Origin => {
    if (!isLater(origin)) return origin;
    const { file, trail } = origin;
    const place = mayRead(file) ? finder.find(trail) : null;
    return place !== null && mayRead(place.file) ? place : { file };
  };
  const change = (trail: TrailData, ask: LaterEdit["ask"], text: string): TextChange | null => {
    const made = mayRead(fileOf(trail) ?? "") ? finder[ask]?.(trail, text) : null;
    return made && mayRead(made.origin.file) ? made : null;
  };
  const editOf = ({ edit, related }: Diagnostic): TextChange | null => {
    if (edit === null || !isLaterEdit(edit.origin)) return edit;
    const { trail, ask } = edit.origin;
    // Any of the definitions may win; which of them can be changed is known only here.
    const others = ask === "wrap" ? related.map(({ origin }) => origin).filter(isLater) : [];
    const trails = [trail, ...others.toReversed().map((other) => other.trail)];
    return trails.reduce<TextChange | null>((known, each) => known ?? change(each, ask, edit.text), null);
  };
  return diagnostics.map((each) =>
    Object.freeze({
      ...each,
      origin: each.origin === null ? null : found(each.origin),
      related: each.related.map(({ message, origin }) => ({ message, origin: found(origin) })),
      edit: editOf(each),
    }),
  );
}

function isLaterEdit(origin: Origin): origin is LaterEdit {
  return isLater(origin) && "ask" in origin;
}

function isLater(origin: Origin): origin is LaterOrigin {
  return "trail" in origin;
}

function fileOf({ site }: TrailData): string | null {
  return site.kind === "trail" ? fileOf(site.trail) : site.file;
}
