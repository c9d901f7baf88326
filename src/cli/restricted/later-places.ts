// Places of a restricted run. The parser of scripts is native code, which such a run may not load, so the process that
// started it finds the places; and shows lines only of files that the run was given or allowed to read.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Origin } from "../../kernel/origin.ts";
import type { PlaceFinder, TrailData } from "../../kernel/trail.ts";

/** A place that is still to be found. JSON-able. */
interface LaterOrigin extends Origin {
  readonly trail: TrailData;
}

/** For the restricted process: finds nothing, and takes note of what is to be found. */
export const laterPlaces: PlaceFinder = {
  find: (trail: TrailData): LaterOrigin | null => {
    const file = fileOf(trail);
    return file === null ? null : { file, trail };
  },
};

/** For the process that started it: the diagnostics with their places, as far as they are in files that it may read. */
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
  return diagnostics.map((each) =>
    Object.freeze({
      ...each,
      origin: each.origin === null ? null : found(each.origin),
      related: each.related.map(({ message, origin }) => ({ message, origin: found(origin) })),
    }),
  );
}

function isLater(origin: Origin): origin is LaterOrigin {
  return "trail" in origin;
}

function fileOf({ site }: TrailData): string | null {
  return site.kind === "trail" ? fileOf(site.trail) : site.file;
}
