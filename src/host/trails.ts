// What can be told of trails by themselves.
import type { Step, TrailData } from "../kernel/trail.ts";

/** Whether a step is of a kind. */
export function isKind(step: Step | undefined, kind: string): boolean {
  return typeof step === "object" && step.kind === kind;
}

/** Whether a trail leads to a module: one that is imported, or in the type of an option. Everything else is a value. */
export function leadsToModule({ steps }: TrailData): boolean {
  const last = steps.at(-1);
  return isKind(last, "import") || isKind(last, "submodule");
}

/** A set of options declared below an option is a module too, whose options stand further down in the same set. */
function joined(outer: readonly Step[], inner: readonly Step[]): readonly Step[] {
  const last = outer.at(-1);
  const [first, ...rest] = inner;
  if (typeof last !== "object" || last.kind !== "declaration") return [...outer, ...inner];
  if (typeof first !== "object" || first.kind !== "declaration") return outer;
  return [...outer.slice(0, -1), { ...first, path: [...last.path, ...first.path] }, ...rest];
}

/** The same trail from the module in which it is written, where it begins at a value in it. */
export function fromModule({ site, steps }: TrailData): TrailData {
  if (site.kind !== "trail" || leadsToModule(site.trail)) return { site, steps };
  return fromModule({ site: site.trail.site, steps: joined(site.trail.steps, steps) });
}
