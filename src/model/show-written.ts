// Shows a definition that nobody computes as it was written, for a message.
import { show } from "../kernel/show.ts";
import { propertyBrand } from "./brands.ts";
import { isOption } from "./option.ts";
import { isOptionType } from "./option-type.ts";
import { type AnyProperty, isProperty, orders, priorities } from "./property.ts";

/** The value as text, properties around it by name; null if there is nothing to see, as with a lazy value. Computes nothing. */
export function showWritten(value: unknown): string | null {
  try {
    return showKind(value);
  } catch {
    return show(value); // A hostile proxy: its traps ran and threw.
  }
}

function showKind(value: unknown): string | null {
  if (typeof value === "function") return null;
  if (isOption(value)) return "mkOption({ … })";
  if (isOptionType(value)) return `types.${value.name}`;
  return isProperty(value) ? showProperty(value) : show(value);
}

const overrideNames: ReadonlyMap<number, string> = new Map([
  [priorities.force, "mkForce("],
  [priorities.default, "mkDefault("],
]);
const orderNames: ReadonlyMap<number, string> = new Map([
  [orders.before, "mkBefore("],
  [orders.after, "mkAfter("],
]);

function showProperty(property: AnyProperty): string | null {
  if (property[propertyBrand] === "merge") return "mkMerge([ … ])";
  const content = showWritten(property.content) ?? "…";
  switch (property[propertyBrand]) {
    case "if":
      return `mkIf(…, ${content})`;
    case "override":
      return `${overrideNames.get(property.priority) ?? `mkOverride(${property.priority}, `}${content})`;
    case "order":
      return `${orderNames.get(property.priority) ?? `mkOrder(${property.priority}, `}${content})`;
    case "definition":
      return content;
  }
}
