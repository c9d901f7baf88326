// Follows a trail through a module that a script holds.
import type { Step } from "../kernel/trail.ts";
import type { Script, ScriptModule, ScriptPlace, TrailStep } from "../source/script/index.ts";
import type { TextPlace } from "../source/text-place.ts";

/** What a trail leads to. */
export interface Found {
  readonly file: string;
  readonly place: TextPlace;
  readonly isExact: boolean;
}

/** A module, and the script that it stands in. */
export interface FileModule {
  readonly script: Script;
  readonly module: ScriptModule;
}

/** Whether a step is of a kind. */
export function isKind(step: Step | undefined, kind: string): boolean {
  return typeof step === "object" && step.kind === kind;
}

/** The module that a step leads to from another one; `before` are the steps in between. Null: it cannot be told. */
export function moduleInside(
  module: ScriptModule,
  step: Exclude<Step, string | number>,
  before: readonly Step[],
): ScriptModule | null {
  const [declaration] = before;
  if (step.kind === "import") return before.length === 0 ? module.imported(step.at) : null;
  if (step.kind !== "submodule" || typeof declaration !== "object" || declaration.kind !== "declaration") return null;
  return module.submodules(declaration.path)?.[step.at] ?? null;
}

/** The place at the end of a trail, or the nearest around it. */
export function locateIn({ script, module }: FileModule, steps: readonly Step[]): Found {
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined) return exactly(module.place);
  if (typeof last === "object" && last.kind === "read")
    return readIn(locateIn({ script, module }, steps.slice(0, -1)), script, last.paths);
  if (typeof first === "object") {
    if (first.kind === "import") return exactly(module.importPlace(first.at));
    if (first.kind === "declaration") return declarationIn(module, first);
  }
  const trail = steps.flatMap(toTrailStep);
  if (typeof last !== "object" || last.kind === "content") return exactly(module.definition(trail, true));
  const definition = module.definition(trail);
  if (!definition.exact) return exactly(definition);
  switch (last.kind) {
    case "name":
      return exactly({ ...(definition.key ?? definition), exact: true });
    case "condition": {
      const inside = module.definition(trail, true).properties.slice(definition.properties.length);
      const condition = inside.filter(({ name }) => name === "mkIf")[last.at]?.argument ?? null;
      return exactly(condition === null ? { ...definition, exact: false } : { ...condition, exact: true });
    }
    default:
      return exactly(definition);
  }
}

function readIn(around: Found, script: Script, paths: readonly (readonly string[])[]): Found {
  const inexact = { ...around, isExact: false };
  // What stands in another script was written for another module.
  if (!around.isExact || around.file !== script.place(around.place).file) return inexact;
  const [read] = paths.flatMap((path) => script.reads(around.place, path)).filter(({ exact }) => exact);
  return read === undefined ? inexact : exactly(read);
}

function declarationIn(module: ScriptModule, step: Extract<Step, { kind: "declaration" }>): Found {
  const option = module.option(step.path);
  const attribute = step.attribute === null ? null : module.optionAttribute(step.path, step.attribute);
  if (attribute?.exact === true) return exactly(attribute);
  return exactly(option.exact && option.key !== null ? { ...option.key, exact: true } : option);
}

function exactly(place: ScriptPlace): Found {
  return { file: place.file, place, isExact: place.exact };
}

/** A step as the parser of scripts takes it; none for what is no part of the text. */
export function toTrailStep(step: Step): readonly TrailStep[] {
  if (typeof step === "string") return [{ kind: "name", name: step }];
  if (typeof step === "number") return [{ kind: "item", index: step }];
  return step.kind === "content" ? [{ kind: "merge", index: step.at }] : [];
}
