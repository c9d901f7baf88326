// Values that people gave for documentation, as far as they are plain data.
import { isPlainObject } from "../../kernel/plain.ts";
import { isDefinedModule } from "../../model/module.ts";
import { isOption } from "../../model/option.ts";
import { isOptionType } from "../../model/option-type.ts";
import { isProperty } from "../../model/property.ts";

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * A copy of the value as JSON; undefined: it is more, or other, than data: something in it is still to be computed, or it
 * is text for documentation (`literalExpression`).
 */
export function plainJson(value: unknown, above: readonly object[] = []): Json | undefined {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "object" || above.includes(value)) return undefined;
  if (isProperty(value) || isOption(value) || isOptionType(value) || isDefinedModule(value)) return undefined;
  const here = [...above, value];
  if (Array.isArray(value)) return listOf(value, here);
  return isPlainObject(value) && !isText(value) ? setOf(value, here) : undefined;
}

function listOf(list: readonly unknown[], here: readonly object[]): Json | undefined {
  const members: Json[] = [];
  // By index: a hole is no data.
  for (const member of Array.from(list)) {
    const json = plainJson(member, here);
    if (json === undefined) return undefined;
    members.push(json);
  }
  return members;
}

function setOf(set: Readonly<Record<string, unknown>>, here: readonly object[]): Json | undefined {
  const members: [string, Json][] = [];
  for (const name of Object.keys(set)) {
    const member = set[name];
    if (member === undefined) continue;
    const json = plainJson(member, here);
    if (json === undefined) return undefined;
    members.push([name, json]);
  }
  return Object.fromEntries(members);
}

function isText(set: Readonly<Record<string, unknown>>): boolean {
  return typeof set["_type"] === "string" && typeof set["text"] === "string";
}
