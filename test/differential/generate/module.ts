// Generates what modules define: sets that follow the options, with properties around them.
import type {
  Code,
  Expression,
  ModuleDescription,
  PlannedOption,
  SubmoduleDescription,
  TypeDescription,
} from "../description/description.ts";
import { type Tree, treeOf } from "../description/tree.ts";
import { generateCode, generateCondition, scalar } from "./code.ts";
import type { Context, Readable } from "./context.ts";
import { generateDefinition } from "./definition.ts";
import { generateScalar, strangeNames } from "./pools.ts";
import type { Toolbox } from "./toolbox.ts";

/** A module argument that `_module.args` gives: whose definition may read the options before `rank`. */
export interface Argument {
  readonly name: string;
  readonly type: TypeDescription;
  readonly rank: number;
  readonly home: number;
}

/** What is known of the modules that are evaluated together. */
export interface Plan {
  readonly options: readonly PlannedOption[];
  readonly freeform: TypeDescription | null;
  readonly args: readonly Argument[];
}

/** What generating a module's definitions needs. */
export interface ConfigRequest {
  readonly toolbox: Toolbox;
  readonly depth: number;
  readonly plan: Plan;
  readonly isInside: boolean;
  readonly home: number;
}

type ReadablesOf = (rank: number) => readonly Readable[];

/** What may be read where the options before `rank` may be. In a submodule also its name, at the root also what is special. */
export function readablesBefore(plan: Plan, rank: number, isInside: boolean): readonly Readable[] {
  const readables: Readable[] = [];
  for (const { path, type, isReadable, isReadOnly } of plan.options.slice(0, rank)) {
    if (isReadable) readables.push({ code: { code: "config", path }, type, isReadOnly });
  }
  const argument = (name: string, type: TypeDescription): void => {
    readables.push({ code: { code: "argument", name }, type, isReadOnly: false });
  };
  for (const { name, type, rank: own } of plan.args) if (own < rank) argument(name, type);
  if (isInside) argument("name", { type: "plain", name: "str" });
  else for (const name of ["on", "off"]) argument(name, { type: "plain", name: "bool" });
  return readables;
}

/** The definitions of a module, or null: it has none. */
export function generateConfig({ toolbox, depth, plan, isInside, home }: ConfigRequest): Expression | null {
  const { choices } = toolbox;
  const context: Context = { depth, readables: [], properties: "all", isLazy: true };
  const readables: ReadablesOf = (rank) => readablesBefore(plan, rank, isInside);
  const pieces = choices.several(0, 2, 70, (): Expression => {
    const piece = generateDefinitions(toolbox, plan, context, readables);
    if (!choices.chance(6)) return piece;
    const path = choices.chance(30) ? ["nowhere"] : choices.pick(plan.options).path;
    return { is: "where", path, content: choices.chance(50) ? withName(piece, "nowhere") : piece };
  });
  for (const { name, type, rank, home: own } of plan.args) {
    if (own !== home) continue;
    const value = generateDefinition(toolbox, type, { ...context, readables: readables(rank), isRight: true });
    pieces.push(set([["_module", set([["args", set([[name, value]])]])]]));
  }
  if (choices.chance(3)) pieces.push(generateOpenness(toolbox, { ...context, readables: readables(0) }));
  return pieces.length > 1 ? { is: "merge", contents: pieces } : (pieces[0] ?? null);
}

// What a module says of names that nobody declares, besides that it has a freeform type.
function generateOpenness(toolbox: Toolbox, context: Context): Expression {
  const { choices } = toolbox;
  const said: readonly [string, Expression] = choices.chance(80)
    ? ["check", generateDefinition(toolbox, { type: "plain", name: "bool" }, context)]
    : ["freeformType", scalar(generateScalar(choices))];
  return set([["_module", set([said])]]);
}

