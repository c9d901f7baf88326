// Tells Confix's own types from those of other people that only share a name with one, by values that these would refuse.
import type { AnyOptionType } from "../../model/option-type.ts";
import { leafRows } from "./leaf-rows.ts";
import { type JsonSchema, kindOf, kindsIn } from "./schema.ts";

const probes: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  0.5,
  65_536,
  "",
  " ",
  "a",
  "/a",
  "a\nb\n",
  [],
  ["a"],
  {},
  { a: 1 },
];

// What the types take, at most, that look at nothing but the outermost shape.
const heads: Readonly<Record<string, JsonSchema>> = {
  attrListOf: { type: ["array", "object"] },
  attrsWith: { type: "object" },
  deferredModuleWith: { type: ["object", "string"] },
  functionTo: false,
  listOf: { type: "array" },
};

/**
 * Whether a type is one of Confix's, as far as can be told: if it takes what Confix's type of this name would refuse, it
 * is another. Types around one other type take what that takes, and are believed.
 */
export function isOwnType(type: AnyOptionType): boolean {
  const { name, payload } = type.functor;
  if (Object.hasOwn(heads, name)) return !takesMore(type, heads[name] ?? true);
  if (!Object.hasOwn(leafRows, name)) return true;
  const shape = leafRows[name]?.(payload) ?? null;
  return shape !== null && !takesMore(type, shape.head);
}

function takesMore(type: AnyOptionType, head: JsonSchema): boolean {
  return probes.some((probe) => refuses(head, probe) && takes(type, probe));
}

// As far as the outermost keywords tell.
function refuses(schema: JsonSchema, value: unknown): boolean {
  if (!kindsIn(schema).has(kindOf(value))) return true;
  if (typeof schema === "boolean") return false;
  const { pattern } = schema;
  return typeof value === "string" && typeof pattern === "string" && !new RegExp(pattern, "u").test(value);
}

// `check` may be anybody's: what it throws is no answer.
function takes(type: AnyOptionType, probe: unknown): boolean {
  try {
    return type.check(probe);
  } catch {
    return false;
  }
}
