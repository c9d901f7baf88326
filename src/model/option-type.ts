// The shape of an option type: how values of an option are checked, merged and documented.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Path } from "../kernel/path.ts";
import { hasBrand, leafBrand, typeBrand } from "./brands.ts";
import type { Definition, SettledDefinition } from "./definition.ts";

declare const read: unique symbol;
declare const written: unique symbol;

/**
 * How a description may be embedded in another without parentheses; nixpkgs' classes. Null: always in parentheses.
 */
export type DescriptionClass = "noun" | "conjunction" | "composite" | "nonRestrictiveClause";

/** What a type tells beside a value, as `options.x.valueMeta`: of a submodule its evaluation, of a set that of each member. */
export type ValueMeta = Readonly<Record<string, unknown>>;

/** One member of a composite value: its definitions are settled and merged when somebody needs it. */
export interface Member {
  readonly path: Path;
  /** Whether any definition of it holds. Settles, merges nothing. */
  isDefined(): boolean;
  /** The priority that wins; 9999 if no definition holds. Computes nothing that stands under a priority. */
  highestPrio(): number;
  /** The merged value. */
  force(): unknown;
  /** What its type tells beside the value. Merges. */
  valueMeta(): ValueMeta;
  /** The value if it was computed already. Forces nothing. */
  peek(): { readonly value: unknown } | null;
}

/** What a submodule type is made of. The object's identity stands for the submodule: what can be shared hangs off it. */
export interface SubmoduleParameters {
  readonly modules: readonly unknown[];
  readonly specialArgs: Readonly<Record<string, unknown>>;
  readonly class: string | null;
}

/** The evaluation of a submodule, as its type sees it. */
export interface SubmoduleEvaluation {
  /** The configuration. Reading it fails if a definition names an option that does not exist. */
  readonly config: unknown;
}

/** What the evaluator lends a type while it merges. */
export interface MergeContext {
  /** The path of the value being merged. */
  readonly path: Path;
  /** A member one name below; `segment` null: at the same path, for types that wrap another. */
  member(segment: string | null, type: AnyOptionType, definitions: readonly Definition[]): Member;
  /** The member that one definition alone gives: a name of its value, and what stands there. */
  memberOf(definition: SettledDefinition, name: string, value: unknown, type: AnyOptionType): Member;
  /** A frozen object with these members, computed as they are read. Names in any order. */
  record(members: ReadonlyMap<string, Member>): object;
  /** Evaluates a submodule at this path with modules made of definitions added to it, in definition order. */
  submodule(parameters: SubmoduleParameters, definitions: readonly unknown[]): SubmoduleEvaluation;
  /** Evaluates a submodule that nothing defines: without a path, its `name` a placeholder. */
  emptySubmodule(parameters: SubmoduleParameters): SubmoduleEvaluation;
  /** Tells what the type knows beside the value; `make` is called when somebody reads `valueMeta`. Not told: `{}`. */
  setValueMeta(make: () => ValueMeta): void;
  /** Records a warning. */
  warn(diagnostic: Diagnostic): void;
}

/**
 * The working part of a type. The evaluator never asks for `name`: what a type can do is told by what it has.
 * Made by `mkOptionType`, which fills in the defaults.
 */
export interface TypeBehaviour {
  readonly [typeBrand]: true;
  /** See `isLeaf`. Absent: it is none. */
  readonly [leafBrand]?: Leaf | undefined;
  /** The name of the type, for tools. */
  readonly name: string;
  /** What a value is, as it stands in a sentence: "list of string". */
  readonly description: string;
  readonly descriptionClass: DescriptionClass | null;
  /** Whether the outermost shape of a value fits. Must not look at members: they are not computed yet. */
  check(value: unknown): boolean;
  /** Says more about why `check` refused, or null. */
  explain(value: unknown): string | null;
  /** One value from one or more definitions that all passed `check`, in order. */
  merge(context: MergeContext, definitions: readonly SettledDefinition[]): unknown;
  /** The value of an option that nothing defines; null: such an option has none. */
  readonly emptyValue: ((context: MergeContext) => unknown) | null;
  /** The type of an option declared with both types, or null if they do not agree. */
  typeMerge(other: AnyOptionType): AnyOptionType | null;
  /** What two types must share to be mergeable: nixpkgs' functor name, and what parameterises the type. */
  readonly functor: { readonly name: string; readonly payload: unknown };
  /** The types this one is made of, by role. */
  readonly nestedTypes: Readonly<Record<string, AnyOptionType>>;
  /** The name under which documentation lists members: `<name>`, `*`; null: members stand at the option's own path. */
  readonly memberName: string | null;
  /** The modules of the submodules inside, or null: there is none. */
  readonly subModules: readonly unknown[] | null;
  /** The same type with other modules in its submodules. Called only where `subModules` is not null. */
  withSubModules(modules: readonly unknown[]): AnyOptionType;
  /** For types that take options declared below them: the type extended by such a module. */
  readonly withNestedOptions: ((module: unknown) => AnyOptionType) | null;
  /** What the submodule inside is made of, for documentation. */
  readonly submodule: SubmoduleParameters | null;
  /** Why the type should not be used any more, or null. */
  readonly deprecationMessage: string | null;
}

/**
 * An option type. `T` is what one reads, `I` what one may write: they differ where a type coerces or fills in defaults.
 */
export interface OptionType<T, I = T> extends TypeBehaviour {
  readonly [read]?: T;
  readonly [written]?: I;
}

/** An option type of which nothing is known. */
export type AnyOptionType = OptionType<unknown, unknown>;

/**
 * What makes a type a leaf, as long as it is not updated with other functions. Its `check` is asked again each time that
 * somebody reads a value that stands there, so it takes no longer than looking at the value.
 */
export interface Leaf extends Pick<TypeBehaviour, "check" | "merge"> {
  /** Whether it takes nothing but atoms. */
  readonly isAtomic: boolean;
}

/**
 * Whether a string, a number, a boolean or null that passes `check` is, as the only definition, the value: of such a type
 * nothing is left to compute, and `check` runs no code but Confix's own.
 */
export function keepsAtoms(type: AnyOptionType): boolean {
  const leaf = type[leafBrand];
  return leaf !== undefined && leaf.check === type.check && leaf.merge === type.merge;
}

/** The same for types that take nothing else. */
export function isLeaf(type: AnyOptionType): boolean {
  return keepsAtoms(type) && type[leafBrand]?.isAtomic === true;
}

/** The description of a type for a message: its name, if describing it fails. */
export function descriptionOf(type: AnyOptionType): string {
  try {
    return type.description;
  } catch {
    return type.name;
  }
}

/** Whether a value is an option type. */
export function isOptionType(value: unknown): value is AnyOptionType {
  return hasBrand(value, typeBrand);
}
