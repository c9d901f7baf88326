// The neutral form of a workload: what the modules declare and define, as JSON. The format is "module-workload/1".

/** JSON. An object with a member `$` is computed or has a priority: see `expressionOf`. */
export type Value = null | boolean | number | string | readonly Value[] | ValueSet;

/** An object in a value. */
export interface ValueSet {
  readonly [name: string]: Value;
}

/** The type of an option. */
export type WorkType =
  | "str"
  | "int"
  | "bool"
  | "anything"
  | "json"
  | { readonly enum: readonly string[] }
  | { readonly listOf: WorkType }
  | { readonly attrsOf: WorkType }
  | { readonly submodule: readonly WorkOption[]; readonly freeformType?: WorkType | undefined };

/** A declaration. Without `default` the option has to be defined. */
export interface WorkOption {
  readonly path: readonly string[];
  readonly type: WorkType;
  readonly default?: Value | undefined;
}

/** A definition. Its path may go on past the option, into the keys of its value. */
export interface WorkDefinition {
  readonly path: readonly string[];
  readonly value: Value;
  /** Counts only where this computes to true. Default: always. */
  readonly if?: Value | undefined;
  /** Default 100. */
  readonly priority?: number | undefined;
  /** Default 1000. */
  readonly order?: number | undefined;
}

/** A module. */
export interface WorkModule {
  readonly name: string;
  readonly options: readonly WorkOption[];
  readonly defs: readonly WorkDefinition[];
}

/** One host of a fleet: its evaluation has the common modules and this one. */
export interface WorkHost {
  readonly name: string;
  readonly module: WorkModule;
}

/** A whole workload. With `hosts` the result is one evaluation a host, by its name. */
export interface Workload {
  readonly format: "module-workload/1";
  readonly name: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** What to ask for: everything, or one value. */
  readonly request: { readonly all: readonly string[]; readonly one: readonly string[] };
  readonly modules: readonly WorkModule[];
  readonly hosts?: readonly WorkHost[] | undefined;
}

/** Which of the two requests of a workload. */
export type Request = "all" | "one";

/** A computed value, or one with a priority. */
export type Expression =
  | { readonly $: "ref" | "self"; readonly path: readonly string[] }
  | { readonly $: "name" }
  | { readonly $: "concat"; readonly parts: readonly Value[] }
  | { readonly $: "join"; readonly sep: string; readonly list: Value }
  | { readonly $: "add" | "eq" | "gt"; readonly a: Value; readonly b: Value }
  | { readonly $: "not"; readonly e: Value }
  | { readonly $: "override"; readonly priority: number; readonly value: Value };

const members: Readonly<Record<string, readonly string[]>> = {
  ref: ["path"],
  self: ["path"],
  name: [],
  concat: ["parts"],
  join: ["sep", "list"],
  add: ["a", "b"],
  eq: ["a", "b"],
  gt: ["a", "b"],
  not: ["e"],
  override: ["priority", "value"],
};

/** Whether a value is an object. */
export function isSet(value: Value): value is ValueSet {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The expression that a value is, or null if it is data. An expression that does not exist fails. */
export function expressionOf(value: Value): Expression | null {
  if (!isSet(value) || !Object.hasOwn(value, "$")) return null;
  const { $: kind } = value;
  const needed = typeof kind === "string" && Object.hasOwn(members, kind) ? members[kind] : undefined;
  if (needed === undefined || !needed.every((name) => Object.hasOwn(value, name))) {
    throw new Error(`this is no expression of a workload: ${JSON.stringify(value).slice(0, 200)}`);
  }
  // The cast: the members that this kind has were looked for above.
  return value as unknown as Expression;
}

/** Whether a value is, or is a list that holds, something to compute; a priority alone is not. */
export function isComputed(value: Value): boolean {
  if (Array.isArray(value)) return value.some(isComputed);
  const expression = expressionOf(value);
  return expression !== null && expression.$ !== "override";
}
