// A workload with its priorities, conditions and order resolved by hand, for languages that have no module system: each
// option becomes what its definitions come to, as far as that can be said before the conditions are known.
import { NotExpressible } from "../workload/dialect.ts";
import {
  expressionOf,
  isComputed,
  isSet,
  type Value,
  type ValueSet,
  type WorkDefinition,
  type WorkModule,
  type WorkOption,
  type WorkType,
  type Workload,
} from "../workload/document.ts";

/** A definition of an option; of those that exclude each other the first whose condition holds counts. */
export interface Rung {
  readonly value: Value;
  readonly condition: Value | null;
}

/** An option of a plain type: its definitions, the strongest first, or in order where they are put together. */
export interface Leaf {
  readonly path: readonly string[];
  readonly type: WorkType;
  readonly fallback: Value | undefined;
  readonly rungs: readonly Rung[];
}

/** An option that has instances of a submodule: what each instance sets, by its name. */
export interface Instances {
  readonly path: readonly string[];
  readonly options: readonly WorkOption[];
  readonly instances: ReadonlyMap<string, readonly Leaf[]>;
}

/** An option that holds a tree of data: what each module gives to it, what loses to others first. */
export interface Tree {
  readonly path: readonly string[];
  readonly layers: readonly Layer[];
}

/** A part of a tree, and how strong it is: 100 if nothing is said. */
export interface Layer {
  readonly priority: number;
  readonly set: ValueSet;
}

/** The options of a workload by what they need to be said with. */
export interface ByHand {
  readonly leaves: readonly Leaf[];
  readonly instances: readonly Instances[];
  readonly trees: readonly Tree[];
}

/** Resolves the modules; fails with `NotExpressible` if that takes what only a module system has. */
export function resolveByHand(modules: readonly WorkModule[]): ByHand {
  const leaves: Leaf[] = [];
  const instances: Instances[] = [];
  const trees: Tree[] = [];
  const options = modules.flatMap((module) => module.options);
  const byOption = definitionsByOption(options, modules);
  for (const option of options) {
    const { path, type } = option;
    const definitions = byOption.get(path.join("\0")) ?? [];
    if (isTree(type)) trees.push({ path, layers: layersOf(definitions, path.length) });
    else if (typeof type === "object" && "attrsOf" in type && typeof type.attrsOf === "object") {
      if (!("submodule" in type.attrsOf)) throw new NotExpressible(`the type of ${path.join(".")}`);
      const inner = type.attrsOf.submodule;
      instances.push({ path, options: inner, instances: instancesOf(inner, definitions, path.length) });
    } else leaves.push(leafOf(option, definitions));
  }
  return { leaves, instances, trees };
}

/** The modules of a workload without hosts. */
export function modulesOf({ modules, hosts }: Workload): readonly WorkModule[] {
  if (hosts !== undefined) throw new NotExpressible("a fleet");
  return modules;
}

function definitionsByOption(
  options: readonly WorkOption[],
  modules: readonly WorkModule[],
): ReadonlyMap<string, readonly WorkDefinition[]> {
  const found = new Map<string, WorkDefinition[]>(options.map(({ path }) => [path.join("\0"), []]));
  // Of equal order, the last module comes first.
  for (const definition of modules.toReversed().flatMap(({ defs }) => defs)) {
    const at = definition.path.findIndex((_, end) => found.has(definition.path.slice(0, end + 1).join("\0")));
    const key = definition.path.slice(0, at + 1).join("\0");
    if (at < 0) throw new Error(`no option is declared at ${definition.path.join(".")}`);
    found.get(key)?.push(definition);
  }
  return found;
}

function isTree(type: WorkType): boolean {
  if (typeof type === "string") return type === "anything" || type === "json";
  if ("attrsOf" in type) return isTree(type.attrsOf);
  return "submodule" in type && type.submodule.length === 0 && type.freeformType !== undefined;
}

function isMerged(type: WorkType): boolean {
  return typeof type === "object" && ("listOf" in type || "attrsOf" in type);
}

