// Room 6: what is left of a level of which some definitions cannot be moved down, and what must not be shown then.
import { attempt, type ConfixError, remainsOf } from "../../diagnostics/errors.ts";
import type { Definition } from "../../model/definition.ts";
import type { Machine, OptionSetNode, OptionTreeNode } from "../../model/machine.ts";

/** Whether an option below is sensitive; what cannot be told may be. */
export function holdsSecrets(node: OptionSetNode, machine: Machine): boolean {
  const found = attempt(() => [...machine.expand(node).values()].some((child) => isSecret(child, machine)));
  return found?.value ?? true;
}

/** Whether an option is sensitive, or one below a set of options. */
export function isSecret(node: OptionTreeNode, machine: Machine): boolean {
  if (node.kind === "set") return holdsSecrets(node, machine);
  return node.declarations.some((each) => each.kind === "option" && each.option.sensitive === true);
}

/** Where some definitions cannot be moved down: those of the others, by name; null: it is something else that failed. */
export function restOfPushed(error: ConfixError): ReadonlyMap<string, readonly Definition[]> | null {
  const remains = remainsOf(error);
  // The cast: nothing else that fails here leaves anything.
  return remains !== null && "value" in remains ? (remains.value as ReadonlyMap<string, readonly Definition[]>) : null;
}
