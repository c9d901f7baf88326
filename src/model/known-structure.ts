// What evaluations of the same modules leave for the next: what modules are, and what they declare. It holds nothing that
// was computed from the arguments or the values of one evaluation.
import type { Declaration, KnownNames, OptionSetNode, OptionSource, OptionTreeNode } from "./machine.ts";
import type { ModuleRecord } from "./module.ts";

/** Where a module object was met: the same object at another place is another record. */
export interface MeetingPlace {
  readonly key: string;
  readonly file: string | null;
  /** Who imports it; null: it is a root, or is known by its path. */
  readonly from: unknown;
}

/** What evaluations that share modules hand on to one another. */
export class KnownStructure {
  readonly records: KnownRecords = new KnownRecords();
  readonly #names: KnownNames = new MetNames();
  #root: OptionSetNode | null = null;

  /** The root of a tree of options: the one that was made of these sources before, or a new one. */
  root(sources: readonly OptionSource[]): OptionSetNode {
    if (this.#root !== null && isMadeOf(this.#root, sources)) return this.#root;
    const root: OptionSetNode = { kind: "set", path: [], sources, children: null, names: null, known: this.#names };
    if (sources.every(({ record }) => record.isStatic)) this.#root = root;
    return root;
  }
}

interface Met {
  readonly place: MeetingPlace;
  readonly record: ModuleRecord;
}

// One evaluation meets an object at one place, or two if it is named by its path as well.
const mostPlaces = 4;

/** The records of modules that are objects. What a function returned is never in here: it is called for each evaluation. */
export class KnownRecords {
  readonly #met = new WeakMap<object, readonly Met[]>();

  /** The record of an object that was met at the same place before, or null. */
  find(module: object, { key, file, from }: MeetingPlace): ModuleRecord | null {
    const met = this.#met.get(module);
    return met?.find(({ place }) => place.key === key && place.file === file && place.from === from)?.record ?? null;
  }

  /** Keeps a record that holds for all evaluations. */
  add(module: object, place: MeetingPlace, record: ModuleRecord): void {
    const before = this.#met.get(module) ?? [];
    this.#met.set(module, [{ place, record }, ...before.slice(0, mostPlaces - 1)]);
  }
}

class MetNames implements KnownNames {
  readonly #nodes = new Map<string, OptionTreeNode>();
  readonly #below = new Map<string, MetNames>();

  find(name: string, sources: readonly OptionSource[]): OptionTreeNode | null {
    const node = this.#nodes.get(name);
    return node !== undefined && isMadeOf(node, sources) ? node : null;
  }

  add(name: string, node: OptionTreeNode): void {
    this.#nodes.set(name, node);
  }

  below(name: string): MetNames {
    const known = this.#below.get(name) ?? new MetNames();
    this.#below.set(name, known);
    return known;
  }
}

function isMadeOf(node: OptionTreeNode, sources: readonly OptionSource[]): boolean {
  const own: readonly (OptionSource | Declaration)[] = node.kind === "set" ? node.sources : node.declarations;
  return own.length === sources.length && own.every((made, at) => isSame(made, sources[at]));
}

function isSame(made: OptionSource | Declaration, source: OptionSource | undefined): boolean {
  return source !== undefined && treeOf(made) === source.tree && isSameRecord(made.record, source.record);
}

// What hosts import by value, each below itself, differs in its key alone, if it knows by itself where it stands.
function isSameRecord(one: ModuleRecord, other: ModuleRecord): boolean {
  return one === other || (one.source !== null && one.source === other.source && one.file === other.file);
}

function treeOf(made: OptionSource | Declaration): unknown {
  return "option" in made ? made.option : made.tree;
}
