// Room 1: finds all modules. Walks the imports breadth first, drops what is disabled and what was met before.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { ConfixError, isConfixError, withPath } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { type Origin, unknownFile } from "../../kernel/origin.ts";
import { resolveOrigin, stepInto } from "../../kernel/trail.ts";
import type { ModuleGraphNode, ModuleRecord } from "../../model/module.ts";
import { type DisabledModules, gatherDisabled } from "./disabled.ts";
import { type CollectContext, type Importer, type LoadedModule, loadModule } from "./load-module.ts";

/** All modules of an evaluation. */
export interface Collected {
  /** In the order of definitions: breadth first, reversed, as nixpkgs has it. Imported modules come before importers. */
  readonly records: readonly ModuleRecord[];
  /** How many of the last records are roots: definitions of a submodule are inserted before these. */
  readonly rootCount: number;
  /** Nothing in the records was computed from the arguments of this evaluation. */
  readonly isStatic: boolean;
  /** Whether a module was met. */
  has(module: unknown): boolean;
  /**
   * A module that was met, as it is with the replacements of `context`. Null: it was not met, or what takes its place was
   * met as another one.
   */
  reload(module: unknown, context: CollectContext): Reloaded | null;
  /** The import tree as it was written, repeated and disabled modules included. Computed when asked for. */
  graph(): readonly ModuleGraphNode[];
}

/** A module in whose place another one stands, which is none of the others. */
export interface Reloaded {
  /** All that stands for the other one. */
  readonly identities: readonly unknown[];
  readonly before: ModuleRecord;
  readonly after: ModuleRecord;
  /** From now on it is that one. */
  commit(): void;
}

/** A module that was met, with those it imports. */
interface Node {
  record: ModuleRecord;
  readonly identities: readonly unknown[];
  imports: readonly Node[];
  /** Loads it once more; null: it is the evaluator's own. */
  readonly loadAgain: ((context: CollectContext) => LoadedModule) | null;
}

/** Collects the modules `roots` lead to. `internal` is the evaluator's own module; it comes after the roots. */
export function collectModules(roots: readonly unknown[], internal: ModuleRecord, context: CollectContext): Collected {
  try {
    return collect(roots, internal, context);
  } catch (error) {
    // What is wrong with a module of a submodule also says which option it is.
    throw isConfixError(error) ? withPath(error, context.prefix) : error;
  }
}

function collect(roots: readonly unknown[], internal: ModuleRecord, context: CollectContext): Collected {
  const walk = new Walk(context);
  const rootNodes = walk.load(roots);
  const internalNode: Node = { record: internal, identities: [], imports: [], loadAgain: null };
  const disabled = gatherDisabled(walk.records(), (identity) => walk.isKnown(identity), context);
  const isEnabled = (node: Node): boolean => !isDisabled(node, disabled);

  const emitted: ModuleRecord[] = [];
  const seen = new Set<unknown>();
  const queue: Node[] = [...rootNodes.filter(isEnabled), internalNode];
  const roots0 = queue.length;
  let rootCount = 0;
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at];
    if (node === undefined || seen.has(node) || seen.has(node.record.key)) continue;
    seen.add(node);
    seen.add(node.record.key);
    emitted.push(node.record);
    if (at < roots0) rootCount += 1;
    for (const imported of node.imports) if (isEnabled(imported)) queue.push(imported);
  }
  return {
    records: emitted.reverse(),
    rootCount,
    isStatic: emitted.every((record) => record.isStatic),
    has: (module) => walk.isKnown(module),
    reload: (module, again) => walk.reload(module, again),
    graph: () => rootNodes.map((node) => graphOf(node, disabled, new Set())),
  };
}

function isDisabled(node: Node, disabled: DisabledModules): boolean {
  return disabled.keys.has(node.record.key) || node.identities.some((identity) => disabled.identities.has(identity));
}

/** Loads every module once, breadth first, whether it will turn out to be disabled or not. */
class Walk {
  readonly #context: CollectContext;
  readonly #byIdentity = new Map<unknown, Node>();
  readonly #nodes: Node[] = [];
  readonly #errors: ConfixError[] = [];

  constructor(context: CollectContext) {
    this.#context = context;
  }

