// The shape of the result of an evaluation.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Path } from "../kernel/path.ts";
import type { evaluationBrand } from "./brands.ts";
import type { ExplainRequest, Explanation, OptionGraph } from "./explanation.ts";
import type { ModuleGraphNode } from "./module.ts";
import type { Stats } from "./stats.ts";
import type { AnyOptionType } from "./option-type.ts";
import type { AddedConfig, AnyModule } from "./typed.ts";

/** What to print of an evaluation. */
export interface OutputRequest {
  /** Only this path; the value itself is returned, and nothing else is forced. Default: everything. */
  readonly at?: Path;
  /** Leave out what fails and report it, instead of reporting alone. Default false. */
  readonly keepGoing?: boolean;
  /** Also compute internal options, and report what is wrong with them. Default false. */
  readonly checksAll?: boolean;
}

/** The result of an evaluation as plain data. */
export interface Output {
  /** Plain JSON-able data; undefined if there is nothing to print. */
  readonly value: unknown;
  /** What went wrong, one entry for each independent problem. */
  readonly diagnostics: readonly Diagnostic[];
  /** The paths of values that have no JSON form and were left out, with what they are. */
  readonly omitted: readonly { readonly path: Path; readonly kind: string }[];
}

/** What `extendModules` adds. */
export interface ExtendArguments<M extends readonly AnyModule[] = readonly AnyModule[]> {
  /** Modules after the present ones. Default none. */
  readonly modules?: M;
  /** Arguments over the present ones. Default none. */
  readonly specialArgs?: Readonly<Record<string, unknown>>;
  /** Default: the present one. */
  readonly prefix?: Path;
}

/** What `update` changes. */
export interface UpdateArguments {
  /**
   * Modules, each with the one that takes its place wherever the first is named: in `modules`, in `imports`, in
   * submodules. A module is told by identity: the very object or function, which for a file is its default export, or the
   * one that has taken its place since. Several come to what they would one update after another. One that is named nowhere
   * is an error. Default none.
   */
  readonly replace?: readonly (readonly [old: unknown, fresh: unknown])[];
  /**
   * Values that win over every module, by option path as Confix prints it. They stay until they are given anew;
   * `undefined` takes one back. Default none.
   */
  readonly set?: Readonly<Record<string, unknown>>;
}

/** The result of `evalModules`. Nothing is computed before it is read. */
export interface Evaluation<C = Readonly<Record<string, unknown>>> {
  readonly [evaluationBrand]: true;
  /** The configuration. Reading it fails if a definition names an option that does not exist. */
  readonly config: C;
  /** The tree of options, `_module` included. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The values of the `_module` options. */
  readonly _module: Readonly<Record<string, unknown>>;
  /** The class of modules it takes, or null for any. */
  readonly class: string | null;
  /** Who imports whom. */
  readonly graph: readonly ModuleGraphNode[];
  /** The modules of this evaluation as the type of an option. */
  readonly type: AnyOptionType;
  /**
   * Evaluates again with more modules, after the present ones. This evaluation stays as it is. What TypeScript knew of
   * the configuration it still knows, with the options of the modules added.
   */
  extendModules<const M extends readonly AnyModule[] = readonly []>(
    more: ExtendArguments<M>,
  ): Evaluation<C & AddedConfig<M>>;
  /** Everything that is wrong, errors and warnings. `force: true` computes every option first; else what is known so far, and undeclared options. */
  diagnostics(request?: { readonly force?: boolean }): readonly Diagnostic[];
  /**
   * Why the value at a path is what it is: every definition with its place and what became of it, what was read to
   * compute it, and who reads it. The path may lead into an option's value: to a key, to an element of a list by its
   * position, to an option of a submodule. The modules are evaluated once more for it, and recorded. Without the readers
   * nothing is computed that the value does not need.
   */
  explain(path: Path, request?: ExplainRequest): Explanation;
  /** Which options read which. Everything is computed for it, in an evaluation of its own; what fails is left out. */
  readGraph(): OptionGraph;
  /**
   * The evaluation as it is after a change, which takes this one's place: this one must not be used any more. What the
   * change does not reach is not computed again, from the second update on: the first evaluates everything once more, to
   * take note of who reads what, unless the evaluation was begun with `updatable`. Where imports or the names of options
   * change, everything is computed anew as well. The result is always that of a fresh evaluation of the changed modules.
   */
  update(change: UpdateArguments): Evaluation<C>;
  /** What was done so far, in numbers: for this evaluation and for those of submodules in it. */
  stats(): Stats;
  /** The result as plain data: without internal options and those made by renames. */
  output(request?: OutputRequest): Output;
}
