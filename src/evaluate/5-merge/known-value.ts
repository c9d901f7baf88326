// Room 5: the values of options for which nothing has to be computed. Such an option needs no cell.
import { isConfixError } from "../../diagnostics/errors.ts";
import { propertyBrand } from "../../model/brands.ts";
import type { Definition } from "../../model/definition.ts";
import { isLazy } from "../../model/force.ts";
import { isAtom, isWritten } from "../../model/is-data.ts";
import type { Machine, OptionNode } from "../../model/machine.ts";
import { isProperty, priorities } from "../../model/property.ts";

// More than these are not looked at each time that somebody reads the option.
const fewDefinitions = 4;

/**
 * The value of an option that is an atom which stands there; undefined: it has to be computed, or something is wrong with
 * it. Of 50,000 options most are, and a cell for each is a third of what an evaluation allocates.
 */
export function knownAtom(node: OptionNode, given: readonly Definition[], machine: Machine): unknown {
  if (given.length > fewDefinitions) return undefined;
  let { merged } = node;
  if (merged === null) {
    if (!node.isPlain) return undefined;
    try {
      merged = machine.mergeDeclarations(node);
    } catch (error) {
      // What is wrong with the declaration is found again, and said, where the value is computed.
      if (!isConfixError(error)) throw error;
      return undefined;
    }
  }
  if (!merged.takesAtoms) return undefined;
  const fallback = merged.attributes.default;
  if (given.length === 0) return isAtom(fallback) && merged.type.check(fallback) ? fallback : undefined;
  // A default that is a property may be of another priority.
  if (fallback !== undefined && !isWritten(fallback) && !isLazy(fallback)) return undefined;
  // The definition that wins, if that is an atom which stands under no condition, and none has to be looked into to know that.
  let only: unknown = undefined;
  let best: number = priorities.optionDefault;
  // No `for … of`: until V8 has optimised it, that makes an object for each definition.
  for (let at = 0; at < given.length; at += 1) {
    const definition = given[at];
    if (definition === undefined || definition.conditions !== null) return undefined;
    let { value } = definition;
    let priority = definition.priority ?? priorities.plain;
    if (!isAtom(value)) {
      if (!isProperty(value) || value[propertyBrand] !== "override") return undefined;
      priority = Math.min(definition.priority ?? value.priority, value.priority);
      value = value.content;
      if (!isAtom(value)) return undefined;
    }
    // Those of equal strength have to agree, and beside a default as weak as they are it counts as well.
    if (priority === best) return undefined;
    if (priority > best) continue;
    best = priority;
    only = value;
  }
  return only !== undefined && merged.type.check(only) ? only : undefined;
}
