// Takes the definitions of an attribute list apart into items, and finds those that count.
import { fail } from "../diagnostics/errors.ts";
import { atDefinitions, diagnostic } from "../diagnostics/report.ts";
import { addAll } from "../kernel/add-all.ts";
import { describeValue } from "../kernel/describe-value.ts";
import { isPlainObject, memberValue } from "../kernel/plain.ts";
import { sortNames } from "../kernel/path.ts";
import { stepInto } from "../kernel/trail.ts";
import { propertyBrand } from "../model/brands.ts";
import { memberDefinition } from "../model/definition.ts";
import type { Definition, SettledDefinition } from "../model/definition.ts";
import type { MergeContext, OptionType } from "../model/option-type.ts";
import { isProperty, orders, priorities } from "../model/property.ts";
import { showValue } from "../model/show-written.ts";
import { memberPath, mkOptionType } from "./define-type.ts";
import { elementName } from "../kernel/path.ts";
import { collectFailures } from "./members.ts";

/** One item: a name and its value, which may still have properties and be lazy. */
export interface AttrListItem {
  readonly name: string;
  readonly value: unknown;
  readonly definition: SettledDefinition;
  readonly priority: number;
  readonly order: number;
}

/** All items, in the order of definitions. Everything wrong with their shape is reported together. */
export function attrListItems(
  context: MergeContext,
  definitions: readonly SettledDefinition[],
): readonly AttrListItem[] {
  const items: AttrListItem[] = [];
  collectFailures(definitions.entries(), ([at, definition]) => {
    const { value } = definition;
    if (isPlainObject(value)) {
      for (const name of sortNames(Object.keys(value))) {
        const found = memberValue(value, name);
        if (found !== undefined) items.push(itemOf(definition, name, peel(found), nothingPeeled));
      }
    } else if (Array.isArray(value)) {
      collectFailures(value.entries(), ([index, element]) => {
        const segment = elementName(at, index);
        if (element === undefined) {
          const place = { path: memberPath(context, segment), origin: stepInto(definition.origin, index) };
          fail(diagnostic("undefined-value", place, index in value ? {} : { by: "hole" }));
        }
        addAll(items, elementItems(context, memberDefinition(definition, element, index), segment));
      });
    }
  });
  return items;
}

/** The items that no stronger item of their name beats, by their order. */
export function winningItems(items: readonly AttrListItem[]): readonly AttrListItem[] {
  const strongest = new Map<string, number>();
  for (const { name, priority } of items) strongest.set(name, Math.min(strongest.get(name) ?? priority, priority));
  return items
    .filter(({ name, priority }) => priority === strongest.get(name))
    .toSorted((left, right) => left.order - right.order);
}

/** What properties around a value say. */
interface Peeled {
  readonly value: unknown;
  readonly priority: number | null;
  readonly order: number | null;
}

const nothingPeeled: Peeled = { value: null, priority: null, order: null };

// Priorities and orders are taken off in any nesting. Below a condition or a function they are not seen: that takes
// computing, which the item's own merging does.
function peel(value: unknown): Peeled {
  if (!isProperty(value)) return { value, priority: null, order: null };
  if (value[propertyBrand] === "override") {
    const inner = peel(value.content);
    return { ...inner, priority: Math.min(value.priority, inner.priority ?? value.priority) };
  }
  if (value[propertyBrand] === "order") {
    const inner = peel(value.content);
    return { ...inner, order: inner.order ?? value.priority };
  }
  return { value, priority: null, order: null };
}

// What the element says about order beats what the value says; of priorities the stronger counts.
function itemOf(definition: SettledDefinition, name: string, peeled: Peeled, outer: Peeled): AttrListItem {
  const given = [peeled.priority, outer.priority].filter((priority) => priority !== null);
  return {
    name,
    value: peeled.value,
    definition,
    priority: given.length === 0 ? priorities.plain : Math.min(...given),
    order: outer.order ?? peeled.order ?? orders.plain,
  };
}

// The settled definitions of one element: it may be lazy, or stand under a condition.
const settledElement: OptionType<readonly SettledDefinition[]> = mkOptionType<readonly SettledDefinition[]>({
  name: "attrListItem",
  merge: (_context, definitions) => definitions,
});

function elementItems(context: MergeContext, element: Definition, segment: string): readonly AttrListItem[] {
  const outer = peel(element.value);
  const member = context.member(segment, settledElement, [{ ...element, value: outer.value }]);
  if (!member.isDefined()) return [];
  // The cast: what `settledElement` merges to.
  const settled = member.force() as readonly SettledDefinition[];
  return settled.map((found) => {
    const order = outer.order ?? found.order;
    return elementItem(context, found, { ...outer, order });
  });
}

function elementItem(context: MergeContext, definition: SettledDefinition, outer: Peeled): AttrListItem {
  const { value, origin } = definition;
  const names = isPlainObject(value) ? Object.keys(value).filter((name) => memberValue(value, name) !== undefined) : [];
  const [name, ...others] = names;
  if (!isPlainObject(value) || name === undefined || others.length > 0) {
    const got = isPlainObject(value) ? `a set with ${names.length} names` : describeValue(value);
    return fail(
      diagnostic("list-item-shape", atDefinitions(context.path, [{ origin, shown: showValue(value) }]), { got }),
    );
  }
  return itemOf(definition, name, peel(memberValue(value, name)), outer);
}
