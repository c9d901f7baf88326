// The shape of the result of an evaluation, and of one option in it.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../kernel/origin.ts";
import type { Path } from "../kernel/path.ts";
import { hasBrand, optionBrand } from "./brands.ts";
import type { evaluationBrand } from "./brands.ts";
import type { ModuleArgs } from "./definition.ts";
import type { ModuleGraphNode } from "./module.ts";
import type { OptionAttributes } from "./option.ts";
import type { AnyOptionType } from "./option-type.ts";

/** A definition that counted, as `options.x.definitionsWithLocations` lists it. */
export interface LocatedDefinition {
  readonly file: string;
  readonly origin: Origin;
  /** What functions inside the value receive: the arguments of the module in which it was written. */
  readonly args: ModuleArgs;
  readonly value: unknown;
  /** The order it was given, as nixpkgs calls it; absent: the usual 1000. */
  readonly priority?: number;
}

/** One option of an evaluation: what it is, and, computed when read, what came of it. */
export interface OptionState extends Omit<OptionAttributes, "type"> {
  readonly [optionBrand]: true;
  /** The path, with the evaluation's prefix. */
  readonly loc: Path;
  /** The type all declarations agree on. */
  readonly type: AnyOptionType;
  /** The final value, after `apply`. */
  readonly value: unknown;
  /** Whether any definition holds; a default counts. */
  readonly isDefined: boolean;
  /** The priority of the definitions that won: 100 for plain ones, 1500 for a default, 9999 if there is none. */
  readonly highestPrio: number;
  /** The values of the definitions that won, in order. */
  readonly definitions: readonly unknown[];
  readonly definitionsWithLocations: readonly LocatedDefinition[];
  /** The files of `definitions`, in the same order. */
  readonly files: readonly string[];
  /** The files that declare the option, in the order of definitions. */
  readonly declarations: readonly string[];
  toString(): string;
}

/** Whether a value is an evaluated option, not a mere declaration. */
export function isOptionState(value: unknown): value is OptionState {
  return hasBrand(value, optionBrand) && "loc" in value;
}

/** What to print of an evaluation. */
export interface OutputRequest {
  /** Only this path; the value itself is returned, and nothing else is forced. Default: everything. */
  readonly at?: Path;
  /** Leave out what fails and report it, instead of reporting alone. Default false. */
  readonly keepGoing?: boolean;
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
export interface ExtendArguments {
  readonly modules?: readonly unknown[];
  readonly specialArgs?: Readonly<Record<string, unknown>>;
  readonly prefix?: Path;
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
  /** Evaluates again with more modules, after the present ones. This evaluation stays as it is. */
  extendModules(more: ExtendArguments): Evaluation;
  /** Everything that is wrong, errors and warnings. `force: true` computes every option first; else what is known so far, and undeclared options. */
  diagnostics(request?: { readonly force?: boolean }): readonly Diagnostic[];
  /** The result as plain data: without internal options and those made by renames. */
  output(request?: OutputRequest): Output;
}
