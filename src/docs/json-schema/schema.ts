// JSON Schemas as data, and how several become one.

/** A JSON Schema as data: `true` accepts everything, `false` nothing. */
export type JsonSchema = boolean | SchemaObject;

/** A JSON Schema that says something. */
export interface SchemaObject {
  readonly [keyword: string]: unknown;
}

/** A schema that stands under `$defs`. */
export interface Reference extends SchemaObject {
  readonly $ref: string;
}

/** The kinds of values that schemas tell apart; a fraction is a number that is no integer. */
type Kind = "null" | "boolean" | "integer" | "fraction" | "string" | "array" | "object";

const kindsOfType: Readonly<Record<string, readonly Kind[]>> = {
  null: ["null"],
  boolean: ["boolean"],
  integer: ["integer"],
  number: ["integer", "fraction"],
  string: ["string"],
  array: ["array"],
  object: ["object"],
};

const allKinds: readonly Kind[] = ["null", "boolean", "integer", "fraction", "string", "array", "object"];

/** The kinds of values of which a schema accepts some; more than that if it is hard to tell. */
export function kindsIn(schema: JsonSchema): ReadonlySet<Kind> {
  if (schema === false) return new Set();
  if (schema === true) return new Set(allKinds);
  const { type, anyOf, enum: members } = schema;
  if (typeof type === "string") return new Set(kindsOfType[type]);
  if (Array.isArray(type)) return new Set(type.flatMap((each: string) => kindsOfType[each] ?? []));
  if (Array.isArray(members)) return new Set(members.map(kindOf));
  // The cast: only schemas stand under `anyOf`.
  if (Array.isArray(anyOf)) return new Set((anyOf as readonly JsonSchema[]).flatMap((arm) => [...kindsIn(arm)]));
  return new Set(allKinds);
}

/** The kind of a value that is data. */
export function kindOf(value: unknown): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "fraction";
  return typeof value === "boolean" || typeof value === "string" ? (typeof value as "boolean" | "string") : "object";
}

/** Whether no value can be accepted by both. */
export function areDisjoint(left: JsonSchema, right: JsonSchema): boolean {
  const kinds = kindsIn(right);
  return [...kindsIn(left)].every((kind) => !kinds.has(kind));
}

/** Whether a schema that says nothing but of which kind values are accepts all that the other may accept. */
export function isWithin(inner: JsonSchema, outer: JsonSchema): boolean {
  if (typeof outer === "boolean" || Object.keys(outer).join(" ") !== "type") return outer === true;
  const kinds = kindsIn(outer);
  return [...kindsIn(inner)].every((kind) => kinds.has(kind));
}

/** What accepts whatever one of the schemas accepts, written as short as it goes. */
export function union(schemas: readonly JsonSchema[]): JsonSchema {
  const joined: SchemaObject[] = [];
  for (const schema of schemas.flatMap(armsOf)) {
    if (schema === true) return true;
    if (schema !== false) joinTo(joined, schema);
  }
  const [only, ...others] = joined;
  if (only === undefined) return false;
  return others.length === 0 ? only : { anyOf: joined };
}

function armsOf(schema: JsonSchema): readonly JsonSchema[] {
  if (typeof schema === "boolean" || !Array.isArray(schema["anyOf"]) || Object.keys(schema).length > 1) return [schema];
  // The cast: only schemas stand under `anyOf`.
  return schema["anyOf"] as readonly JsonSchema[];
}

function joinTo(arms: SchemaObject[], schema: SchemaObject): void {
  const text = JSON.stringify(schema);
  if (arms.some((arm) => JSON.stringify(arm) === text)) return;
  for (const [at, arm] of arms.entries()) {
    const both = inOne(arm, schema);
    if (both === null) continue;
    arms[at] = both;
    return;
  }
  arms.push(schema);
}

// Two schemas about values of different kinds, in keywords that say nothing about values of other kinds.
function inOne(left: SchemaObject, right: SchemaObject): SchemaObject | null {
  if (isNull(right) && isEnum(left)) return { enum: [...left.enum, null] };
  if (isNull(left) && isEnum(right)) return { enum: [null, ...right.enum] };
  if (left["type"] === undefined || right["type"] === undefined || !areDisjoint(left, right)) return null;
  const keywords = Object.keys(right).filter((keyword) => keyword !== "type");
  if (![...Object.keys(left), ...keywords].every((keyword) => aboutOneKind.has(keyword))) return null;
  if (keywords.some((keyword) => keyword in left)) return null;
  return { ...left, ...right, type: [left["type"], right["type"]].flat() };
}

function isNull(schema: SchemaObject): boolean {
  return schema["type"] === "null";
}

function isEnum(schema: SchemaObject): schema is { readonly enum: readonly unknown[] } {
  return Array.isArray(schema["enum"]) && Object.keys(schema).length === 1;
}

const aboutOneKind: ReadonlySet<string> = new Set([
  "type",
  "pattern",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "items",
  "minItems",
  "properties",
  "additionalProperties",
  "required",
  "minProperties",
  "maxProperties",
]);

/** The schema with what is said about it. */
export function withNotes(schema: JsonSchema, notes: SchemaObject): JsonSchema {
  if (Object.keys(notes).length === 0) return schema;
  if (schema === true) return notes;
  return { ...(schema === false ? { not: {} } : schema), ...notes };
}