function leafOf({ path, type, default: fallback }: WorkOption, definitions: readonly WorkDefinition[]): Leaf {
  const flat = definitions.map((definition) => withoutOverride(definition, path.length));
  if (!isMerged(type)) {
    const strongest = flat.toSorted((left, right) => (left.priority ?? 100) - (right.priority ?? 100));
    return { path, type, fallback, rungs: strongest.map(rungOf) };
  }
  if (new Set(flat.map(({ priority }) => priority ?? 100)).size > 1) {
    throw new NotExpressible(`definitions of ${path.join(".")} that are put together unless one is stronger`);
  }
  if (flat.length > 0 && fallback !== undefined && JSON.stringify(fallback).length > 2) {
    throw new NotExpressible(`the default of ${path.join(".")}, which stands unless something is defined`);
  }
  return {
    path,
    type,
    fallback,
    rungs: flat.toSorted((left, right) => (left.order ?? 1000) - (right.order ?? 1000)).map(rungOf),
  };
}

function rungOf({ value, if: condition }: WorkDefinition): Rung {
  return { value, condition: condition ?? null };
}

function withoutOverride(definition: WorkDefinition, depth: number): WorkDefinition {
  const expression = expressionOf(definition.value);
  if (expression?.$ === "override") {
    return withoutOverride({ ...definition, value: expression.value, priority: expression.priority }, depth);
  }
  const rest = definition.path.slice(depth);
  if (rest.length === 0) return definition;
  const { value, ...others } = definition;
  return {
    ...others,
    path: definition.path.slice(0, depth),
    value: rest.reduceRight<Value>((inner, name) => ({ [name]: inner }), value),
  };
}

function instancesOf(
  options: readonly WorkOption[],
  definitions: readonly WorkDefinition[],
  depth: number,
): ReadonlyMap<string, readonly Leaf[]> {
  const byInstance = new Map<string, WorkDefinition[]>();
  for (const { path, value, ...manner } of definitions) {
    const [name] = path.slice(depth);
    const spread = name === undefined ? Object.entries(plainSet(value, path)) : [[name, value] as const];
    for (const [instance, given] of spread) {
      const inside = path.slice(depth + 1);
      const own = byInstance.get(instance) ?? [];
      byInstance.set(instance, own);
      if (inside.length > 0) own.push({ ...manner, path: inside, value: given });
      else
        for (const [option, of] of Object.entries(plainSet(given, path)))
          own.push({ ...manner, path: [option], value: of });
    }
  }
  return new Map(
    [...byInstance].map(([name, own]) => {
      const found = definitionsByOption(options, [{ name, options: [], defs: own }]);
      const set = options.flatMap((option) => {
        const given = found.get(option.path.join("\0")) ?? [];
        return given.length === 0 ? [] : [leafOf(option, given)];
      });
      return [name, set];
    }),
  );
}

function plainSet(value: Value, path: readonly string[]): ValueSet {
  if (!isSet(value) || expressionOf(value) !== null) throw new NotExpressible(`what ${path.join(".")} is given`);
  return value;
}

/** The trees that definitions give: of each module what has a weaker priority first, then what has none. */
function layersOf(definitions: readonly WorkDefinition[], depth: number): readonly Layer[] {
  const sets = definitions.map(({ path, value, if: condition, priority }) => {
    if (condition !== undefined || priority !== undefined) throw new NotExpressible("a tree under a condition");
    return plainSet(
      path.slice(depth).reduceRight<Value>((inner, name) => ({ [name]: inner }), value),
      path,
    );
  });
  const priorities = [...new Set([100, ...sets.flatMap(prioritiesIn)])].toSorted((left, right) => right - left);
  return priorities.flatMap((priority) =>
    sets.flatMap((whole) => {
      const set = only(whole, priority);
      return set === null ? [] : [{ priority, set }];
    }),
  );
}

function prioritiesIn(value: Value): readonly number[] {
  const expression = expressionOf(value);
  if (expression?.$ === "override") return [expression.priority];
  if (isComputed(value)) throw new NotExpressible("computed values in a tree");
  return isSet(value) ? Object.values(value).flatMap(prioritiesIn) : [];
}

/** What of a tree has this priority. */
function only(set: ValueSet, wanted: number): ValueSet | null {
  const members = Object.entries(set).flatMap(([name, value]): readonly (readonly [string, Value])[] => {
    const expression = expressionOf(value);
    if (expression?.$ === "override") return expression.priority === wanted ? [[name, expression.value]] : [];
    if (!isSet(value)) return wanted === 100 ? [[name, value]] : [];
    const inner = only(value, wanted);
    return inner === null ? [] : [[name, inner]];
  });
  return members.length === 0 ? null : Object.fromEntries(members);
}