  load(roots: readonly unknown[]): readonly Node[] {
    const rootNodes = this.#loadList(roots, null);
    // The list grows while it is walked: each node appends those it meets first.
    for (const node of this.#nodes) node.imports = this.#loadList(node.record.imports, node.record);
    const [only, ...others] = this.#errors;
    if (only !== undefined && others.length === 0) throw only;
    if (only !== undefined) throw new ConfixError(this.#errors.flatMap(({ diagnostics }) => diagnostics));
    return rootNodes;
  }

  *records(): Iterable<ModuleRecord> {
    for (const node of this.#nodes) yield node.record;
  }

  isKnown(identity: unknown): boolean {
    return this.#byIdentity.has(identity);
  }

  reload(module: unknown, context: CollectContext): Reloaded | null {
    const node = this.#byIdentity.get(module);
    const loaded = node?.loadAgain?.(context);
    if (node === undefined || loaded === undefined) return null;
    // What is there already counts once, wherever it stands.
    if (loaded.identities.some((identity) => (this.#byIdentity.get(identity) ?? node) !== node)) return null;
    if (loaded.record.faults !== undefined) throw new ConfixError(loaded.record.faults);
    return {
      identities: loaded.identities,
      before: node.record,
      after: loaded.record,
      commit: () => {
        node.record = loaded.record;
        for (const identity of loaded.identities) this.#byIdentity.set(identity, node);
      },
    };
  }

  #loadList(items: readonly unknown[], from: Importer | null): readonly Node[] {
    const prefix = from === null ? "" : from.key;
    return Array.from(items).flatMap((item, at) => {
      try {
        const node = this.#node(item, at, `${prefix}:anon-${at + 1}`, from);
        // Also of modules that will turn out to be disabled, as in nixpkgs: what is imported must fit.
        this.#errors.push(...classMismatch(node.record, this.#context.class, at, from));
        return [node];
      } catch (error) {
        if (!isConfixError(error)) throw error;
        // What is wrong with one module has nothing to do with the next.
        this.#errors.push(withImportPlace(error, at, from));
        return [];
      }
    });
  }

  #node(item: unknown, at: number, key: string, from: Importer | null): Node {
    const known = typeof item === "string" ? undefined : this.#byIdentity.get(item);
    if (known !== undefined) return known;
    const loadAgain = (context: CollectContext): LoadedModule => loadModule(item, at, key, from, context);
    const loaded = loadAgain(this.#context);
    const same = loaded.identities.map((identity) => this.#byIdentity.get(identity)).find((node) => node !== undefined);
    const node = same ?? this.#add(loaded, loadAgain);
    const { faults } = loaded.record;
    // What it imports has faults of its own.
    if (same === undefined && faults !== undefined) {
      this.#errors.push(withImportPlace(new ConfixError(faults), at, from));
    }
    for (const identity of loaded.identities) this.#byIdentity.set(identity, node);
    return node;
  }

  #add({ record, identities }: LoadedModule, loadAgain: Node["loadAgain"]): Node {
    const node: Node = { record, identities, imports: [], loadAgain };
    this.#nodes.push(node);
    return node;
  }
}

/** The error with the place of the import for what has none, or only the file that imports. */
function withImportPlace(error: ConfixError, at: number, from: Importer | null): ConfixError {
  const importer = from === null ? null : (from.file ?? from.placedIn);
  const needsPlace = ({ origin, path }: Diagnostic): boolean =>
    path === null &&
    (origin === null || (origin.line === undefined && (origin.file === importer || origin.file === unknownFile)));
  if (!error.diagnostics.some(needsPlace)) return error;
  const origin = importPlace(at, from);
  if (origin === null) return error;
  const placed = error.diagnostics.map((each) => (needsPlace(each) ? Object.freeze({ ...each, origin }) : each));
  return new ConfixError(placed, error.cause);
}

// Where the module is named; null: it is a root, or that cannot be told.
function importPlace(at: number, from: Importer | null): Origin | null {
  if (from === null) return null;
  const origin = resolveOrigin(from.placeInside ?? stepInto(from.origin, { kind: "import", at }));
  return origin.line === undefined ? null : origin;
}

function classMismatch(
  { class: actual, file, origin: inside }: ModuleRecord,
  expected: string | null,
  at: number,
  from: Importer | null,
): readonly ConfixError[] {
  if (expected === null || actual === null || actual === expected) return [];
  const module = file ?? (inside.file === unknownFile ? null : inside.file);
  const named = importPlace(at, from);
  const said = stepInto(inside, { kind: "attribute", name: "_class" });
  const place =
    named === null ? { origin: inside } : { origin: named, related: [{ message: "of this class", origin: said }] };
  return [new ConfixError([diagnostic("class-mismatch", place, { module, actual, expected })])];
}

// An import cycle ends where it closes: the repeated module is shown without its imports. Of modules that import others by
// several ways the tree has many times as many nodes as there are modules, so it is made as far as somebody looks.
function graphOf(node: Node, disabled: DisabledModules, above: ReadonlySet<Node>): ModuleGraphNode {
  let imports: readonly ModuleGraphNode[] | null = null;
  return Object.freeze({
    key: node.record.key,
    file: node.record.origin.file,
    disabled: isDisabled(node, disabled),
    get imports() {
      const inside = new Set(above).add(node);
      imports ??= above.has(node) ? [] : node.imports.map((imported) => graphOf(imported, disabled, inside));
      return imports;
    },
  });
}
