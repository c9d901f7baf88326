// Room 6: what modules declare under `_module`, beside what the evaluator declares there itself.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { declaredAt } from "../../kernel/trail.ts";
import type { Machine, OptionNode } from "../../model/machine.ts";
import { descriptionOf } from "../../model/option-type.ts";
import type { Level } from "./level.ts";

/**
 * Fails if a module declares something that contradicts the evaluator's own options: nobody has to read them, so it could go
 * unnoticed. Where no module declares anything there, as in most, nothing is looked at.
 */
export function checkOwnOptions(root: Level, machine: Machine): void {
  const own = root.declared().get("_module");
  if (own === undefined) return;
  if (own.kind === "option") return refuseOption(own, machine);
  if (own.sources.length === 1) return;
  for (const node of root.childLevel("_module").declared().values()) {
    if (node.kind === "option" && node.declarations.length > 1) machine.mergeDeclarations(node);
  }
}

// Also one of a submodule, which elsewhere may have options below it: these are not read as an option's value.
function refuseOption(node: OptionNode, machine: Machine): never {
  const merged = machine.mergeDeclarations(node);
  const record = node.declarations.find(({ kind }) => kind === "option")?.record;
  const place = {
    path: [...machine.prefix, ...node.path],
    ...(record && { origin: declaredAt(record.origin, node, null) }),
  };
  fail(diagnostic("nested-under-option", place, { type: descriptionOf(merged.type), nested: [] }));
}
