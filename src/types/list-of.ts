// Lists whose elements all have one type.
import { diagnostic } from "../diagnostics/report.ts";
import { fail } from "../diagnostics/errors.ts";
import { elementOf, hasLazyElements, makeList } from "../kernel/lazy-list.ts";
import { elementName } from "../kernel/path.ts";
import { stepInto } from "../kernel/trail.ts";
import { memberDefinition } from "../model/definition.ts";
import type { SettledDefinition } from "../model/definition.ts";
import { isAtom } from "../model/is-data.ts";
import { keepsAtoms } from "../model/option-type.ts";
import type { AnyOptionType, Member, MergeContext, OptionType, ValueMeta } from "../model/option-type.ts";
import { derivedType, memberPath, mkOptionType } from "./define-type.ts";
import { describeElement, describeInside } from "./describe.ts";
import { collectFailures } from "./members.ts";
import { requireType } from "./require-type.ts";

/**
 * A list of values of one type. The elements of all definitions are joined in the order of definitions; an element under
 * a false condition is left out. Nothing defined is `[]`. An element is checked and merged when it is read; so that the
 * length is known, the outermost shape of each is computed before.
 */
export function listOf<T, I>(elemType: OptionType<T, I>): OptionType<readonly T[], readonly I[]> {
  requireType(elemType, "listOf");
  return derivedType(elemType, "listOf", () => makeListOf(elemType));
}

function makeListOf<T, I>(elemType: OptionType<T, I>): OptionType<readonly T[], readonly I[]> {
  return mkOptionType<readonly T[], readonly I[]>({
    name: "listOf",
    description: () => `list of ${describeElement(elemType)}`,
    descriptionClass: "composite",
    check: (value) => Array.isArray(value),
    merge: (context, definitions) => mergeLists(context, elemType, definitions),
    emptyValue: (context) => mergeLists(context, elemType, []),
    functor: { name: "listOf", payload: { nonEmpty: false } },
    typeMerge: (self, other) => mergeListTypes(self, other, elemType, listOf),
    nestedTypes: { elemType },
    memberName: "*",
    subModules: () => elemType.subModules,
    withSubModules: (_self, modules) => listOf(elemType.withSubModules(modules)),
  });
}

/**
 * A list of which no definition is empty; without definition it has no value. Declared once more as `nonEmptyListOf` it
 * stays non-empty, as `listOf` it does not.
 */
export function nonEmptyListOf<T, I>(elemType: OptionType<T, I>): OptionType<readonly T[], readonly I[]> {
  const list = listOf(elemType);
  return mkOptionType<readonly T[], readonly I[]>({
    name: "nonEmptyListOf",
    description: () => `non-empty ${describeInside(list, ["noun"])}`,
    descriptionClass: "composite",
    check: (value) => Array.isArray(value) && value.length > 0,
    explain: (value) => (Array.isArray(value) ? "the list is empty" : null),
    merge: list.merge,
    functor: { name: "listOf", payload: { nonEmpty: true } },
    typeMerge: (self, other) => mergeListTypes(self, other, elemType, isNonEmpty(other) ? nonEmptyListOf : listOf),
    nestedTypes: { elemType },
    memberName: "*",
    subModules: () => elemType.subModules,
    withSubModules: (_self, modules) => nonEmptyListOf(elemType.withSubModules(modules)),
  });
}

function mergeLists(
  context: MergeContext,
  elemType: AnyOptionType,
  definitions: readonly SettledDefinition[],
): readonly unknown[] {
  const leaf = keepsAtoms(elemType) ? elemType : null;
  const plain = leaf === null ? null : atomsOf(definitions, leaf);
  return plain === null ? mergeElements(context, elemType, itemsOf(definitions, leaf)) : plainList(context, plain);
}

// All elements, if all are atoms that stand there and the type accepts; else null.
function atomsOf(definitions: readonly SettledDefinition[], leaf: AnyOptionType): readonly unknown[] | null {
  const items: unknown[] = [];
  for (const { value } of definitions) {
    const list = value as readonly unknown[]; // The cast: the type accepts lists only.
    if (hasLazyElements(list)) return null;
    for (let at = 0; at < list.length; at += 1) {
      const item = list[at];
      if (!isAtom(item) || !leaf.check(item)) return null;
      items.push(item);
    }
  }
  // A copy of the size it has: one that grew has room for 17 more, and lists are kept.
  return items.slice();
}

