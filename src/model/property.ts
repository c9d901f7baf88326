// Properties: wrappers around a definition that say when it holds, how strong it is, and where in a list it goes.
import type { Origin } from "../kernel/origin.ts";
import { hasBrand, propertyBrand } from "./brands.ts";
import type { ModuleArgs } from "./definition.ts";

declare const content: unique symbol;
declare const conditionArgs: unique symbol;

/**
 * Any property as its author sees it: around what may be defined, `D`, with conditions that take `A`. TypeScript keeps
 * both behind symbols: if it saw the fields, an option that is called `content` or `priority` would confuse it.
 */
export interface Property<D, A = unknown> {
  readonly [propertyBrand]: string;
  readonly [content]?: D;
  readonly [conditionArgs]?: (args: A) => void;
}

/** The definition holds only if the condition does. The condition may be a function of the module's arguments. */
export interface If<D, A> extends Property<D, A> {
  readonly [propertyBrand]: "if";
  readonly condition: boolean | ((args: A) => boolean);
  readonly content: D;
}

/** Several definitions in place of one. */
export interface Merge<D> extends Property<D> {
  readonly [propertyBrand]: "merge";
  readonly contents: readonly D[];
}

/** A definition of another priority than 100. Lower numbers win. */
export interface Override<D> extends Property<D> {
  readonly [propertyBrand]: "override";
  readonly priority: number;
  readonly content: D;
}

/** A definition that stands elsewhere than at 1000 in the order of definitions. Lower numbers come first. */
export interface Order<D> extends Property<D> {
  readonly [propertyBrand]: "order";
  readonly priority: number;
  readonly content: D;
}

/** A definition that says itself where it was written, and perhaps whose arguments it gets. */
export interface DefinitionProperty<D> extends Property<D> {
  readonly [propertyBrand]: "definition";
  readonly origin: Origin;
  /** What functions inside receive; null: the arguments of the module in which the property stands. */
  readonly args: ModuleArgs | null;
  readonly content: D;
}

/** Any property, as the evaluator sees it. */
export type AnyProperty =
  | If<unknown, never>
  | Merge<unknown>
  | Override<unknown>
  | Order<unknown>
  | DefinitionProperty<unknown>;

/** Whether a value is a property. */
export function isProperty(value: unknown): value is AnyProperty {
  return hasBrand(value, propertyBrand);
}

/** The numbers behind the names of priorities; lower wins. From nixpkgs' `lib/modules.nix`. */
export const priorities = {
  vm: 10,
  force: 50,
  imageMedia: 60,
  plain: 100,
  default: 1000,
  optionDefault: 1500,
  /** What an option without any definition reports; definitions weaker than this count only when alone. */
  none: 9999,
} as const;

/** The numbers behind the names of orders; lower comes first. From nixpkgs' `lib/modules.nix`. */
export const orders = { before: 500, plain: 1000, after: 1500 } as const;

/** Makes a property of a condition. Nothing is checked here: the condition is, when it is needed. */
export function makeIf<D, A>(condition: boolean | ((args: A) => boolean), content: D): If<D, A> {
  return Object.freeze({ [propertyBrand]: "if" as const, condition, content });
}

/** Makes a property of several definitions. */
export function makeMerge<D>(contents: readonly D[]): Merge<D> {
  return Object.freeze({ [propertyBrand]: "merge" as const, contents });
}

/** Makes a property of a priority. */
export function makeOverride<D>(priority: number, content: D): Override<D> {
  return Object.freeze({ [propertyBrand]: "override" as const, priority, content });
}

/** Makes a property of an order. */
export function makeOrder<D>(priority: number, content: D): Order<D> {
  return Object.freeze({ [propertyBrand]: "order" as const, priority, content });
}

/** Makes a property of a place; with `args` the content is moved here from another module, whose arguments they are. */
export function makeDefinition<D>(origin: Origin, content: D, args: ModuleArgs | null = null): DefinitionProperty<D> {
  return Object.freeze({ [propertyBrand]: "definition" as const, origin, args, content });
}
