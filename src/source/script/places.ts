// What places in a script look like to those who ask for them.
import type { Span, TextPlace } from "../text-place.ts";
import type { TrailStep } from "./find-definitions.ts";

/** A part of a script. */
export interface FilePlace extends TextPlace {
  /** The script it is in: the one that was asked, or one that it imports. */
  readonly file: string;
}

/**
 * A place in a script. `exact`: it is what was asked for. Otherwise that cannot be told from the text, and this is the
 * nearest place that is known to be around it.
 */
export interface ScriptPlace extends FilePlace {
  readonly exact: boolean;
}

/** The value of a member of an object, and its key as it is written; `key` is null for what has none. */
export interface MemberPlace extends ScriptPlace {
  readonly key: FilePlace | null;
}

/** A call of Confix. `name` is its exported name, whatever the script calls it. */
export interface CallPlace {
  readonly name: string;
  readonly place: FilePlace;
}

/** The declaration of an option. */
export interface OptionPlace extends MemberPlace {
  /** The call that makes it (`mkOption`, `mkEnableOption` …), which may stand in a variable; null if it is not known. */
  readonly call: CallPlace | null;
  /** The object of attributes that `mkOption` is given, or null. */
  readonly attributes: FilePlace | null;
}

/** A property around a definition: `mkIf`, `mkMerge`, `mkForce`, `mkOrder` … */
export interface PropertyPlace extends CallPlace {
  /** The condition, or the number of a priority or order, for calls that take one; else null. */
  readonly argument: FilePlace | null;
}

/** A definition. */
export interface DefinitionPlace extends MemberPlace {
  /** The properties around it, outermost first. */
  readonly properties: readonly PropertyPlace[];
}

/** A module in a script. Paths are those of options, without any prefix of the evaluation. */
export interface ScriptModule {
  /** The object or call that makes it. Inexact where the script does not show what module it is. */
  readonly place: ScriptPlace;
  /** The expression that stands where the module is named. */
  readonly written: ScriptPlace;
  /** What makes it, with the function that returns it, if there is one. */
  readonly code: ScriptPlace;
  /** The value of an attribute: `imports`, `options`, `config` (also what `.config(…)` is given) …; null: it surely has none. */
  attribute(name: string): MemberPlace | null;
  /** The n-th element, from 0, of an attribute that is a list; null: it cannot be told. */
  attributeItem(name: string, index: number): ScriptPlace | null;
  /** The n-th element of `imports`, from 0. */
  importPlace(index: number): ScriptPlace;
  /** The module that this is, as far as this script shows it; null: it cannot be told. */
  imported(index: number): ScriptModule | null;
  /** The module that a definition of a submodule is; null: it cannot be told. */
  moduleIn(trail: readonly TrailStep[]): ScriptModule | null;
  /**
   * The declaration of an option: the expression that stands under its name. A path may go on below an option whose type
   * has submodules; then names of members count as any name (`["sites", "<name>", "root"]`, also for lists).
   */
  option(path: readonly string[]): OptionPlace;
  /** All of them: modules of one submodule may declare an option several times. Empty: surely none. */
  options(path: readonly string[]): readonly OptionPlace[];
  /** An attribute of an option (`type`, `default`, `description` …); null: its declaration surely has none. */
  optionAttribute(path: readonly string[], name: string): MemberPlace | null;
  /** The modules of the submodules in an option's type; null: they cannot be told. */
  submodules(path: readonly string[]): readonly ScriptModule[] | null;
  /**
   * The definition at the end of a trail that starts at the module's definitions. `isPeeled`: what is inside the properties
   * around it, where that is one thing.
   */
  definition(trail: readonly TrailStep[], isPeeled?: boolean): DefinitionPlace;
  /**
   * All places where the module defines a path, in the order of the evaluation; places that only may define it are inexact.
   * Empty: surely nowhere. `isPeeled`: not the definitions as written, but what is inside the properties around them.
   */
  definitions(path: readonly string[], isPeeled?: boolean): readonly DefinitionPlace[];
}

/** Which module of a script is meant: what it exports, or what it defines by a call of `defineModule` or `defineSubmodule`. */
export type ModuleReference =
  | { readonly export: string }
  /** `line` and `column` are those that a stack shows for the call. `column` decides where a line has several. */
  | { readonly line: number; readonly column?: number };

/** A call that declares an option, found by its line. */
export interface OptionCallPlace extends OptionPlace {
  /** An attribute of the option (`type`, `default`, `description` …); null: the call surely gives none. */
  attribute(name: string): MemberPlace | null;
}

/** A script that was parsed. Everything is looked up when it is asked for. */
export interface Script {
  /** The default export, also where it is passed on from a script that this one names. Null: there is none. */
  readonly defaultModule: ScriptModule | null;
  /** A module by where it is; null: there is none, or which one is meant cannot be told. */
  module(reference: ModuleReference): ScriptModule | null;
  /**
   * Where code in a span reads an option, in the order of the text: under `config`, or its state under `options`; or the
   * module argument whose name is the path. The path of an option counts from the `config` of that code: in a submodule from
   * the submodule's own. An inexact place reads something around it, and perhaps what is looked for: `config[name]`,
   * `show(config)`.
   */
  reads(span: Span, path: readonly string[], of?: "option" | "argument"): readonly ScriptPlace[];
  /**
   * The calls of Confix that a stack shows at a line, in the order of the text: what an evaluation that was traced names by
   * its line, where the columns of a stack are those of a transformed text.
   */
  calls(line: number): readonly CallPlace[];
  /** The calls of a line that declare options, by the line that a stack shows for them, in the order of the text. */
  optionCalls(line: number): readonly OptionCallPlace[];
  /** A span of offsets as a place. */
  place(span: Span): FilePlace;
}
