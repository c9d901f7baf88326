// Lists whose elements all have one type.
import { diagnostic } from "../diagnostics/report.ts";
import { fail } from "../diagnostics/errors.ts";
import { stepInto } from "../kernel/trail.ts";
import { memberDefinition } from "../model/definition.ts";
import type { SettledDefinition } from "../model/definition.ts";
import type { AnyOptionType, Member, MergeContext, OptionType } from "../model/option-type.ts";
import { memberPath, mkOptionType } from "./define-type.ts";
import { describeElement, describeInside } from "./describe.ts";
import { collectFailures } from "./members.ts";
import { requireType } from "./require-type.ts";

/**
 * A list of values of one type. The elements of all definitions are joined in the order of definitions; an element under
 * a false condition is left out. Nothing defined is `[]`. Everything wrong with elements is reported together.
 */
export function listOf<T, I>(elemType: OptionType<T, I>): OptionType<readonly T[], readonly I[]> {
  requireType(elemType, "listOf");
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
  const members: Member[] = [];
  const merged: unknown[] = [];
  // Known also if some element turns out to be wrong.
  context.setValueMeta(() => ({ list: Object.freeze(members.map((member) => member.valueMeta())) }));
  const visit = ({ definition, index, segment, value, isHole }: Element): void => {
    if (value === undefined) {
      const place = { path: memberPath(context, segment), origin: stepInto(definition.origin, index) };
      fail(diagnostic("undefined-value", place, isHole ? { by: "hole" } : {}));
    }
    const member = context.member(segment, elemType, [memberDefinition(definition, value, index)]);
    if (!member.isDefined()) return;
    members.push(member);
    merged.push(member.force());
  };
  collectFailures(elementsOf(definitions), visit, merged);
  return Object.freeze(merged);
}

interface Element {
  readonly definition: SettledDefinition;
  readonly index: number;
  readonly segment: string;
  readonly value: unknown;
  /** Nothing stands here, between two commas. */
  readonly isHole: boolean;
}

function* elementsOf(definitions: readonly SettledDefinition[]): Generator<Element> {
  for (const [at, definition] of definitions.entries()) {
    // The cast: the type accepts lists only.
    const list = definition.value as readonly unknown[];
    for (const [index, value] of list.entries()) {
      yield { definition, index, segment: elementSegment(at, index), value, isHole: !(index in list) };
    }
  }
}

/** How an element is called in a path: its definition and its place in it, both counted from 1. */
export function elementSegment(definition: number, element: number): string {
  return `[definition ${definition + 1}-entry ${element + 1}]`;
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
