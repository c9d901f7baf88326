// What descriptions of cases have in them that makes a known difference.
import type { CaseDescription } from "../description/description.ts";
import { holds } from "../description/walk.ts";
import type { Steps } from "../sides/observation.ts";

/** Whether a module says something of `_module.check`. */
export function definesCheck(description: CaseDescription): boolean {
  const isCheck = (entry: unknown): boolean => Array.isArray(entry) && entry[0] === "check";
  return holds(description, ({ entries }) => Array.isArray(entries) && entries.some(isCheck));
}

/** Whether a freeform type stands somewhere. */
export function hasFreeform(description: CaseDescription): boolean {
  return holds(
    description,
    ({ freeform, options }) => Array.isArray(options) && freeform !== null && freeform !== undefined,
  );
}

/**
 * Whether what stands at some steps is data, in which Confix computes nothing: an option without a type, or one that only a
 * freeform type allows.
 */
export function isData(description: CaseDescription, steps: Steps): boolean {
  const isFree = (type: unknown): boolean =>
    type === null || holds(type, ({ name }) => name === "raw" || name === "attrs" || name === "unspecified");
  const text = JSON.stringify(steps).slice(1, -1);
  return holds(
    description,
    ({ freeform, options, rename, from }) =>
      // The option that such a rename makes is without a type.
      (rename === "changed" && text.includes(JSON.stringify(from).slice(1, -1))) ||
      (freeform !== undefined &&
        freeform !== null &&
        (isFree(freeform) || holds(freeform, ({ name }) => name === "anything"))) ||
      (Array.isArray(options) &&
        // The cast: only modules and plans have options, by path.
        (options as readonly unknown[]).some(
          (each) => Array.isArray(each) && text.includes(JSON.stringify(each[0]).slice(1, -1)) && isFree(each[1]?.type),
        )),
  );
}
