// Room 2: finds the names at one level of the tree of options, and what stands at each.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { describeValue } from "../../kernel/describe-value.ts";
import type { Path } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { declaredAt } from "../../kernel/trail.ts";
import { isLazy, runUserCode } from "../../model/force.ts";
import type { Machine, OptionSetNode, OptionSource, OptionTreeNode } from "../../model/machine.ts";
import { isDefinedModule, type ModuleRecord } from "../../model/module.ts";
import { isOption } from "../../model/option.ts";
import { isOptionType } from "../../model/option-type.ts";
import { isProperty } from "../../model/property.ts";
import { OptionAlone, optionNode } from "./option-node.ts";

/** The root of a tree of options, from modules in the order of definitions. */
export function optionRoot(records: readonly ModuleRecord[]): OptionSetNode {
  const sources = records.flatMap((record) => (record.options === undefined ? [] : { tree: record.options, record }));
  return { kind: "set", path: [], sources, children: null };
}

/**
 * The children of a set of options, by name in no particular order. Remembered in the node unless a function was asked
 * for them, since what it says may hold for this evaluation alone.
 */
export function expandLevel(node: OptionSetNode, machine: Machine): ReadonlyMap<string, OptionTreeNode> {
  if (node.children !== null) return node.children;
  let isShared = true;
  const found = new Map<string, OptionSource | OptionSource[]>();
  for (const source of node.sources) {
    const { record } = source;
    const tree = isLazy(source.tree) ? askForTree(source, machine) : source.tree;
    if (tree !== source.tree || !record.isStatic) isShared = false;
    for (const [name, below] of namesIn(tree, node.path, record, machine)) {
      if (below === undefined) continue;
      const entry: OptionSource = { tree: below, record };
      const known = found.get(name);
      if (known === undefined) found.set(name, entry);
      else if (Array.isArray(known)) known.push(entry);
      else found.set(name, [known, entry]);
    }
  }
  // The same map takes the nodes, in place of what they were made of.
  const children = found as Map<string, OptionSource | readonly OptionSource[] | OptionTreeNode>;
  for (const [name, sources] of found) children.set(name, nodeOf(node, name, sources, machine));
  // The cast: each entry was replaced.
  const nodes = children as ReadonlyMap<string, unknown> as ReadonlyMap<string, OptionTreeNode>;
  if (isShared) node.children = nodes;
  return nodes;
}

// What stands under each name. The set may have getters, or be a proxy: then this runs code of the module.
function namesIn(
  tree: unknown,
  path: Path,
  record: ModuleRecord,
  machine: Machine,
): readonly (readonly [name: string, below: unknown])[] {
  const { origin } = record;
  return runUserCode(
    () => {
      checkTree(tree, path, record, machine);
      return Object.entries(tree);
    },
    (message) => diagnostic("module-threw", { origin }, { message, module: record.file ?? record.key }),
  );
}

function askForTree({ tree, record }: OptionSource, machine: Machine): unknown {
  // Called only with a function as tree; see expandLevel.
  return isLazy(tree) ? machine.structural(record.file ?? record.key, record.origin, () => tree(machine.args)) : tree;
}

function checkTree(
  tree: unknown,
  path: Path,
  record: ModuleRecord,
  machine: Machine,
): asserts tree is Readonly<Record<string, unknown>> {
  const place = { path: [...machine.prefix, ...path], origin: declaredAt(record.origin, { path }, null) };
  const found = isOptionType(tree) ? "type" : isProperty(tree) ? "property" : isDefinedModule(tree) ? "module" : null;
  if (found !== null) fail(diagnostic("not-an-option", place, { found }));
  if (!isPlainObject(tree)) fail(diagnostic("declaration-not-a-set", place, { found: describeValue(tree) }));
}

// Whether options may stand below an option is a question to its type, which may be computed: the option is asked, later.
function nodeOf(
  parent: OptionSetNode,
  name: string,
  found: OptionSource | readonly OptionSource[],
  { unspecified }: Machine,
): OptionTreeNode {
  if ("tree" in found && isOption(found.tree)) {
    return new OptionAlone(parent, name, found.tree, found.record, unspecified);
  }
  const sources = "tree" in found ? [found] : found;
  if (!sources.some(({ tree }) => isOption(tree))) {
    return { kind: "set", path: [...parent.path, name], sources, children: null };
  }
  return optionNode(parent, name, sources, unspecified);
}
