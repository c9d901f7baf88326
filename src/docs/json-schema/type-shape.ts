// What a type accepts, told by what parameterises it. A type that people made is anything its own `check` may say.
import { partsOf } from "../../evaluate/index.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { sortNames } from "../../kernel/path.ts";
import { contextOfOption } from "../../model/option-state.ts";
import { isOption, type Option } from "../../model/option.ts";
import { type AnyOptionType, descriptionOf } from "../../model/option-type.ts";
import { insideOfSubmodule } from "../configuration/evaluation-inside.ts";
import { madeType } from "../configuration/made-type.ts";
import { orIfItFails } from "../configuration/attempt.ts";
import type { Place } from "../configuration/place.ts";
import { compositeRows, someModule } from "./composite-rows.ts";
import { embedded, offeredSchema, refersToItself } from "./foreign-schema.ts";
import { leafRows, passwdField } from "./leaf-rows.ts";
import { asDefinitions, asModule } from "./module-forms.ts";
import { isOwnType } from "./own-type.ts";
import { withNotes } from "./schema.ts";
import { notedTag } from "./notes.ts";
import { neverData, type Shape, unknownShape } from "./shape.ts";
import { hintOf, referenceTo, type Writing } from "./writing.ts";

/** What a type accepts. */
export function shapeOf(type: AnyOptionType, place: Place, writing: Writing): Shape {
  const { base, accepts, isMergedOtherwise } = madeType(type);
  if (accepts === "other") return described(type);
  const found = shapeOfBase(base, place, writing);
  if (found === null) return described(type);
  const shape = isMergedOtherwise ? { ...found, full: found.head } : found;
  return accepts === "less" ? { ...shape, isExact: false } : shape;
}

// The names of the types for which there is more than a row.
const fromSchema = "fromSchema";
const serializable = "serializableValue";
const submodule = "submodule";
const attrTag = "attrTag";

const dataName = "dataWithoutNull";

/** Names under `$defs` that parts may not have. */
export const reservedNames: readonly string[] = [dataName];

/** What parameterises the types that are known, as their `functor` calls it. */
export const knownTypes: readonly string[] = [
  ...Object.keys(leafRows),
  ...Object.keys(compositeRows),
  fromSchema,
  serializable,
  submodule,
  attrTag,
];

function described(type: AnyOptionType): Shape {
  return { ...unknownShape, full: { description: descriptionOf(type) } };
}

function shapeOfBase(type: AnyOptionType, place: Place, writing: Writing): Shape | null {
  const shape = shapeByFunctor(type, place, writing);
  // To whoever asks for its functor, a field of `/etc/passwd` is of the type of its entry.
  if (shape === null || !type.name.startsWith("passwdEntry ")) return shape;
  const { full, head } = shape;
  return { full: withNotes(full, passwdField), head: withNotes(head, passwdField), isExact: false };
}

function shapeByFunctor(type: AnyOptionType, place: Place, writing: Writing): Shape | null {
  const { name, payload } = type.functor;
  if (name === fromSchema) return foreignShape(payload, place, writing);
  if (name === serializable) return dataShape(payload, writing);
  if (name === submodule) return submoduleShape(type, place, writing);
  if (name === attrTag) return tagShape(type, place, writing);
  const leaf = Object.hasOwn(leafRows, name) ? leafRows[name] : undefined;
  const composite = Object.hasOwn(compositeRows, name) ? compositeRows[name] : undefined;
  const inside = (role: string): Shape | null => {
    const inner = type.nestedTypes[role];
    return inner === undefined ? null : writing.shape(inner, place);
  };
  return isOwnType(type) ? (leaf?.(payload) ?? composite?.(type, inside) ?? null) : null;
}

function foreignShape(schema: unknown, place: Place, writing: Writing): Shape | null {
  const offered = offeredSchema(schema, "input");
  if (offered === null) return null;
  if (!refersToItself(offered)) return { ...unknownShape, full: embedded(offered, "#") };
  const name = writing.parts.free(hintOf(place));
  return { ...unknownShape, full: writing.define(name, embedded(offered, referenceTo(name))) };
}

// The payload tells the format, and whether it has a null.
function dataShape(payload: unknown, writing: Writing): Shape | null {
  if (typeof payload !== "string") return null;
  if (payload.endsWith(" or null")) return { full: true, head: true, isExact: true };
  const head = { type: ["boolean", "number", "string", "array", "object"] };
  const reference = { $ref: referenceTo(dataName) };
  writing.define(dataName, { ...head, items: reference, additionalProperties: reference });
  return { full: reference, head, isExact: true };
}

function submoduleShape(type: AnyOptionType, place: Place, writing: Writing): Shape | null {
  const { submodule: parameters } = type;
  const { payload } = type.functor;
  if (parameters === null || !isPlainObject(payload)) return null;
  const inside = insideOfSubmodule(parameters, place.option[contextOfOption]);
  if (inside === null) return { full: someModule, head: someModule, isExact: true };
  const isDefinitions = payload["shorthandOnlyDefinesConfig"] === true;
  const full = writing.parts.describe({
    key: [...partsOf(parameters), isDefinitions],
    names: Object.keys(inside.options),
    hint: hintOf(place),
    make: () => {
      const set = writing.inside(inside, place.names, place.option);
      return isDefinitions ? asDefinitions(set) : asModule(set, inside.isFreeform);
    },
  });
  return { full: full ?? someModule, head: someModule, isExact: true };
}

function tagShape(type: AnyOptionType, place: Place, writing: Writing): Shape | null {
  const { payload } = type.functor;
  const tags = isPlainObject(payload) ? payload["tags"] : null;
  if (!areTags(tags)) return null;
  const names = sortNames(Object.keys(tags));
  if (names.length === 0) return neverData;
  const oneName = { minProperties: 1, maxProperties: 1, additionalProperties: false };
  const head = { type: "object", properties: Object.fromEntries(names.map((name) => [name, true])), ...oneName };
  const full = writing.parts.describe({
    key: [tags],
    names,
    hint: hintOf(place),
    make: () => {
      const types = orIfItFails(null, () => type.nestedTypes);
      const properties = names.map((name) => {
        const inner = types?.[name];
        const schema = inner === undefined ? true : writing.shape(inner, place).full;
        const option = tags[name];
        if (option?.sensitive === true) writing.noteSecret();
        return [name, option === undefined ? schema : notedTag(schema, option)] as const;
      });
      return { type: "object", properties: Object.fromEntries(properties), ...oneName };
    },
  });
  return { full: full ?? head, head, isExact: true };
}

function areTags(tags: unknown): tags is Readonly<Record<string, Option<unknown, unknown>>> {
  return isPlainObject(tags) && Object.values(tags).every(isOption);
}
