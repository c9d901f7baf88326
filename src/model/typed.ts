// What TypeScript knows while a module is written: what may be defined at an option, and what is read from it.
import type { Module } from "./module.ts";
import type { Option, OptionTree } from "./option.ts";
import type { Property } from "./property.ts";
import type {
  AnyOptions,
  ConfigOf,
  Opened,
  OpenedInput,
  OptionsOf,
  OptionsOfObject,
  Untyped,
} from "./typed-options.ts";

// Whoever writes or reads modules finds all of it here.
export type {
  ConfigOf,
  FreeformOptions,
  InputOf,
  Opened,
  OpenedInput,
  OptionsOf,
  OptionsOfObject,
  TypedOptionState,
  Untyped,
  ValueOf,
} from "./typed-options.ts";

// Any function at all; parameters of type never accept whatever a function takes.
type AnyFunction = (...args: never[]) => unknown;

// ---- Definitions.

/**
 * What may stand where a value of input type `I` is defined: the value, a function of the module arguments `A` that
 * returns it, a property around it; and the same for everything inside it. A value that is itself a function is written
 * `() => fn`.
 */
export type Def<I, A> = Property<Def<I, A>, A> | Lazy<I, A> | Plain<I, A>;

/** A definition that is computed when it is needed. */
// An interface, which TypeScript compares by its arguments, without a look at the function.
export interface Lazy<I, A> {
  (args: A): Property<Def<I, A>, A> | Plain<I, A> | Functions<I>;
}

// The list is written out, not mapped: TypeScript expands it only when it looks inside, so types may contain lists of
// themselves (`json`). `undefined` is how a name that may be left out looks from inside; nobody may define it.
type Plain<I, A> = I extends object
  ? I extends AnyFunction
    ? never
    : I extends readonly unknown[]
      ? number extends I["length"]
        ? readonly Def<I[number], A>[]
        : { readonly [K in keyof I]: Def<I[K], A> }
      : I extends ModuleInput
        ? Exclude<ModuleItem, AnyFunction>
        : { readonly [K in keyof I]: Def<I[K], A> }
  : unknown extends I
    ? Data<A>
    : I extends undefined
      ? never
      : I;

// What only a function may return: a value that is a function, and, for a submodule, a module that gets its arguments,
// `() => ({ config, name }) => ({ … })`. A submodule looks like any set here.
type Functions<I> = I extends object
  ? I extends AnyFunction
    ? I
    : I extends readonly unknown[]
      ? never
      : ((args: UntypedArgs) => Def<I, UntypedArgs>) | Module
  : never;

declare const moduleInput: unique symbol;

/** Stands for modules where they are the values of an option: functions in them get the arguments of whoever imports them. */
export interface ModuleInput {
  readonly [moduleInput]: true;
}

/** AnyOptions, as where a type does not say what it takes; functions in it get their argument's type all the same. */
export type Data<A> =
  | Property<Data<A>, A>
  | ((args: A) => unknown)
  | readonly Data<A>[]
  | { readonly [name: string]: Data<A> }
  // Every other value. Not `unknown`, which would swallow the rest of the union.
  | {}
  | null
  | undefined;

/** What may be defined for a tree of options, as in the argument of `.config`: the same as `Def` of its `InputOf`, faster. */
export type TreeDef<O, A> =
  O extends Option<infer _T, infer I> ? Def<I, A> : Property<TreeDef<O, A>, A> | LazyTree<O, A> | PlainTree<O, A>;

/** Definitions of a set of options whose names are found when they are needed. */
export interface LazyTree<O, A> {
  (args: A): Property<TreeDef<O, A>, A> | PlainTree<O, A>;
}

type PlainTree<O, A> = { readonly [K in keyof O]?: TreeDef<O[K], A> };

/** What may be defined in the argument of `.config`, for a tree of options with what its freeform type takes. */
export type ModuleDef<O, A> = string extends keyof O
  ? Def<OpenedInput<O>, A>
  : Property<ModuleDef<O, A>, A> | LazyTree<O, A> | PlainTree<O, A>;

// ---- Arguments.

/**
 * Arguments that a project's modules get besides the built-in ones, from `specialArgs` and `_module.args`. Augment it:
 * `declare module "confix" { interface ModuleArguments { readonly region: string } }`.
 */
// An empty interface, because augmenting is how users fill it.
export interface ModuleArguments {}

/** What a lazy value receives: the finished configuration, the options, and the arguments of the evaluation. */
export interface Args<C, P = Untyped> extends ModuleArguments {
  /** The finished configuration. Each value is computed when it is read. */
  readonly config: C;
  /** The tree of options; `"x" in options` tells whether `x` is declared. */
  readonly options: P;
  /** The `specialArgs` of the evaluation. */
  readonly specialArgs: Readonly<Record<string, unknown>>;
  /** The absolute path of the folder of shipped modules; `loadConfig` and the command line set it. */
  readonly modulesPath: string;
}

/** What a lazy value inside a submodule receives: also the name under which the submodule stands. */
export interface SubmoduleArgs<C, P = Untyped> extends Args<C, P> {
  readonly name: string;
}

