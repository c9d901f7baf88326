// The shape of one option of an evaluation.
import type { Origin } from "../kernel/origin.ts";
import type { Path } from "../kernel/path.ts";
import { hasBrand, optionBrand } from "./brands.ts";
import type { ModuleArgs } from "./definition.ts";
import type { AnyOptionType, MergeContext, ValueMeta } from "./option-type.ts";
import type { OptionAttributes } from "./option.ts";

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

/** Asks an option of an evaluation for the context in which its value is merged. */
export const contextOfOption: unique symbol = Symbol.for("confix.context-of-option");

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
  /** The same with lines and columns, as far as the host can find them in the files; null: it cannot. */
  readonly declarationPositions: readonly {
    readonly file: string;
    readonly line: number | null;
    readonly column: number | null;
  }[];
  /**
   * What the type tells beside the value: of a submodule `configuration`, its evaluation; of attribute sets `attrs`, that
   * of each value by name; of lists `list`, that of each element; of an attribute list `attrList`, `attrListValue` and
   * `definitions`, which pass its items on. `{}` for other types.
   */
  readonly valueMeta: ValueMeta;
  readonly [contextOfOption]: MergeContext;
  toString(): string;
}

/** Whether a value is an evaluated option, not a mere declaration. */
export function isOptionState(value: unknown): value is OptionState {
  return hasBrand(value, optionBrand) && "loc" in value;
}
