// Types are records that may be updated: with `{ ...type, description: "…" }`, or by `addCheck`. What was updated stays.
import { isOptionType } from "../model/option-type.ts";
import type { AnyOptionType } from "../model/option-type.ts";

/** On every type: the type as `mkOptionType` made it. An update copies it along, so that what was updated can be told. */
export const originalType: unique symbol = Symbol.for("confix.original-type");

const addedTo: unique symbol = Symbol.for("confix.added-check");

type Check = (value: unknown) => boolean;

/** What a `check` made by `withAddedCheck` consists of. */
interface AddedCheck {
  readonly base: Check;
  readonly added: Check;
}

/** A type with other fields. Getters are copied as getters, so that nothing is described before it is needed. */
export function withFields<T extends AnyOptionType>(type: T, fields: Partial<AnyOptionType>): T {
  const properties = { ...Object.getOwnPropertyDescriptors(type), ...Object.getOwnPropertyDescriptors(fields) };
  // The cast: all properties of `type` are copied, or replaced by such of the same type.
  return Object.freeze(Object.create(Object.getPrototypeOf(type), properties)) as T;
}

/** A type with one more check. */
export function withAddedCheck<T extends AnyOptionType>(type: T, added: Check): T {
  const parts: AddedCheck = { base: type.check, added };
  const check = Object.assign((value: unknown): boolean => type.check(value) && added(value), { [addedTo]: parts });
  return withFields(type, { check });
}

/** The type that a method was called on: the updated one, if `called` is an update of `type`. */
export function calledType(called: unknown, type: AnyOptionType): AnyOptionType {
  return isOptionType(called) && originalOf(called) === type ? called : type;
}

/** `rebuilt`, a type with other submodules inside, with everything that `updated` changed in its original. */
export function keepUpdates(rebuilt: AnyOptionType, updated: AnyOptionType): AnyOptionType {
  return apply(rebuilt, updatesOf(updated));
}

/**
 * `merged`, made from the originals of two types, with what was updated in them. Updates stay if both types have the
 * same, and on types that hold submodules: declarations of these add up. Elsewhere the declarations have to meet in the
 * type that both are made from. Of two checks both hold; null: both bring a way of their own to merge, or to be empty.
 */
export function keepUpdatesOfBoth(
  merged: AnyOptionType,
  left: AnyOptionType,
  right: AnyOptionType,
): AnyOptionType | null {
  const leftUpdates = updatesOf(left);
  const rightUpdates = updatesOf(right);
  if (merged.subModules === null && !areSame(leftUpdates, rightUpdates)) return merged;
  if (contradict("merge") || contradict("emptyValue")) return null;
  const check = leftUpdates.check ?? rightUpdates.check;
  const second = leftUpdates.check === null ? null : rightUpdates.check;
  const besides = second === null || second === check ? [] : [second];
  return apply(merged, {
    fields: { ...rightUpdates.fields, ...leftUpdates.fields },
    check,
    added: [...new Set([...besides, ...leftUpdates.added, ...rightUpdates.added])],
  });

  function contradict(field: "merge" | "emptyValue"): boolean {
    const [ours, theirs] = [leftUpdates.fields[field], rightUpdates.fields[field]];
    return ours !== undefined && theirs !== undefined && ours !== theirs;
  }
}

interface Updates {
  readonly fields: Partial<AnyOptionType>;
  /** A check that replaces the original's; null: there is none. */
  readonly check: Check | null;
  /** Checks that hold besides. */
  readonly added: readonly Check[];
}

const updatable = [
  "name",
  "description",
  "descriptionClass",
  "explain",
  "merge",
  "emptyValue",
  "deprecationMessage",
] as const satisfies readonly (keyof AnyOptionType)[];

const noUpdates: Updates = { fields: {}, check: null, added: [] };

/** The type as `mkOptionType` made it, before updates. */
export function originalOf(type: AnyOptionType): AnyOptionType {
  // The cast: a type of another copy of Confix may lack the mark, and then counts as its own original.
  return (type as { readonly [originalType]?: AnyOptionType })[originalType] ?? type;
}

function updatesOf(type: AnyOptionType): Updates {
  const original = originalOf(type);
  if (type === original) return noUpdates;
  const changed = updatable.filter((field) => type[field] !== original[field]);
  const added: Check[] = [];
  let check: Check = type.check;
  for (let parts = partsOf(check); parts !== null; parts = partsOf(check)) {
    added.unshift(parts.added);
    check = parts.base;
  }
  return {
    fields: Object.fromEntries(changed.map((field) => [field, type[field]])),
    check: check === original.check ? null : check,
    added,
  };
}

function partsOf(check: Check): AddedCheck | null {
  // The cast: any function may be asked, only those made above answer.
  return (check as Check & { readonly [addedTo]?: AddedCheck })[addedTo] ?? null;
}

function areSame(left: Updates, right: Updates): boolean {
  const names = new Set([...Object.keys(left.fields), ...Object.keys(right.fields)]);
  return (
    left.check === right.check &&
    left.added.length === right.added.length &&
    left.added.every((check, at) => check === right.added[at]) &&
    updatable.every((name) => !names.has(name) || left.fields[name] === right.fields[name])
  );
}

function apply(type: AnyOptionType, { fields, check, added }: Updates): AnyOptionType {
  const changed = check !== null || Object.keys(fields).length > 0;
  const replaced = changed ? Object.freeze({ ...type, ...fields, ...(check === null ? {} : { check }) }) : type;
  return added.reduce(withAddedCheck, replaced);
}
