// The errors that the machinery of thunks finds by itself: values that need themselves, and a stack that is used up.
import type { RecursionStep } from "../diagnostics/catalog/recursion.ts";
import type { RelatedPlace } from "../diagnostics/diagnostic.ts";
import { ConfixError } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { type Origin, unknownFile } from "../kernel/origin.ts";
import { type Path, showPath } from "../kernel/path.ts";
import { pathsOfRead } from "../kernel/read-paths.ts";
import { findRead } from "../kernel/trail.ts";
import type { ThunkLabel } from "../kernel/any-thunk.ts";

interface Step extends RecursionStep {
  readonly origins: readonly Origin[];
}

/** The error for a circle, by what it goes through, in the order of reading. */
export function cycleError(cycle: readonly ThunkLabel[]): ConfixError {
  const steps: Step[] = [];
  for (const { kind, path, origins = [] } of cycle) {
    // An option and the settling of its definitions are one step to the reader.
    const step: Step = { kind: kind === "definitions" ? "option" : kind, path, origins };
    if (!isSame(steps.at(-1), step)) steps.push(step);
  }
  if (steps.length > 1 && isSame(steps[0], steps.at(-1))) steps.pop();
  const [subject = { path: [] }] = steps.filter(({ kind }) => kind !== "condition");
  const related = relatedPlaces(steps);
  // The place to change is a read, if one is known.
  const first = related.find(({ isRead }) => isRead) ?? related[0];
  const place = { path: subject.path, related, ...(first !== undefined && { origin: first.origin }) };
  return new ConfixError([
    diagnostic("infinite-recursion", place, { steps: steps.map(({ kind, path }) => ({ kind, path })) }),
  ]);
}

/** The error for a thunk that used up the whole stack by itself. */
export function overflowError(label: ThunkLabel | null, cause: unknown): ConfixError {
  const [origin] = label?.origins ?? [];
  const place = { path: label?.path ?? [], ...(origin !== undefined && { origin }) };
  return new ConfixError([diagnostic("stack-overflow", place, {})], cause);
}

function isSame(left: RecursionStep | undefined, right: RecursionStep | undefined): boolean {
  return left?.kind === right?.kind && left?.path.join("\0") === right?.path.join("\0");
}

// Which of several definitions reads on is not known, so all are named; in a long circle not all of it.
const shownPlaces = 12;

interface CyclePlace extends RelatedPlace {
  readonly isRead: boolean;
}

function relatedPlaces(steps: readonly Step[]): readonly CyclePlace[] {
  const places = new Map<string, CyclePlace>();
  for (const [at, step] of steps.entries()) {
    if (places.size >= shownPlaces) break;
    for (const place of placesOf(step, steps[(at + 1) % steps.length] ?? step)) {
      if (places.size < shownPlaces) places.set(`${place.origin.file} ${place.message}`, place);
    }
  }
  return [...places.values()];
}

function placesOf({ kind, path, origins }: Step, next: Step): readonly CyclePlace[] {
  const known = origins.filter(({ file }) => file !== unknownFile);
  const reads = next.kind === "option" ? known.flatMap((origin) => readIn(origin, path, next.path)) : [];
  if (reads.length > 0)
    return reads.map((origin) => ({ message: `reads \`${showPath(next.path)}\``, origin, isRead: true }));
  const message = path.length === 0 ? "defined beside the declared options" : `${verbs[kind]} \`${showPath(path)}\``;
  return known.map((origin) => ({ message, origin, isRead: false }));
}

function readIn(origin: Origin, reader: Path, read: Path): readonly Origin[] {
  const found = findRead(origin, pathsOfRead(reader, read));
  return found === null ? [] : [found];
}

const verbs: Readonly<Record<RecursionStep["kind"], string>> = {
  option: "defines",
  condition: "has a condition around",
  names: "names options in",
  argument: "gives the argument",
  type: "declares the type of",
};
