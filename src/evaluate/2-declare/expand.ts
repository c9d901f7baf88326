// Room 2: finds the names at one level of the tree of options, and what stands at each.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { describeValue } from "../../kernel/describe-value.ts";
import type { Path } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { declaredAt } from "../../kernel/trail.ts";
import { failureOf, isLazy } from "../../model/force.ts";
import type { KnownNames, Machine, OptionSetNode, OptionSource, OptionTreeNode } from "../../model/machine.ts";
import type { KnownStructure } from "../../model/known-structure.ts";
import { isDefinedModule, type ModuleRecord } from "../../model/module.ts";
import { isOption } from "../../model/option.ts";
import { isOptionType } from "../../model/option-type.ts";
import { isProperty } from "../../model/property.ts";
import { OptionAlone, optionNode } from "./option-node.ts";

/** The root of a tree of options, from modules in the order of definitions; `known`: of evaluations that share them. */
export function optionRoot(records: readonly ModuleRecord[], known: KnownStructure | null): OptionSetNode {
  const sources = records.flatMap((record) => (record.options === undefined ? [] : { tree: record.options, record }));
  return known === null ? { kind: "set", path: [], sources, children: null, names: null, known } : known.root(sources);
}

/**
 * The children of a set of options, by name in no particular order. Remembered in the node unless a function was asked
 * for them, since what it says may hold for this evaluation alone.
 */
export function expandLevel(node: OptionSetNode, machine: Machine): ReadonlyMap<string, OptionTreeNode> {
  if (node.children !== null) return node.children;
  const [only] = node.sources;
  if (only !== undefined && node.sources.length === 1) return expandAlone(node, only, machine);
  let isShared = true;
  const found: FoundSources = new Map();
  for (const source of node.sources) {
    const { record } = source;
    const tree = isLazy(source.tree) ? askForTree(source, machine) : source.tree;
    if (tree !== source.tree || !record.isStatic) isShared = false;
    addNames(found, tree, node.path, record, machine);
  }
  const children = new Map<string, OptionTreeNode>();
  for (const name of found.keys()) children.set(name, childOf(node, name, found.get(name) ?? [], machine));
  if (isShared) node.children = children;
  return children;
}

// Most sets of options are declared by one module alone.
function expandAlone(node: OptionSetNode, source: OptionSource, machine: Machine): ReadonlyMap<string, OptionTreeNode> {
  const { record } = source;
  const tree = isLazy(source.tree) ? askForTree(source, machine) : source.tree;
  const children = new Map<string, OptionTreeNode>();
  try {
    checkTree(tree, node.path, record, machine);
    const names = Object.keys(tree);
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at] ?? "";
      const below = tree[name];
      if (below !== undefined) children.set(name, childOf(node, name, { tree: below, record }, machine));
    }
  } catch (error) {
    throw failedIn(record, error);
  }
  if (tree === source.tree && record.isStatic) node.children = children;
  return children;
}

type FoundSources = Map<string, OptionSource | OptionSource[]>;

// What stands under each name. The set may have getters, or be a proxy: then this runs code of the module.
function addNames(found: FoundSources, tree: unknown, path: Path, record: ModuleRecord, machine: Machine): void {
  try {
    checkTree(tree, path, record, machine);
    for (const name of Object.keys(tree)) addSource(found, name, tree[name], record);
  } catch (error) {
    throw failedIn(record, error);
  }
}

function failedIn({ origin, file, key }: ModuleRecord, error: unknown): unknown {
  return failureOf(error, (message) => diagnostic("module-threw", { origin }, { message, module: file ?? key }));
}

function addSource(found: FoundSources, name: string, tree: unknown, record: ModuleRecord): void {
  if (tree === undefined) return;
  const source: OptionSource = { tree, record };
  const known = found.get(name);
  if (known === undefined) found.set(name, source);
  else if (Array.isArray(known)) known.push(source);
  else found.set(name, [known, source]);
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
  const found = isOptionType(tree) ? "type" : isProperty(tree) ? "property" : isDefinedModule(tree) ? "module" : null;
  if (found === null && isPlainObject(tree)) return;
  const place = { path: [...machine.prefix, ...path], origin: declaredAt(record.origin, { path }, null) };
  if (found !== null) fail(diagnostic("not-an-option", place, { found }));
  fail(diagnostic("declaration-not-a-set", place, { found: describeValue(tree) }));
}

function childOf(
  parent: OptionSetNode,
  name: string,
  found: OptionSource | readonly OptionSource[],
  machine: Machine,
): OptionTreeNode {
  const { known } = parent;
  return known === null ? nodeOf(parent, name, found, machine) : knownNodeOf(parent, name, found, known, machine);
}

// What other evaluations made of the same declarations; with it comes everything that they found below.
function knownNodeOf(
  parent: OptionSetNode,
  name: string,
  found: OptionSource | readonly OptionSource[],
  known: KnownNames,
  machine: Machine,
): OptionTreeNode {
  const sources = "tree" in found ? [found] : found;
  const met = known.find(name, sources);
  if (met !== null) return met;
  const made = nodeOf(parent, name, found, machine);
  if (sources.every(({ record }) => record.isStatic)) known.add(name, made);
  return made;
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
    const known = parent.known?.below(name) ?? null;
    return { kind: "set", path: [...parent.path, name], sources, children: null, names: null, known };
  }
  return optionNode(parent, name, sources, unspecified);
}