/** `Args` of the configuration that a tree of options makes. */
// An interface with the tree as its parameter: TypeScript then has less to copy at each use than with `Args<ConfigOf<O>>`.
export interface TreeArgs<O> extends Args<ConfigOf<Opened<O>>, OptionsOf<Opened<O>>> {}

/** `SubmoduleArgs` of the configuration that a tree of options makes. */
export interface SubmoduleTreeArgs<O> extends SubmoduleArgs<ConfigOf<Opened<O>>, OptionsOf<Opened<O>>> {}

/**
 * The arguments of functions that stand outside `.config`: in option attributes, and of function modules. Names that
 * `ModuleArguments` does not know may be read too.
 */
export interface UntypedArgs extends SubmoduleArgs<Untyped> {
  readonly [argument: string]: Untyped;
}

/**
 * `D`, where the argument has no say in what `D` is, so that what does not fit is an error and not one more possibility.
 * As the built-in `NoInfer`, through which editors do not see what may be written there.
 */
// TypeScript infers nothing through an index that it does not know yet; once it knows `D`, the index is 0.
export type Expected<D> = { readonly 0: D }[keyof D extends never ? 0 : 0];

/** What conditions among the definitions `D` receive. */
export type ArgsOf<D> = [ConditionArgs<D>] extends [never] ? UntypedArgs : ConditionArgs<D>;

type ConditionArgs<D> = D extends Property<infer _D, infer A> ? A : never;

// ---- Modules.

declare const tree: unique symbol;
declare const takesTree: unique symbol;

/** A module of which TypeScript knows the options: its own, and those of the modules it imports by value. */
// It holds the options and not what one reads and writes there, so that in a chain of imports there is one type to copy.
export interface TypedModule<O> extends Module {
  readonly [tree]?: O;
  // The same once more as a parameter: of several modules TypeScript infers all options together from it, in one step.
  // A method, because it is compared as loosely as `tree`.
  readonly [takesTree]?: { take(part: O): void };
}

/**
 * What may stand in `modules` and `imports`: what `defineModule` returns, a plain object, a function from module
 * arguments to a module, the path or URL of a file, and a property around definitions.
 */
export type ModuleItem =
  | string
  | Module
  | Property<unknown, UntypedArgs>
  | ((args: UntypedArgs) => Data<UntypedArgs>)
  | { readonly [attribute: string]: Data<UntypedArgs> }
  // Whatever else is an object or a function, such as a function that says itself which arguments it takes.
  | object;

/** The same, as far as TypeScript insists on it: anything may stand in `modules`, but functions get their argument's type. */
export type AnyModule = ModuleItem | Data<UntypedArgs>;

/** What one reads from a module: its own options and those of the modules it imports by value. */
export type ConfigOfModule<M> =
  M extends TypedModule<infer O> ? (unknown extends O ? unknown : ConfigOf<Opened<O>>) : never;

/** What one may write for a module's own options and those of the modules it imports by value. */
export type InputOfModule<M> = M extends TypedModule<infer O> ? (unknown extends O ? unknown : OpenedInput<O>) : never;

/** The options of modules imported by value. Files, plain objects and functions add nothing, but `() => module` does. */
// One step, of which nothing but the inference counts: any list of modules is one of these.
export type ImportedOptions<L extends readonly unknown[]> = L extends readonly (
  | TakesTree<infer P>
  | (() => TakesTree<infer P>)
  | ModuleItem
)[]
  ? P
  : unknown;

interface TakesTree<P> {
  readonly [takesTree]?: { readonly take: (part: P) => void };
}

/**
 * What one reads from the evaluation of modules. Modules of `defineModule` and plain objects with options are known; a
 * file or a function may declare anything, so beside one of these any name may be read.
 */
export type ConfigOfModules<L extends readonly unknown[]> = ConfigOf<Opened<EvaluatedOptions<L>>>;

/** What may be written for the options of an evaluation of modules, as far as they are known. */
export type InputOfModules<L extends readonly unknown[]> = OpenedInput<EvaluatedOptions<L>>;

// From parameters of functions TypeScript infers an intersection, of any number of parts at once.
type Intersection<F> = [F] extends [(part: infer P) => void] ? P : unknown;

/** What modules add to the configuration of an evaluation that is extended by them; plain definitions add nothing. */
export type AddedConfig<L extends readonly unknown[]> = ConfigOf<Opened<Intersection<EvaluatedReader<L[number]>>>>;

type EvaluatedOptions<L extends readonly unknown[]> = OrAnything<Intersection<EvaluatedReader<L[number]>>>;

type OrAnything<O> = unknown extends O ? AnyOptions : O;

type EvaluatedReader<M> =
  M extends TypedModule<infer O>
    ? (part: O) => void
    : M extends (...args: never[]) => TypedModule<infer O>
      ? (part: O) => void
      : M extends string | AnyFunction
        ? (part: AnyOptions) => void
        : M extends { readonly options: unknown }
          ? (part: M["options"] extends OptionTree ? OptionsOfObject<M> : AnyOptions) => void
          : never;

/**
 * What may be defined in `.config` of a module, for definitions that are kept in a variable or made by a function:
 * `const strict: Definitions<typeof web> = mkForce({ … })`.
 */
export type Definitions<M> = M extends TypedModule<infer O> ? ModuleDef<O, TreeArgs<O>> : never;
