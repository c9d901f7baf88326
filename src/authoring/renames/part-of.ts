// Takes definitions of a set apart: of each only what it says about one name below it.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { suggestNames } from "../../diagnostics/suggest.ts";
import { describeValue } from "../../kernel/describe-value.ts";
import type { Origin } from "../../kernel/origin.ts";
import { type Path, showPath } from "../../kernel/path.ts";
import { isPlainObject, memberValue } from "../../kernel/plain.ts";
import { isProperty, makeMerge } from "../../model/property.ts";
import { mapContent } from "../map-content.ts";
import { findOption } from "./tree-path.ts";

/** What a definition is about. */
export interface DefinedSet {
  /** The set of options whose names it must stick to, in `options`. */
  readonly target: Path;
  readonly options: object;
  /** What the definition calls that set, for messages. */
  readonly path: Path;
  readonly origin: Origin;
}

/**
 * What a definition of a set says about the option at `below`, with the properties on the way around it; nothing, if it
 * says nothing. Functions on the way are called when the part is needed. Fails with `undeclared-option` for a name on the
 * way that the set does not have.
 */
export function partOf(value: unknown, below: Path, set: DefinedSet): unknown {
  const [name, ...rest] = below;
  if (name === undefined) return value;
  if (value === undefined) return makeMerge([]);
  if (isProperty(value)) return mapContent(value, (content) => partOf(content, below, set));
  if (typeof value === "function") {
    // The cast: a function in a definition takes the arguments of its module.
    const lazy = value as (args: unknown) => unknown;
    return (args: unknown): unknown => partOf(lazy(args), below, set);
  }
  const { path, origin } = set;
  if (!isPlainObject(value))
    fail(diagnostic("definition-not-a-set", { path, origin }, { found: describeValue(value) }));
  refuseUnknownNames(value, set);
  const inner = { ...set, target: [...set.target, name], path: [...path, name] };
  return Object.hasOwn(value, name) ? partOf(memberValue(value, name), rest, inner) : makeMerge([]);
}

function refuseUnknownNames(value: object, { target, options, path, origin }: DefinedSet): void {
  const found = findOption(options, target);
  if (found.kind !== "set") return;
  for (const name of Object.keys(value)) {
    if (name in found.names) continue;
    const suggestions = suggestNames(name, Object.keys(found.names)).map((each) => showPath([...path, each]));
    const place = { path: [...path, name], origin };
    fail(diagnostic("undeclared-option", place, { suggestions, hint: "none", within: "" }));
  }
}
