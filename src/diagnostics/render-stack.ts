// The stack of what user code threw, as lines for a person.
import { showOrigin } from "../kernel/origin.ts";
import type { StackFrame } from "../kernel/thrown-at.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** Which calls of a stack to show: those in user code, or also those in packages, in Confix, and around it. */
export type ShownStack = "own" | "all";

/** The calls of a diagnostic's stack, innermost first. */
export function shownFrames({ stack = [] }: Diagnostic, shown: ShownStack): readonly StackFrame[] {
  return shown === "all" ? stack : usersPart(stack);
}

/** The lines; none where the place of the diagnostic says as much. */
export function renderStack(diagnostic: Diagnostic, shown: ShownStack): readonly string[] {
  const frames = shownFrames(diagnostic, shown);
  if (frames.length < (shown === "all" ? 1 : 2)) return [];
  return ["thrown in", ...frames.map((frame) => `  ${showFrame(frame)}`)];
}

// From the innermost call in user code to where Confix called it: what follows depends on who needed the value first.
function usersPart(stack: readonly StackFrame[]): readonly StackFrame[] {
  const first = stack.findIndex(({ of }) => of === "user");
  if (first === -1) return [];
  const inside = stack.slice(first);
  const end = inside.findIndex(({ of }) => of === "confix" || of === "around");
  return inside.slice(0, end === -1 ? undefined : end).filter(({ of }) => of === "user");
}

function showFrame({ name, origin }: StackFrame): string {
  return name === null ? showOrigin(origin) : `${name} (${showOrigin(origin)})`;
}
