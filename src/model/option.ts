// The shape of an option's declaration, and of a tree of them.
import type { Origin } from "../kernel/origin.ts";
import { hasBrand, optionBrand } from "./brands.ts";
import type { AnyOptionType } from "./option-type.ts";

declare const read: unique symbol;
declare const written: unique symbol;

/** Text for documentation, marked by `literalExpression` or `literalMD`. */
export interface LiteralText {
  readonly _type: "literalExpression" | "literalMD";
  readonly text: string;
}

const oldLiteral: unique symbol = Symbol.for("confix.old-literal");

/** Marks text as written with the old name of `literalExpression`. Nobody but the linter sees the mark. */
export function markOldLiteral<T extends LiteralText>(literal: T): T {
  return Object.defineProperty(literal, oldLiteral, { value: true });
}

/** Whether text was written with the old name of `literalExpression`. */
export function isOldLiteral(literal: LiteralText): boolean {
  return oldLiteral in literal;
}

/** Since when an option has its new name, and the oldest release in use, as numbers: 2411. */
export interface RenameDates {
  readonly sinceRelease: number;
  readonly oldestSupportedRelease: number;
}

const renameDates: unique symbol = Symbol.for("confix.rename-dates");

/** An option made by a rename, with its dates. Nobody but the linter sees them. */
export function withRenameDates<O extends object>(option: O, dates: RenameDates): O {
  // The cast: a copy with one symbol more.
  return Object.freeze({ ...option, [renameDates]: dates }) as O;
}

/** The dates of the rename that made an option; null: none did, or it has none. */
export function datesOfRename(option: object): RenameDates | null {
  // The cast: only options made above have the symbol.
  return (option as { readonly [renameDates]?: RenameDates })[renameDates] ?? null;
}

/** The attributes of an option, as they were given. All may be absent; those said to be lazy may be functions of the module arguments. */
export interface OptionAttributes {
  /** The type. Lazy. Absent: `types.unspecified`. */
  readonly type?: AnyOptionType | ((args: never) => AnyOptionType) | undefined;
  /** The value where nothing defines the option: a definition of priority 1500. Lazy. */
  readonly default?: unknown;
  /** What documentation shows instead of the default. */
  readonly defaultText?: unknown;
  /** What documentation shows as an example. Lazy. */
  readonly example?: unknown;
  /** What the option is for, in Markdown. Lazy. */
  readonly description?: unknown;
  /** Turns the merged value into the one that is read. If it declares no parameter, the merged value is not computed. */
  readonly apply?: ((value: never) => unknown) | undefined;
  /** Not for users: left out of documentation and of the printed result. Default false. */
  readonly internal?: boolean | undefined;
  /** Whether documentation shows it: `"shallow"` hides its sub-options, `"transparent"` only itself. Default true. */
  readonly visible?: boolean | "shallow" | "transparent" | undefined;
  /**
   * A secret, or near to one: messages, `why`, `diff` and documentation do not show the value. The evaluated result does.
   * Options inside a submodule have to say so themselves. Default false.
   */
  readonly sensitive?: boolean | undefined;
  /** Takes exactly one definition, its default included. Default false. */
  readonly readOnly?: boolean | undefined;
  /** Packages that documentation names beside the option. */
  readonly relatedPackages?: unknown;
  /**
   * What the final value has to say about the configuration. Asked when the whole configuration is printed or checked,
   * never when a single value is read; an error fails the evaluation. If it declares no parameter, the value is not
   * computed. Among the findings may be functions that return one or null: each is asked by itself, so that one that
   * fails, or an element that has no value, keeps nothing else from being told. Of an internal option nothing else is
   * computed for a check. Default: nothing.
   */
  readonly findings?: ((value: never) => readonly (Finding | (() => Finding | null))[]) | undefined;
  /** Made by a rename or removal: the option only redirects or refuses, so the printed result leaves it out. Default false. */
  readonly obsolete?: boolean | undefined;
}

/** Something an option's value says about the configuration as a whole: an assertion that failed, a warning. */
export interface Finding {
  readonly severity: "error" | "warning";
  readonly message: string;
  /** What in the value it is about: names, and places in lists from 0 as text. Messages point there. Default: all of it. */
  readonly at?: readonly string[];
  /** Where messages point instead. */
  readonly origin?: Origin;
}

/** An option's declaration. `T` is what one reads from it, `I` what one may define. */
export interface Option<T, I = T> extends OptionAttributes {
  readonly [optionBrand]: true;
  readonly [read]?: T;
  readonly [written]?: I;
}

/** Options by name, in sets to any depth. */
export interface OptionTree {
  readonly [name: string]: Option<unknown, unknown> | OptionTree;
}

/** Whether a value is an option's declaration. */
export function isOption(value: unknown): value is Option<unknown, unknown> {
  return hasBrand(value, optionBrand);
}