function withName(piece: Expression, name: string): Expression {
  return piece.is === "set" ? { ...piece, entries: [...piece.entries, [name, scalar(1)]] } : piece;
}

/** A definition of a submodule: a set of definitions, or a module of its own. */
export function generateSubmoduleValue(toolbox: Toolbox, type: SubmoduleDescription, context: Context): Expression {
  const { choices } = toolbox;
  const { depth, readables } = context;
  const plan = { ...type.level.plan, args: [] };
  if (choices.chance(20)) {
    const module: ModuleDescription = {
      id: toolbox.nextId(),
      key: null,
      isKeyHidden: false,
      class: null,
      form: "function",
      isFile: false,
      isShort: false,
      imports: [],
      disabled: [],
      renames: [],
      options: [],
      config: generateConfig({ toolbox, depth: depth + 1, plan, isInside: true, home: 0 }),
      freeform: null,
    };
    return { is: "module", module };
  }
  // A set that is a module gets the arguments of the submodule, which Nix would not show it.
  const visible = type.isShorthand ? readables : [];
  const inner: Context = { ...context, readables: visible, properties: "none" };
  const value = generateDefinitions(toolbox, plan, inner, () => visible);
  // As a whole it is a value: what stands around it decides about the submodule, not about the options in it.
  return value.is === "set" ? { is: "set", entries: value.entries } : value;
}

type Ranked = readonly [option: PlannedOption, rank: number];

// Definitions of a level. The properties around them are generated where `context` allows them.
function generateDefinitions(toolbox: Toolbox, plan: Plan, context: Context, readablesOf: ReadablesOf): Expression {
  const ranked = plan.options.map((option, at): readonly [readonly string[], Ranked] => [
    option.path,
    [option, at - option.standsFor],
  ]);
  return new Definer(toolbox, plan, readablesOf).define(treeOf(ranked), context, false, true);
}

class Definer {
  readonly #toolbox: Toolbox;
  readonly #plan: Plan;
  readonly #readablesOf: ReadablesOf;
  #least = 0;

  constructor(toolbox: Toolbox, plan: Plan, readablesOf: ReadablesOf) {
    this.#toolbox = toolbox;
    this.#plan = plan;
    this.#readablesOf = readablesOf;
  }

  define(tree: Tree<Ranked>, context: Context, isConditional: boolean, isRoot: boolean): Expression {
    if (tree.kind === "leaf") return this.#option(tree.value, context);
    const { choices } = this.#toolbox;
    const again = (changed: Partial<Context>, conditional = isConditional): Expression =>
      this.define(tree, { ...context, ...changed }, conditional, isRoot);
    const ways: (readonly [number, () => Expression])[] = [
      [75, () => this.#set(tree.children, context, isConditional, isRoot)],
    ];
    if (!isRoot) ways.push([1, () => ({ is: "scalar", value: generateScalar(choices), isOptions: true })]);
    if (context.properties === "all") {
      const overridden = (): Expression => again({ properties: "overridden" });
      ways.push(
        [8, () => this.#condition(() => again({}, true))],
        [6, () => ({ is: "merge", contents: choices.several(0, 2, 80, () => again({})) })],
        [6, () => ({ is: "override", priority: choices.pick([1000, 50, 1500]), content: overridden() })],
      );
    }
    if (context.properties === "all" && context.isLazy === true && choices.chance(2)) {
      return this.#computed(() => again({}), isRoot);
    }
    // In no order that Nix knows.
    if (context.properties !== "none") {
      const wild = (): Expression => again({ properties: "all", isLazy: context.isLazy && "inside" });
      const priority = context.properties === "overridden" ? choices.pick([1000, 50]) : 50;
      ways.push([1, () => ({ is: "order", priority: choices.pick([500, 1500, 700]), content: wild() })]);
      ways.push([1, () => ({ is: "override", priority, content: wild() })]);
    }
    return choices.weighted(ways)();
  }

  #condition(makeContent: () => Expression): Expression {
    return {
      is: "if",
      ...this.#guard(makeContent, (readables) => generateCondition(readables, this.#toolbox.choices)),
    };
  }

  // The condition may read what everything under it may read.
  #guard(
    makeContent: () => Expression,
    makeCondition: (readables: readonly Readable[]) => Code,
  ): { readonly condition: Code; readonly content: Expression } {
    const outer = this.#least;
    this.#least = this.#plan.options.length;
    const content = makeContent();
    const condition = makeCondition(this.#readablesOf(this.#least));
    this.#least = Math.min(outer, this.#least);
    return { condition, content };
  }

  // Which names are defined is up to values. Confix refuses to read options for that.
  #computed(makeContent: () => Expression, isRoot: boolean): Expression {
    const { content, condition } = this.#guard(makeContent, (readables) =>
      generateCode("bool", readables, this.#toolbox.choices),
    );
    const otherwise: Expression = isRoot || this.#toolbox.choices.chance(50) ? set([]) : content;
    const value = (expression: Expression): Code => ({ code: "value", value: expression });
    return {
      is: "computed",
      code: { code: "choice", condition, accepted: value(content), otherwise: value(otherwise) },
    };
  }

