// The schemas of types that are made of others, by the name of what parameterises them.
import { isPlainObject } from "../../kernel/plain.ts";
import type { AnyOptionType } from "../../model/option-type.ts";
import { modulePath } from "./patterns.ts";
import { type JsonSchema, type SchemaObject, union } from "./schema.ts";
import { atom, eitherOf, neverData, type Shape } from "./shape.ts";

/** The shape of a type, from those of the types inside; null: it is another type of that name. */
export type CompositeRow = (type: AnyOptionType, inside: (role: string) => Shape | null) => Shape | null;

/** The rows. Those of `submodule`, `attrTag` and `serializableValue` need more, and stand where they are used. */
export const compositeRows: Readonly<Record<string, CompositeRow>> = {
  attrListOf: (_type, inside) => container(inside("elemType"), { type: ["array", "object"] }, listOfItems),
  attrsWith: (_type, inside) =>
    container(inside("elemType"), { type: "object" }, (element) => ({ additionalProperties: element })),
  coercedTo: (_type, inside) => coerced(inside("coercedType"), inside("finalType")),
  deferredModuleWith: () => atom(someModule),
  either: (_type, inside) => both(inside("left"), inside("right")),
  functionTo: () => neverData,
  listOf: listShape,
  nullOr: (_type, inside) => orNull(inside("elemType")),
  unique: (_type, inside) => inside("elemType"),
};

/** A module where one stands as a value: an object, or the path of a file. */
export const someModule: SchemaObject = { type: ["object", "string"], pattern: modulePath };

function container(
  element: Shape | null,
  head: SchemaObject,
  members: (element: JsonSchema) => SchemaObject,
): Shape | null {
  if (element === null) return null;
  return { full: { ...head, ...members(element.full) }, head, isExact: true };
}

function listOfItems(element: JsonSchema): SchemaObject {
  const item = { type: "object", minProperties: 1, maxProperties: 1, additionalProperties: element };
  return { items: item, additionalProperties: element };
}

function listShape(type: AnyOptionType, inside: (role: string) => Shape | null): Shape | null {
  const { payload } = type.functor;
  const isNonEmpty = isPlainObject(payload) && payload["nonEmpty"] === true;
  const head = { type: "array", ...(isNonEmpty && { minItems: 1 }) };
  return container(inside("elemType"), head, (element) => ({ items: element }));
}

function orNull(element: Shape | null): Shape | null {
  if (element === null) return null;
  const { full, head, isExact } = element;
  const none = { type: "null" };
  return { full: union([full, none]), head: full === head ? union([full, none]) : union([head, none]), isExact };
}

function both(left: Shape | null, right: Shape | null): Shape | null {
  return left === null || right === null ? null : eitherOf(left, right);
}

// Data that is to be coerced is not merged before, so nothing looks at its members; what it becomes nobody knows.
function coerced(from: Shape | null, to: Shape | null): Shape | null {
  if (from === null || to === null) return null;
  return { full: union([to.full, from.head]), head: union([to.head, from.head]), isExact: false };
}
