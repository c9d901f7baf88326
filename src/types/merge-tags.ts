// Joins two declarations of one tagged union.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import type { ModuleArgs } from "../model/definition.ts";
import type { Option } from "../model/option.ts";
import type { AnyOptionType } from "../model/option-type.ts";
import { type Tags, typeOfTag } from "./tag-type.ts";

// Attributes of which at most one declaration may give each, as for options.
const exclusive = ["default", "example", "description", "apply"] as const;

/** The alternatives of both; null if one that both have is declared in contradicting ways. */
export function mergeTags(left: Tags, right: Tags): Tags | null {
  const merged: Record<string, Option<unknown>> = { ...left, ...right };
  for (const [name, option] of Object.entries(left)) {
    const other = Object.hasOwn(right, name) ? right[name] : undefined;
    const both = other === undefined ? option : mergeTag(name, option, other);
    if (both === null) return null;
    merged[name] = both;
  }
  return merged;
}

function mergeTag(name: string, left: Option<unknown>, right: Option<unknown>): Option<unknown> | null {
  if (left === right) return left;
  if (exclusive.some((attribute) => left[attribute] !== undefined && right[attribute] !== undefined)) return null;
  const type = mergeTypes(name, left, right);
  return type === null ? null : Object.freeze({ ...right, ...definedIn(left), ...type });
}

function definedIn(option: Option<unknown>): Partial<Option<unknown>> {
  return Object.fromEntries(Object.entries(option).filter(([, value]) => value !== undefined));
}

// Types that are functions are merged when they are asked for, since they may refer to the union itself.
function mergeTypes(
  name: string,
  left: Option<unknown>,
  right: Option<unknown>,
): { readonly type?: Option<unknown>["type"] } | null {
  if (left.type === undefined || right.type === undefined) return {};
  if (typeof left.type !== "function" && typeof right.type !== "function") {
    const type = left.type.typeMerge(right.type);
    return type === null ? null : { type };
  }
  return {
    type: (args: ModuleArgs): AnyOptionType => {
      const own = typeOfTag(left, name, args);
      const merged = own.typeMerge(typeOfTag(right, name, args));
      return merged ?? fail(diagnostic("incompatible-declarations", { path: [name] }, { attribute: "type" }));
    },
  };
}
