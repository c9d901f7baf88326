// Reads a value to the bottom, for documentation: what is computed when it is read has to be computed to be shown.
import { isPlainObject } from "../kernel/plain.ts";
import { isDefinedModule } from "../model/module.ts";
import { isOption } from "../model/option.ts";
import { isOptionType } from "../model/option-type.ts";
import { isProperty } from "../model/property.ts";
import { showValue } from "../model/show-written.ts";

/** Something in a value that is shown by a text of its own. */
export class Sign {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * A copy of the value whose sets and lists hold nothing that is still to be computed, without names under which there is
 * nothing. Packages, what Confix makes, and sets that contain themselves are signs; everything else that is neither set
 * nor list is what it was.
 */
export function readValue(value: unknown, above: readonly object[] = []): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (above.includes(value)) return new Sign("<recursive>");
  if (isProperty(value) || isOption(value) || isOptionType(value) || isDefinedModule(value)) {
    return new Sign(showValue(value));
  }
  const here = [...above, value];
  if (Array.isArray(value)) return Array.from(value, (element) => readValue(element, here));
  if (!isPlainObject(value)) return value;
  const name = stringIn(value, "type") === "derivation" ? stringIn(value, "name") : null;
  if (name !== null) return new Sign(`<derivation ${name}>`);
  const copy: Record<string, unknown> = Object.create(null); // A name may be `__proto__`.
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (member !== undefined) copy[key] = readValue(member, here);
  }
  return copy;
}

/** The string under a name; null: there is none. A name that is absent is not read: a set of options would refuse. */
export function stringIn(set: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = Object.hasOwn(set, name) ? set[name] : null;
  return typeof value === "string" ? value : null;
}