function mergeElements(context: MergeContext, elemType: AnyOptionType, items: readonly unknown[]): readonly unknown[] {
  const pending = items.filter((item) => item instanceof PendingElement);
  const members = new Map<unknown, Member>();
  const values: unknown[] = [];
  const lazy = new Map<number, Member>();
  // Known also if some element turns out to be wrong.
  context.setValueMeta(() => ({
    list: Object.freeze(values.map((_value, at) => lazy.get(at)?.valueMeta() ?? nothingTold)),
  }));
  // Which elements there are: what is under a false condition is not, for which the outermost shape of each is computed.
  const visit = (item: PendingElement): void => {
    const member = item.member(context, elemType);
    if (member.isDefined()) members.set(item, member);
  };
  const build = (): readonly unknown[] => {
    for (const item of items) {
      const member = members.get(item);
      if (member !== undefined) lazy.set(values.length, member);
      if (member !== undefined || !(item instanceof PendingElement)) values.push(item);
    }
    return makeList(values, lazy);
  };
  collectFailures(pending, visit, build);
  return build();
}

const nothingTold: ValueMeta = Object.freeze({});
const nothingLazy: ReadonlyMap<number, Member> = new Map();

function plainList(context: MergeContext, values: readonly unknown[]): readonly unknown[] {
  context.setValueMeta(() => ({ list: Object.freeze(values.map(() => nothingTold)) }));
  return makeList(values, nothingLazy);
}

/** An element that is not simply there. */
class PendingElement {
  readonly #definition: SettledDefinition;
  readonly #segment: string;
  readonly #at: number;

  constructor(definition: SettledDefinition, definitionAt: number, at: number) {
    this.#definition = definition;
    this.#segment = elementName(definitionAt, at);
    this.#at = at;
  }

  member(context: MergeContext, elemType: AnyOptionType): Member {
    // The cast: the type accepts lists only.
    const list = this.#definition.value as readonly unknown[];
    const value = elementOf(list, this.#at);
    if (value === undefined) {
      const place = { path: memberPath(context, this.#segment), origin: stepInto(this.#definition.origin, this.#at) };
      fail(diagnostic("undefined-value", place, this.#at in list ? {} : { by: "hole" }));
    }
    return context.member(this.#segment, elemType, [memberDefinition(this.#definition, value, this.#at)]);
  }
}

// The elements of all definitions: those that a leaf type accepts as they stand there, the others as `PendingElement`.
function itemsOf(definitions: readonly SettledDefinition[], leaf: AnyOptionType | null): readonly unknown[] {
  const items: unknown[] = [];
  for (const [definitionAt, definition] of definitions.entries()) {
    // The cast: the type accepts lists only.
    const list = definition.value as readonly unknown[];
    const isLazy = hasLazyElements(list);
    for (let at = 0; at < list.length; at += 1) {
      const value = isLazy ? undefined : list[at];
      const isThere = leaf !== null && isAtom(value) && leaf.check(value);
      items.push(isThere ? value : new PendingElement(definition, definitionAt, at));
    }
  }
  return items;
}

function isNonEmpty({ functor }: AnyOptionType): boolean {
  // The cast: asked only of types with this file's functor, and of a foreign one of that name nothing is expected.
  return (functor.payload as { readonly nonEmpty?: boolean } | null)?.nonEmpty === true;
}

function mergeListTypes(
  self: AnyOptionType,
  other: AnyOptionType,
  elemType: AnyOptionType,
  rebuild: (elemType: AnyOptionType) => AnyOptionType,
): AnyOptionType | null {
  const otherElement = other.functor.name === "listOf" ? other.nestedTypes["elemType"] : undefined;
  const merged = otherElement === undefined ? null : elemType.typeMerge(otherElement);
  if (merged === null) return null;
  return merged === elemType && isNonEmpty(self) === isNonEmpty(other) ? self : rebuild(merged);
}
