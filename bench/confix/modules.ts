// A workload as modules of Confix in memory: plain objects, as an author who has them in variables would write them.
import type * as Confix from "../../src/index.ts";
import {
  expressionOf,
  isComputed,
  isSet,
  type Value,
  type WorkDefinition,
  type WorkModule,
  type WorkOption,
  type WorkType,
} from "../workload/document.ts";
import { type Compiled, compile } from "./compile.ts";
import { definitionTree, type Place } from "./definition-tree.ts";

/** The Confix to write for: its source in tests, what is built when it is measured. */
export type Api = Pick<typeof Confix, "mkIf" | "mkMerge" | "mkOption" | "mkOrder" | "mkOverride" | "types">;

/** Turns modules of a workload into modules of Confix; `called` is told each time that a function of theirs is called. */
export function moduleMaker(api: Api, called?: () => void): (module: WorkModule) => object {
  const make = new Maker(api, called);
  return (module) => make.module(module);
}

interface LazyArguments {
  readonly config: unknown;
  readonly name?: unknown;
}

type Lazy = (args: LazyArguments) => unknown;

class Maker {
  readonly #api: Api;
  readonly #called: (() => void) | undefined;
  readonly #types: Map<string, Confix.AnyOptionType> = new Map();
  readonly #atRoot =
    (compiled: Compiled): Lazy =>
    ({ config }) =>
      compiled({ root: config });

  constructor(api: Api, called: (() => void) | undefined) {
    this.#api = api;
    this.#called = called;
  }

  module({ options, defs }: WorkModule): object {
    if (!readsRootInside(options)) return this.#body(options, defs, undefined);
    // Inside a submodule `config` is the submodule's: there, what reads the whole configuration needs the module's own.
    return ({ config }: LazyArguments) => this.#body(options, defs, config);
  }

  #body(options: readonly WorkOption[], defs: readonly WorkDefinition[], root: unknown): object {
    return { options: this.#options(options, this.#atRoot, root), config: this.#config(definitionTree(defs)) };
  }

  #options(options: readonly WorkOption[], lazily: (compiled: Compiled) => Lazy, root: unknown): object {
    const tree: Record<string, unknown> = {};
    for (const { path, type, default: fallback } of options) {
      let level = tree;
      // The cast: what stands above an option is a level made here.
      for (const name of path.slice(0, -1)) level = (level[name] ??= {}) as Record<string, unknown>;
      level[path.at(-1) ?? ""] = this.#api.mkOption({
        type: this.#type(type, root),
        description: `Option ${path.join(".")}.`,
        ...(fallback !== undefined && { default: this.#value(fallback, lazily) }),
      });
    }
    return tree;
  }

  #type(type: WorkType, root: unknown): Confix.AnyOptionType {
    if (typeof type === "string") return this.#api.types[type];
    if (root !== undefined) return this.#newType(type, root);
    // An author writes the type out, or has it in a variable; the latter is what all of one kind share here.
    const key = JSON.stringify(type);
    const present = this.#types.get(key);
    if (present !== undefined) return present;
    const made = this.#newType(type, root);
    this.#types.set(key, made);
    return made;
  }

  #newType(type: Exclude<WorkType, string>, root: unknown): Confix.AnyOptionType {
    const { types } = this.#api;
    if ("enum" in type) return types.enum(type.enum);
    if ("listOf" in type) return types.listOf(this.#type(type.listOf, root));
    if ("attrsOf" in type) return types.attrsOf(this.#type(type.attrsOf, root));
    const inside =
      (compiled: Compiled): Lazy =>
      ({ config, name }) =>
        compiled({ root, self: config, name });
    return types.submodule({
      ...(type.freeformType !== undefined && { freeformType: this.#type(type.freeformType, root) }),
      options: this.#options(type.submodule, inside, root),
    });
  }

  #config({ definitions, below }: Place): object {
    const own = definitions.map((definition) => this.#definition(definition));
    if (below.size === 0 && own.length > 0)
      return own.length === 1 && own[0] !== undefined ? own[0] : this.#api.mkMerge(own);
    const nested = Object.fromEntries([...below].map(([name, place]) => [name, this.#config(place)]));
    return own.length === 0 ? nested : this.#api.mkMerge([...own, nested]);
  }

  // `object` although it may be a plain value: what stands at a place is a definition, and those are not typed here.
  #definition({ value, if: condition, priority, order }: WorkDefinition): object {
    const { mkIf, mkOrder, mkOverride } = this.#api;
    let made = this.#value(value, this.#atRoot);
    if (order !== undefined) made = mkOrder(order, made);
    if (priority !== undefined) made = mkOverride(priority, made);
    if (condition !== undefined) made = mkIf(this.#value(condition, this.#atRoot) as boolean, made);
    return made as object;
  }

  #value(value: Value, lazily: (compiled: Compiled) => Lazy): unknown {
    if (isComputed(value)) return this.#counted(lazily(compile(value)));
    const expression = expressionOf(value);
    if (expression?.$ === "override") {
      return this.#api.mkOverride(expression.priority, this.#value(expression.value, lazily));
    }
    if (!isSet(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.#value(member, lazily)]));
  }

  #counted(lazy: Lazy): Lazy {
    if (this.#called === undefined) return lazy;
    const called = this.#called;
    return (args) => {
      called();
      return lazy(args);
    };
  }
}

/** Whether something inside a submodule reads the whole configuration. */
export function readsRootInside(options: readonly WorkOption[]): boolean {
  return options.some(({ type }) => typeReadsRoot(type));
}

function typeReadsRoot(type: WorkType): boolean {
  if (typeof type === "string" || "enum" in type) return false;
  if ("listOf" in type) return typeReadsRoot(type.listOf);
  if ("attrsOf" in type) return typeReadsRoot(type.attrsOf);
  return type.submodule.some(
    (inner) => typeReadsRoot(inner.type) || JSON.stringify(inner.default ?? null).includes('"$":"ref"'),
  );
}
