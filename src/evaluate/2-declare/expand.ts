// Room 2: finds the names at one level of the tree of options, and what stands at each.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { describeValue } from "../../kernel/describe-value.ts";
import type { Path } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { declaredAt } from "../../kernel/trail.ts";
import { isLazy, runUserCode } from "../../model/force.ts";
import type {
  Declaration,
  Machine,
  MergedOption,
  OptionNode,
  OptionSetNode,
  OptionSource,
  OptionTreeNode,
} from "../../model/machine.ts";
import { isDefinedModule, type ModuleRecord } from "../../model/module.ts";
import { isOption } from "../../model/option.ts";
import { isOptionType } from "../../model/option-type.ts";
import { isProperty } from "../../model/property.ts";

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
  const entries = new Map<string, OptionSource | OptionSource[]>();
  for (const source of node.sources) {
    const { record } = source;
    const tree = isLazy(source.tree) ? askForTree(source, machine) : source.tree;
    if (tree !== source.tree || !record.isStatic) isShared = false;
    for (const [name, below] of namesIn(tree, node.path, record, machine)) {
      if (below === undefined) continue;
      const entry: OptionSource = { tree: below, record };
      const known = entries.get(name);
      if (known === undefined) entries.set(name, entry);
      else if (Array.isArray(known)) known.push(entry);
      else entries.set(name, [known, entry]);
    }
  }
  const children = new Map<string, OptionTreeNode>();
  for (const [name, found] of entries) children.set(name, nodeOf(node, name, Array.isArray(found) ? found : [found]));
  if (isShared) node.children = children;
  return children;
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
function nodeOf(parent: OptionSetNode, name: string, sources: readonly OptionSource[]): OptionTreeNode {
  if (!sources.some(({ tree }) => isOption(tree))) {
    return { kind: "set", path: [...parent.path, name], sources, children: null };
  }
  return new OptionAt(parent, name, distinct(sources.map(declarationOf)));
}

/** An option of a set. There are many, and of most nobody asks for the path. */
class OptionAt implements OptionNode {
  readonly kind = "option";
  readonly declarations: readonly Declaration[];
  merged: MergedOption | null = null;
  private readonly parent: OptionSetNode;
  private readonly name: string;

  constructor(parent: OptionSetNode, name: string, declarations: readonly Declaration[]) {
    this.parent = parent;
    this.name = name;
    this.declarations = declarations;
  }

  get path(): Path {
    return [...this.parent.path, this.name];
  }
}

function declarationOf({ tree, record }: OptionSource): Declaration {
  return isOption(tree) ? { kind: "option", option: tree, record } : { kind: "nested", tree, record };
}

// The same declaration object at the same path, met through two modules, is one declaration.
function distinct(declarations: readonly Declaration[]): readonly Declaration[] {
  if (declarations.length === 1) return declarations;
  const seen = new Set<unknown>();
  return declarations.filter((declaration) => {
    const identity = declaration.kind === "option" ? declaration.option : declaration.tree;
    return !seen.has(identity) && seen.add(identity);
  });
}
