// Shows values that may hold properties, options, types and modules, for a message: as they were written.
import { type Mark, show } from "../kernel/show.ts";
import { describeValue } from "../kernel/describe-value.ts";
import { evaluationBrand, hasBrand, propertyBrand } from "./brands.ts";
import { isDefinedModule } from "./module.ts";
import { isOption } from "./option.ts";
import { isOptionType } from "./option-type.ts";
import { type AnyProperty, isProperty, orders, priorities } from "./property.ts";

/** A definition as text; null if there is nothing to see, as with a lazy value. Computes nothing. */
export function showWritten(value: unknown): string | null {
  return typeof value === "function" ? null : show(value, { mark });
}

/** A value that a type got as text: a function is one. Computes nothing. */
export function showValue(value: unknown): string {
  return show(value, { mark });
}

/**
 * A value in words, with an article, like `describeValue`, which does not know what Confix makes: `an option type`, ``the
 * property `mkForce(…)` ``. Total.
 */
export function describeWritten(value: unknown): string {
  try {
    if (isProperty(value)) return `the property \`${callOf(value)}…)\``;
    if (isOption(value)) return "an option's declaration";
    if (isOptionType(value)) return "an option type";
    if (isDefinedModule(value)) return "a module";
    if (hasBrand(value, evaluationBrand)) return "the result of an evaluation";
  } catch {
    // A hostile proxy: its traps ran and threw.
  }
  return describeValue(value);
}

function mark(value: object): Mark | null {
  if (isProperty(value)) return markOf(value);
  if (isOption(value)) return text("mkOption({ … })");
  if (isOptionType(value)) return text(`types.${value.name}`);
  return isDefinedModule(value) ? text("defineModule({ … })") : null;
}

function markOf(property: AnyProperty): Mark {
  if (property[propertyBrand] === "merge") return text("mkMerge([ … ])");
  const { content } = property;
  const isPlace = property[propertyBrand] === "definition";
  const before = isPlace ? "" : callOf(property);
  const after = isPlace ? "" : ")";
  // A lazy value is not there to be seen.
  return typeof content === "function" ? text(`${before}…${after}`) : { before, inside: { value: content }, after };
}

function text(before: string): Mark {
  return { before, inside: null, after: "" };
}

const overrideNames: ReadonlyMap<number, string> = new Map([
  [priorities.force, "mkForce("],
  [priorities.default, "mkDefault("],
]);
const orderNames: ReadonlyMap<number, string> = new Map([
  [orders.before, "mkBefore("],
  [orders.after, "mkAfter("],
]);

// How the call that made a property begins, up to the definition in it.
function callOf(property: AnyProperty): string {
  switch (property[propertyBrand]) {
    case "if":
      return "mkIf(…, ";
    case "merge":
      return "mkMerge(";
    case "override":
      return overrideNames.get(property.priority) ?? `mkOverride(${property.priority}, `;
    case "order":
      return orderNames.get(property.priority) ?? `mkOrder(${property.priority}, `;
    case "definition":
      return "mkDefinition(";
  }
}
