// What a JSON Schema describes, as a TypeScript type; what it says beyond types is left out.
import { isPlainObject } from "../../kernel/plain.ts";
import {
  atom,
  intersectionOf,
  listOf,
  literalOf,
  nullText,
  recordOf,
  setOf,
  type TypeText,
  unionOf,
  unknownText,
} from "./type-text.ts";

/** The type of the values that a schema describes. Where it refers to another, they are unknown. */
export function schemaText(schema: unknown): TypeText {
  if (schema === false) return unionOf([]);
  if (!isPlainObject(schema)) return unknownText;
  const { const: only, enum: members, anyOf, oneOf, allOf, type } = schema;
  if (Object.hasOwn(schema, "const")) return literalOf(only);
  if (Array.isArray(members)) return unionOf(members.map(literalOf));
  const arms = anyOf ?? oneOf;
  if (Array.isArray(arms)) return unionOf(arms.map(schemaText));
  if (Array.isArray(allOf)) return intersectionOf(allOf.map(schemaText));
  return unionOf([type].flat().map((each) => textOfType(each, schema)));
}

function textOfType(type: unknown, schema: Readonly<Record<string, unknown>>): TypeText {
  switch (type) {
    case "null":
      return nullText;
    case "integer":
      return atom("number");
    case "boolean":
    case "number":
    case "string":
      return atom(type);
    case "array":
      return listText(schema);
    case "object":
      return objectText(schema);
    default:
      return unknownText;
  }
}

function listText({ prefixItems, items }: Readonly<Record<string, unknown>>): TypeText {
  if (!Array.isArray(prefixItems)) return listOf(schemaText(items));
  const rest = items === undefined || items === false ? [] : [`...(${schemaText(items).text})[]`];
  return atom(`readonly [${[...prefixItems.map((each) => schemaText(each).text), ...rest].join(", ")}]`);
}

function objectText({ properties, required, additionalProperties }: Readonly<Record<string, unknown>>): TypeText {
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const others = additionalProperties === false ? null : schemaText(additionalProperties);
  if (!isPlainObject(properties) || Object.keys(properties).length === 0) {
    return others === null ? setOf([]) : recordOf(others);
  }
  const set = setOf(
    Object.entries(properties).map(([name, member]) => {
      return { name, type: schemaText(member), comment: [], isOptional: !needed.includes(name) };
    }),
  );
  // An object that may have other names is said to have none: nobody can read what nobody knows.
  return others === null || others.text === "unknown" ? set : intersectionOf([set, recordOf(others)]);
}
