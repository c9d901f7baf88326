// Attribute lists: sets whose names keep an order and may come more than once.
import type { AnyOptionType, Member, MergeContext, OptionType, ValueMeta } from "../model/option-type.ts";
import { makeDefinition, makeOrder } from "../model/property.ts";
import { memberDefinition } from "../model/definition.ts";
import type { SettledDefinition } from "../model/definition.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { anything, code, flag } from "../kernel/value-kind.ts";
import { attrListItems, winningItems } from "./attr-list-items.ts";
import { mkOptionType } from "./define-type.ts";
import { describeElement } from "./describe.ts";
import { collectFailures } from "./members.ts";
import { mergeElementType } from "./merge-element-type.ts";
import { requireParameters } from "./require-parameters.ts";
import { requireType } from "./require-type.ts";

/** What `attrListWith` takes besides the parameters of a set. */
export interface AttrListParameters<T, I> {
  readonly elemType: OptionType<T, I>;
}

/** How an attribute list that is read as a set makes one value of all items of a name. */
export type MergeAttrValues<T, R> = (name: string, values: readonly T[]) => R;

type ListInput<I> = readonly Readonly<Record<string, I>>[] | Readonly<Record<string, I>>;

/**
 * A list of sets with one name each. A definition is such a list, or a set, of which each name is an item, sorted. An
 * order (`mkBefore`, `mkOrder`) on an item or on its value places it among the items of all definitions; a priority
 * there decides among the items of its name. Items under false conditions are left out. Nothing defined is `[]`.
 * Declared twice, the types must be equal.
 */
export function attrListOf<T, I>(
  elemType: OptionType<T, I>,
): OptionType<readonly Readonly<Record<string, T>>[], ListInput<I>> {
  return attrListWith({ elemType });
}

/**
 * An attribute list; with `asAttrs` read as a set, in which `mergeAttrValues` makes one value of all items of a name,
 * in order. It gives the list of them by default.
 */
export function attrListWith<T, I, R = readonly T[]>(
  parameters: AttrListParameters<T, I> & { readonly asAttrs: true; readonly mergeAttrValues?: MergeAttrValues<T, R> },
): OptionType<Readonly<Record<string, R>>, ListInput<I>>;
export function attrListWith<T, I>(
  parameters: AttrListParameters<T, I> & { readonly asAttrs?: false },
): OptionType<readonly Readonly<Record<string, T>>[], ListInput<I>>;
export function attrListWith<T, I>(
  parameters: AttrListParameters<T, I> & {
    readonly asAttrs?: boolean;
    readonly mergeAttrValues?: MergeAttrValues<T, unknown>;
  },
): AnyOptionType {
  requireParameters("attrListWith", parameters, { elemType: anything, asAttrs: flag, mergeAttrValues: code });
  const { elemType, asAttrs = false, mergeAttrValues = listValues } = parameters;
  requireType(elemType, "attrListOf");
  // The cast: called only with values that `elemType` made.
  return makeAttrList(elemType, asAttrs ? (mergeAttrValues as MergeAttrValues<unknown, unknown>) : null);
}

function listValues<T>(_name: string, values: readonly T[]): readonly T[] {
  return values;
}

// `mergeValues` null: the value is the list.
function makeAttrList(elemType: AnyOptionType, mergeValues: MergeAttrValues<unknown, unknown> | null): AnyOptionType {
  return mkOptionType({
    name: "attrListOf",
    description: () => `attribute list of ${describeElement(elemType)}`,
    descriptionClass: "composite",
    check: (value) => Array.isArray(value) || isPlainObject(value),
    merge: (context, definitions) => {
      const items = mergeItems(context, elemType, definitions);
      context.setValueMeta(() => metaOf(context, items));
      return mergeValues === null ? listOfItems(context, items) : setOfItems(context, items, mergeValues);
    },
    emptyValue: (context) => {
      context.setValueMeta(() => metaOf(context, []));
      return mergeValues === null ? Object.freeze([]) : context.record(new Map());
    },
    functor: { name: "attrListOf", payload: mergeValues },
    // Only equal types agree, as nothing says how items of different types would stand in one list.
    typeMerge: (self, other) =>
      other.functor.payload === mergeValues ? mergeElementType(self, other, () => null) : null,
    nestedTypes: { elemType },
    memberName: "*",
    subModules: () => elemType.subModules,
    withSubModules: (_self, modules) => makeAttrList(elemType.withSubModules(modules), mergeValues),
  });
}

interface MergedItem {
  readonly name: string;
  readonly member: Member;
  readonly definition: SettledDefinition;
  readonly order: number;
}

function mergeItems(
  context: MergeContext,
  elemType: AnyOptionType,
  definitions: readonly SettledDefinition[],
): readonly MergedItem[] {
  const merged: MergedItem[] = [];
  collectFailures(winningItems(attrListItems(context, definitions)), ({ name, value, definition, order }) => {
    const member = context.memberOf(definition, name, value, elemType);
    if (member.isDefined()) merged.push({ name, member, definition, order });
  });
  return merged;
}

// With `definitions` the items can be passed on to another option: each names the file that it comes from.
function metaOf(context: MergeContext, items: readonly MergedItem[]): ValueMeta {
  const values = listOfItems(context, items);
  const definitions = items.map(({ order, definition }, at) =>
    makeDefinition(definition.origin, makeOrder(order, values[at]), definition.args),
  );
  return {
    attrList: Object.freeze(items.map(({ member }) => member.valueMeta())),
    attrListValue: values,
    definitions: Object.freeze(definitions),
  };
}

function listOfItems(context: MergeContext, items: readonly MergedItem[]): readonly object[] {
  return Object.freeze(items.map(({ name, member }) => context.record(new Map([[name, member]]))));
}

function setOfItems(
  context: MergeContext,
  items: readonly MergedItem[],
  mergeValues: MergeAttrValues<unknown, unknown>,
): object {
  const byName = new Map<string, [MergedItem, ...MergedItem[]]>();
  for (const item of items) {
    const known = byName.get(item.name);
    if (known === undefined) byName.set(item.name, [item]);
    else known.push(item);
  }
  const members = new Map<string, Member>();
  for (const [name, found] of byName) {
    // A type whose merging is this one call makes a member of it, computed once and when it is read.
    const type = mkOptionType({
      name: "attrListValues",
      merge: () => mergeValues(name, Object.freeze(found.map(({ member }) => member.force()))),
    });
    members.set(name, context.member(name, type, [memberDefinition(found[0].definition, null, null)]));
  }
  return context.record(members);
}
