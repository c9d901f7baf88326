// Generates the options of modules, and where each is declared.
import type {
  Expression,
  OptionDescription,
  Path,
  PlannedOption,
  TypeDescription,
} from "../description/description.ts";
import type { Context } from "./context.ts";
import { generateDefinition } from "./definition.ts";
import { readablesBefore } from "./module.ts";
import { scalar } from "./code.ts";
import { generateScalar, optionPaths } from "./pools.ts";
import type { Toolbox } from "./toolbox.ts";
import { varyType } from "./vary-type.ts";

/** A declaration, and the number of the module it stands in. */
export interface Declared {
  readonly home: number;
  readonly path: Path;
  readonly option: OptionDescription;
}

/** Options of modules; the definitions of each may read those before it. */
export function generateOptions(
  toolbox: Toolbox,
  depth: number,
  taken: readonly Path[],
  homes: number,
): { readonly options: PlannedOption[]; readonly declared: Declared[] } {
  const options: PlannedOption[] = [];
  const declared: Declared[] = [];
  const free = optionPaths.filter((path) => !taken.some((other) => path[0] === other[0]));
  for (const path of generatePaths(toolbox, free, depth)) {
    const found = generateOption(toolbox, depth, path, options, homes);
    options.push(found.planned);
    declared.push(...found.declared);
  }
  return { options, declared };
}

function generatePaths({ choices }: Toolbox, free: readonly Path[], depth: number): readonly Path[] {
  const left = [...free];
  return choices.several(1, depth === 0 ? 6 : 3, depth === 0 ? 75 : 45, () => {
    const at = choices.chance(30) ? choices.draw(left.length) : 0;
    return left.splice(at, 1)[0] ?? [];
  });
}

function generateOption(
  toolbox: Toolbox,
  depth: number,
  path: Path,
  before: readonly PlannedOption[],
  homes: number,
): { readonly planned: PlannedOption; readonly declared: readonly Declared[] } {
  const { choices } = toolbox;
  const type = generateOptionType(toolbox, depth);
  const isReadOnly = choices.chance(2);
  const apply = generateApply(toolbox, type, isReadOnly);
  const readables = readablesBefore({ options: before, freeform: null, args: [] }, before.length, depth > 0);
  const context: Context = { depth, readables, properties: "overridden", isLazy: true };
  const value: Expression | null = choices.chance(45) ? generateDefinition(toolbox, type, context) : null;
  const option: OptionDescription = {
    type: type.type === "plain" && type.name === "unspecified" && choices.chance(50) ? null : type,
    default: value,
    apply,
    description: choices.chance(10) ? "About it." : null,
    isReadOnly,
    internal: choices.chance(4) ? choices.chance(70) : null,
    visible: choices.chance(4) ? choices.pick([true, false, "shallow", "transparent"] as const) : null,
  };
  const home = choices.draw(homes);
  const declared: Declared[] = [{ home, path, option }];
  let merged = type;
  // What a deferred module is made of is nobody's business, so it stands only where `apply` evaluates it.
  if (homes > 1 && type.type !== "deferredModule" && choices.chance(10)) {
    const again = generateAgain(toolbox, depth, type);
    merged = again.merged;
    const second = choices.draw(homes - 1);
    declared.push({
      home: second >= home ? second + 1 : second,
      path: [...path, ...again.below],
      option: again.option,
    });
  }
  const isReadable = apply === null || apply === "same";
  return { planned: { path, type: merged, isReadOnly, isReadable, standsFor: 0 }, declared };
}

// Functions and deferred modules stand only where `apply` shows what is in them.
function generateOptionType(toolbox: Toolbox, depth: number): TypeDescription {
  const { choices } = toolbox;
  if (choices.chance(3)) return { type: "functionTo", of: toolbox.type(depth + 1) };
  if (depth < 2 && choices.chance(3)) return { type: "deferredModule", level: toolbox.level(depth + 1) };
  return toolbox.type(depth);
}

function generateApply({ choices }: Toolbox, type: TypeDescription, isReadOnly: boolean): OptionDescription["apply"] {
  if (type.type === "functionTo") return "called";
  if (type.type === "deferredModule") return "evaluated";
  if (!choices.chance(4)) return null;
  // An option that is read-only is checked in Confix whether its value is needed or not.
  return choices.pick(isReadOnly ? (["same", "wrapped"] as const) : (["same", "constant", "wrapped"] as const));
}

interface Again {
  readonly option: OptionDescription;
  readonly below: Path;
  readonly merged: TypeDescription;
}

// The same option once more: without a type, with one that merges, with another, or with an option inside it.
function generateAgain(toolbox: Toolbox, depth: number, type: TypeDescription): Again {
  const { choices } = toolbox;
  const bare: OptionDescription = {
    type: null,
    default: null,
    apply: null,
    description: null,
    isReadOnly: false,
    internal: null,
    visible: null,
  };
  if (choices.chance(type.type === "submodule" ? 40 : 5)) {
    const inner: TypeDescription = { type: "plain", name: choices.pick(["int", "bool"]) };
    const again = { option: { ...bare, type: inner }, below: ["inner"] };
    if (type.type !== "submodule") return { ...again, merged: type };
    const planned: PlannedOption = { path: ["inner"], type: inner, isReadOnly: false, isReadable: true, standsFor: 0 };
    const { plan } = type.level;
    const level = { ...type.level, plan: { ...plan, options: [...plan.options, planned] } };
    return { ...again, merged: { ...type, level } };
  }
  const varied = choices.chance(80) ? varyType(toolbox, type, depth) : null;
  if (varied !== null) return { option: { ...bare, type: varied.other }, below: [], merged: varied.merged };
  const internal = choices.chance(20) ? choices.chance(50) : null;
  const description = choices.chance(30) ? "Again." : null;
  const apply = choices.chance(4) ? "same" : null;
  const value = choices.chance(4) ? generateScalar(choices) : undefined;
  const option = {
    ...bare,
    description,
    internal,
    apply,
    default: value === undefined ? null : scalar(value),
  } as const;
  return { option, below: [], merged: type };
}
