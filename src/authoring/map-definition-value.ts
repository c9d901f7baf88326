// Changes the value of a definition underneath its properties.
import { isProperty } from "../model/property.ts";
import type { Untyped, UntypedArgs } from "../model/typed.ts";
import { failArgument } from "./check-arguments.ts";
import { mapContent } from "./map-content.ts";

/**
 * A definition with `change` applied to its value, and to each of them if it is made of several; the conditions,
 * priorities, orders and places around stay. A definition that is a function of the module arguments stays one: `change`
 * gets what it returns, when that is needed. Fails with `bad-argument` if `change` is no function.
 */
export function mapDefinitionValue(change: (value: Untyped) => unknown, definition: unknown): unknown {
  if (typeof change !== "function") failArgument("mapDefinitionValue", "change", "must be a function of a value");
  return mapValue(change, definition);
}

function mapValue(change: (value: Untyped) => unknown, definition: unknown): unknown {
  if (isProperty(definition)) return mapContent(definition, (content) => mapValue(change, content));
  if (typeof definition !== "function") return change(definition);
  // The cast: a function in a definition takes the arguments of its module.
  const lazy = definition as (args: UntypedArgs) => unknown;
  return (args: UntypedArgs): unknown => {
    const value = lazy(args);
    // A function that is returned is the value, and not called.
    return isProperty(value) ? mapValue(change, value) : change(value);
  };
}
