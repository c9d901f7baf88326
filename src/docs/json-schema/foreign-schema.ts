// The JSON Schema that a schema of a validation library offers of what it takes, made fit to stand inside another.
import { isPlainObject } from "../../kernel/plain.ts";
import type { JsonSchema, SchemaObject } from "./schema.ts";

/** What a library's schema offers (https://standardschema.dev/json-schema). */
type Offer = (request: {
  readonly target: string;
  readonly libraryOptions: Readonly<Record<string, unknown>>;
}) => unknown;

/** The schema of what a library's schema takes (`input`), or of what it makes of that; null: it offers none. */
export function offeredSchema(schema: unknown, side: "input" | "output"): SchemaObject | null {
  // The cast: any schema may be asked, only newer libraries answer.
  const standard = (schema as StandardPart | null)?.["~standard"];
  const offer = standard?.jsonSchema?.[side];
  if (typeof offer !== "function") return null;
  try {
    // zod: what has no JSON form is anything, and what `loosen` says.
    const libraryOptions = { unrepresentable: "any", ...(side === "input" && { override: loosen }) };
    const offered = offer({ target: "draft-2020-12", libraryOptions });
    return isPlainObject(offered) ? offered : null;
  } catch {
    // Libraries throw for what they cannot say.
    return null;
  }
}

interface StandardPart {
  readonly "~standard"?: { readonly jsonSchema?: { readonly input?: Offer; readonly output?: Offer } };
}

interface ZodPart {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly coerce?: boolean;
      readonly in?: ZodPart;
      readonly shape?: Readonly<Record<string, unknown>>;
      readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[];
    };
  };
}

// zod describes what comes after coercing, trimming and catching: its words about that would refuse what it takes.
function loosen({ zodSchema, jsonSchema }: { zodSchema: ZodPart; jsonSchema: Record<string, unknown> }): void {
  const { type, coerce, in: input, shape, checks = [] } = zodSchema._zod.def;
  const isChanged = checks.some((check) => check._zod.def.check === "overwrite");
  const isPrepared = input?._zod.def.type === "transform";
  if (coerce === true || type === "catch" || isPrepared) clear(jsonSchema);
  if (isChanged) clear(jsonSchema, new Set(["type", "items", "properties", "default"]));
  const required = jsonSchema["required"];
  if (type !== "object" || shape === undefined || !Array.isArray(required)) return;
  jsonSchema["required"] = required.filter((name: string) => !takesNothing(shape[name]));
}

function clear(schema: Record<string, unknown>, kept: ReadonlySet<string> = new Set()): void {
  // `Reflect`, because the schema is zod's own, to be changed in place.
  for (const keyword of Object.keys(schema)) if (!kept.has(keyword)) Reflect.deleteProperty(schema, keyword);
}

function takesNothing(member: unknown): boolean {
  try {
    // The cast: members of an object are schemas, too.
    const { validate } = (member as { readonly "~standard": { validate(value: unknown): object } })["~standard"];
    const result = validate(undefined);
    return "then" in result || !("issues" in result) || result.issues === undefined;
  } catch {
    return true;
  }
}

/**
 * The schema as a part of another, in which it stands at `place`: references inside lead there. Formats are left out, as
 * editors and libraries do not mean the same by them.
 */
export function embedded(schema: unknown, place: string): JsonSchema {
  if (Array.isArray(schema)) return schema.map((each: unknown) => embedded(each, place)) as never; // The cast: a list below a keyword.
  if (!isPlainObject(schema)) return schema as JsonSchema; // The cast: whatever it says, it is the library's word.
  const entries = Object.entries(schema).flatMap(([keyword, value]): readonly (readonly [string, unknown])[] => {
    if (keyword === "$schema" || keyword === "format" || keyword === "$id") return [];
    if (keyword === "$ref" && typeof value === "string") return [[keyword, value.replace(/^#/, place)]];
    if (asIs.has(keyword)) return [[keyword, value]];
    if (named.has(keyword) && isPlainObject(value)) {
      return [
        [keyword, Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, embedded(inner, place)]))],
      ];
    }
    return [[keyword, embedded(value, place)]];
  });
  return Object.fromEntries(entries);
}

/** Whether a schema refers to parts of itself. */
export function refersToItself(schema: SchemaObject): boolean {
  return JSON.stringify(schema).includes('"$ref":"#');
}

const asIs: ReadonlySet<string> = new Set(["const", "enum", "default", "examples", "required"]);
const named: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
  "dependentSchemas",
]);