  #option([{ type, isReadOnly, isData }, rank]: Ranked, context: Context): Expression {
    this.#least = Math.min(this.#least, rank);
    const readables = this.#readablesOf(rank);
    const properties = isReadOnly ? "none" : context.properties === "overridden" ? "overridden" : "all";
    const isLazy = isData !== true && context.isLazy;
    return generateDefinition(this.#toolbox, type, { ...context, readables, properties, isLazy });
  }

  #set(
    children: ReadonlyMap<string, Tree<Ranked>>,
    context: Context,
    isConditional: boolean,
    isRoot: boolean,
  ): Expression {
    const { choices } = this.#toolbox;
    const entries: [string, Expression][] = [];
    for (const [name, child] of children) {
      // Where a condition is false, Nix counts the definitions of a read-only option all the same.
      if (!choices.chance(50) || (isConditional && holdsReadOnly(child))) continue;
      const properties = context.properties === "none" ? "all" : context.properties;
      entries.push([name, this.define(child, { ...context, properties }, isConditional, false)]);
    }
    entries.push(...this.#free(context, isConditional, isRoot));
    if (choices.chance(1)) entries.push([choices.pick(strangeNames), scalar(generateScalar(choices))]);
    return set(entries);
  }

  // Definitions of names that only a freeform type allows.
  #free(context: Context, isConditional: boolean, isRoot: boolean): readonly [string, Expression][] {
    const { choices } = this.#toolbox;
    const { freeform } = this.#plan;
    // Below other names, the type that takes sets of anything takes anything too.
    const isDeep = freeform?.type === "plain";
    if (freeform === null || (!isRoot && !isDeep)) return [];
    const isLazy = freeform.type === "lazyAttrsOf";
    // Where names depend on values, the values are there before anything can be read.
    if (isConditional && !isLazy) return [];
    const of = "of" in freeform ? freeform.of : freeform;
    const properties = context.properties === "overridden" ? "overridden" : "all";
    return choices.several(0, 2, isRoot ? 50 : 10, (at): [string, Expression] => {
      this.#least = 0;
      const readables = isLazy ? this.#readablesOf(0) : [];
      const inner: Context = { ...context, readables, properties, isLazy: isLazy && context.isLazy };
      const value = generateDefinition(this.#toolbox, of, inner);
      return [["free", "wild"][at] ?? "", value];
    });
  }
}

function holdsReadOnly(tree: Tree<Ranked>): boolean {
  return tree.kind === "leaf" ? tree.value[0].isReadOnly : [...tree.children.values()].some(holdsReadOnly);
}

function set(entries: readonly (readonly [string, Expression])[]): Expression {
  return { is: "set", entries, isOptions: true };
}
