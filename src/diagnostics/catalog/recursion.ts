// How a circle of values, and what a condition stands around, is named in a sentence.
import type { Path } from "../../kernel/path.ts";
import { option } from "./entry.ts";

/** One thing that a circle of values goes through. */
export interface RecursionStep {
  readonly kind: "option" | "condition" | "names" | "argument" | "type";
  readonly path: Path;
}

/** Where a condition stands: around one option, a set of them, or everything that a module defines. */
export function around(path: Path): string {
  return path.length === 0 ? "the definitions of a module" : option(path);
}

// A circle may go through thousands of options; its beginning and its end tell enough.
const shownSteps = 12;

/** What reads one another in turn, as the end of a sentence. */
export function nameChain(steps: readonly RecursionStep[]): string {
  const names = steps.map(nameStep);
  const next = ", which needs ";
  if (names.length <= shownSteps) return names.join(next);
  const half = shownSteps / 2;
  const between = `, and so on by way of ${names.length - shownSteps} more to `;
  return names.slice(0, half).join(next) + between + names.slice(-half).join(next);
}

/** One step in a sentence. */
export function nameStep({ kind, path }: RecursionStep): string {
  switch (kind) {
    case "option":
      // Only the freeform part of a configuration has its path.
      return path.length === 0 ? "what is defined beside the declared options" : option(path);
    case "condition":
      return `a condition around ${around(path)}`;
    case "names":
      return `the names in ${option(path)}`;
    case "argument":
      return `the module argument ${option(path)}`;
    case "type":
      return `the type of ${option(path)}`;
  }
}
