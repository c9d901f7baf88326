// Tells whether plain data is of a type, as deep as that can be told without evaluating a configuration.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { messageOf } from "../diagnostics/render-text.ts";
import { evalModules } from "../evaluate/index.ts";
import { elementPlace, type Path } from "../kernel/path.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { optionBrand } from "../model/brands.ts";
import type { AnyOptionType } from "../model/option-type.ts";
import { isProperty } from "../model/property.ts";
import { hasOptions } from "./has-options.ts";
import { isLiteral } from "./literals.ts";

/** Why a value is not of a type; `detail` says more, if there is more to say. */
export interface Misfit {
  readonly detail: string | null;
}

/**
 * Why a value is not of a type; null: it is, or that cannot be told. A value with functions or properties in it is left
 * alone, since these are to be computed. In types with submodules only the outermost shape is looked at: their options
 * would be computed.
 */
export function misfit(type: AnyOptionType, value: unknown): Misfit | null {
  if (!isData(value, [])) return null;
  try {
    if (!type.check(value)) return { detail: type.explain(value) };
    return hasOptions(type) ? null : misfitInside(type, value);
  } catch {
    return null; // The type's own code fails; whoever defines the option will be told.
  }
}

// Codes that say that a value, or a part of it, is not of its type.
const aboutTypes: ReadonlySet<string> = new Set(["wrong-type", "null-and-value", "different-tags", "undefined-value"]);

function misfitInside(type: AnyOptionType, value: unknown): Misfit | null {
  const option = Object.freeze({ [optionBrand]: true, type, default: value });
  const { diagnostics } = evalModules({ modules: [{ options: { value: option } }] }).output({ at: ["value"] });
  const [found] = diagnostics.filter(({ code, path }) => aboutTypes.has(code) && path !== null && path.length > 1);
  return found === undefined ? null : { detail: describe(found, (found.path ?? []).slice(1)) };
}

// What is wrong inside, and where: the message would take the place for the path of an option.
function describe(found: Diagnostic, path: Path): string {
  const { type, detail } = found.data;
  if (found.code !== "wrong-type" || typeof type !== "string") return messageOf({ ...found, path });
  const where = path.map(describeName).join(", ");
  return `${where} is not of type \`${type}\`${typeof detail === "string" ? `: ${detail}` : ""}`;
}

function describeName(name: string): string {
  const place = elementPlace(name);
  return place === null ? name : `element ${place + 1}`;
}

// Nothing in it is to be computed, or stands for something else; `above` are the objects around it.
function isData(value: unknown, above: readonly object[]): boolean {
  if (typeof value === "function" || isProperty(value) || isLiteral(value)) return false;
  if (typeof value !== "object" || value === null || above.includes(value)) return true;
  if (!Array.isArray(value) && !isPlainObject(value)) return true;
  const inside = [...above, value];
  return Object.values(Object.getOwnPropertyDescriptors(value)).every(
    (property) => "value" in property && isData(property.value, inside),
  );
}
