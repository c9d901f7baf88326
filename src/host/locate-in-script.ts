// Follows a trail through a module that a script holds.
import type { Step } from "../kernel/trail.ts";
import type { Script, ScriptModule, ScriptPlace, TrailStep } from "../source/script/index.ts";
import type { TextPlace } from "../source/text-place.ts";
import { isKind } from "./trails.ts";

/** What a trail leads to. */
export interface Found {
  readonly file: string;
  readonly place: TextPlace;
  readonly isExact: boolean;
  /** It is all of a place around what was looked for. */
  readonly isAround?: true;
}

type ReadStep = Extract<Step, { readonly kind: "read" }>;

/** A module, and the script that it stands in. */
export interface FileModule {
  readonly script: Script;
  readonly module: ScriptModule;
}

/** The module that a step leads to from another one; `before` are the steps in between. Null: it cannot be told. */
export function moduleInside(
  module: ScriptModule,
  step: Exclude<Step, string | number>,
  before: readonly Step[],
): ScriptModule | null {
  const [declaration] = before;
  if (step.kind === "import") return moduleAt(module, before)?.imported(step.at) ?? null;
  if (step.kind !== "submodule" || typeof declaration !== "object" || declaration.kind !== "declaration") return null;
  return module.submodules(declaration.path)?.[step.at] ?? null;
}

// The module itself, or the definition of a submodule in it that is a module.
function moduleAt(module: ScriptModule, steps: readonly Step[]): ScriptModule | null {
  return steps.length === 0 ? module : module.moduleIn(steps.flatMap(toTrailStep));
}

/** The place at the end of a trail, or the nearest around it. */
export function locateIn({ script, module }: FileModule, steps: readonly Step[]): Found {
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined) return exactly(module.place);
  if (typeof last === "object" && last.kind === "read") {
    const around = steps.length === 1 ? exactly(module.code) : locateIn({ script, module }, steps.slice(0, -1));
    return readIn(around, script, last);
  }
  if (typeof last === "object" && last.kind === "submodule") {
    const inner = moduleInside(module, last, steps.slice(0, -1));
    if (inner !== null) return exactly(inner.written);
  }
  if (typeof first === "object" && first.kind === "declaration") return declarationIn(module, first);
  const aside = steps.findIndex((step) => isKind(step, "import") || isKind(step, "attribute"));
  if (aside !== -1) return partOf(module, steps.slice(0, aside), steps.slice(aside));
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

/** The first of the reads in a definition that read what is looked for; else the definition, inexactly. */
export function readIn(around: Found, script: Script, { paths, of }: ReadStep): Found {
  const inexact = { ...around, isExact: false };
  // What stands in another script was written for another module.
  if (!around.isExact || around.file !== script.place(around.place).file) return inexact;
  const [read] = paths.flatMap((path) => script.reads(around.place, path, of)).filter(({ exact }) => exact);
  return read === undefined ? inexact : exactly(read);
}

// What is no definition in a module: one of its imports, or a part of that, or an attribute, or the name of that.
function partOf(module: ScriptModule, before: readonly Step[], [step, ...further]: readonly Step[]): Found {
  const inner = moduleAt(module, before);
  if (inner === null) return { ...exactly(module.definition(before.flatMap(toTrailStep), true)), isExact: false };
  if (typeof step === "object" && step.kind === "import") {
    const imported = further.length === 0 ? null : inner.imported(step.at);
    return imported === null ? exactly(inner.importPlace(step.at)) : partOf(imported, [], further);
  }
  const attribute = typeof step === "object" && step.kind === "attribute" ? inner.attribute(step.name) : null;
  if (attribute === null) return { ...exactly(inner.place), isExact: false };
  if (typeof step === "object" && step.kind === "attribute" && typeof further[0] === "number") {
    const item = inner.attributeItem(step.name, further[0]);
    return item === null ? { ...exactly(attribute), isExact: false } : exactly(item);
  }
  const isName = isKind(further[0], "name") && attribute.exact && attribute.key !== null;
  return exactly(isName && attribute.key !== null ? { ...attribute.key, exact: true } : attribute);
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
