// Watches which call in which line declares an option: a loop or a helper does not show it in the text.
import { captureCaller, type StackHolder } from "../authoring/caller-place.ts";
import type { RunningConfix } from "../host/scripts.ts";
import type { Origin } from "../kernel/origin.ts";
import { framesOfStack } from "../kernel/parse-stack.ts";

const declaring: readonly string[] = ["mkOption", "mkEnableOption", "mkPackageOption", "mkSinkUndeclaredOptions"];

/** A Confix for modules whose calls that declare options are watched, and what was seen. */
export interface Watch {
  readonly running: RunningConfix;
  /** Where an option was declared; null: nobody saw it. */
  declaredAt(option: object): Origin | null;
}

/** Watches the calls of modules that get this Confix instead of the given one. */
export function watchDeclarations(running: RunningConfix): Watch {
  const seen = new WeakMap<object, StackHolder>();
  const watched = (exports: RunningConfix["confix"]): RunningConfix["confix"] => {
    const calls = declaring.map((name) => [name, watchCall(exports[name], seen)] as const);
    return { ...exports, ...Object.fromEntries(calls) };
  };
  return {
    running: { confix: watched(running.confix), "confix/node": watched(running["confix/node"]) },
    declaredAt: (option) => {
      const { stack } = seen.get(option) ?? {};
      return typeof stack === "string" ? (framesOfStack(stack)[0] ?? null) : null;
    },
  };
}

function watchCall(call: unknown, seen: WeakMap<object, StackHolder>): unknown {
  if (typeof call !== "function") return call;
  const watching = (...args: readonly unknown[]): unknown => {
    const option: unknown = Reflect.apply(call, undefined, args);
    const holder = captureCaller(watching);
    if (holder !== null && typeof option === "object" && option !== null) seen.set(option, holder);
    return option;
  };
  return watching;
}
