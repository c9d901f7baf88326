// What a workload comes to, by rules written down here once more and without Confix: what every tool has to print.
import {
  expressionOf,
  isSet,
  type Request,
  type Value,
  type WorkModule,
  type WorkOption,
  type WorkType,
  type Workload,
} from "./document.ts";
import { entryOf } from "./entry-of.ts";

/** A level of names whose values are computed when they are asked for; what is undefined is not there. */
class Level {
  readonly members: Map<string, () => Resolved | undefined> = new Map();
}

type Resolved = Value | Level;

/** Where an expression stands: what `ref`, `self` and `name` mean there. */
interface Scope {
  readonly root: Level;
  readonly self?: Level;
  readonly name?: string;
}

/** A definition; `rest` are the keys of the value that it gives only, if any. */
interface Given {
  readonly rest: readonly string[];
  readonly value: Value;
  readonly scope: Scope;
  readonly condition?: Value;
  readonly priority?: number;
  readonly order?: number;
}

/** The result of a workload, or of the part of it that is asked for. */
export function resolveWorkload({ modules, hosts, request }: Workload, asked: Request = "all"): Value {
  let root = new Level();
  if (hosts === undefined) root = resolveModules(modules);
  for (const { name, module } of hosts ?? []) {
    root.members.set(
      name,
      remembered(() => resolveModules([...modules, module])),
    );
  }
  return finished(read(root, request[asked]));
}

function resolveModules(modules: readonly WorkModule[]): Level {
  const root = new Level();
  // As in NixOS: of equal order, the last module comes first.
  const givens = modules.toReversed().flatMap(({ defs }) =>
    defs.map(({ path, value, if: condition, priority, order }): Given => {
      return {
        rest: path,
        value,
        scope: { root },
        ...(condition !== undefined && { condition }),
        ...(priority !== undefined && { priority }),
        ...(order !== undefined && { order }),
      };
    }),
  );
  const options = modules.flatMap((module) => module.options);
  declare(root, options, givens, { root });
  return root;
}

interface Slot {
  option?: WorkOption;
  readonly givens: Given[];
  readonly below: Map<string, Slot>;
}

/** Gives a level its options, each with the definitions that reach it. */
function declare(level: Level, options: readonly WorkOption[], givens: readonly Given[], scope: Scope): void {
  const top = newSlot();
  for (const option of options) {
    let slot = top;
    for (const name of option.path) slot = entryOf(slot.below, name, newSlot);
    slot.option = option;
  }
  for (const given of givens) {
    let slot = top;
    let depth = 0;
    for (; slot.option === undefined; depth += 1) {
      const next = slot.below.get(given.rest[depth] ?? "");
      if (next === undefined) throw new Error(`no option is declared at ${given.rest.join(".")}`);
      slot = next;
    }
    slot.givens.push({ ...given, rest: given.rest.slice(depth) });
  }
  open(level, top, scope);
}

function newSlot(): Slot {
  return { givens: [], below: new Map() };
}

function open(level: Level, { below }: Slot, scope: Scope): void {
  for (const [name, slot] of below) {
    const { option, givens } = slot;
    if (option === undefined) {
      const nested = new Level();
      open(nested, slot, scope);
      level.members.set(name, () => nested);
    } else {
      const compute = (): Resolved => optionValue(option, givens, scope);
      level.members.set(name, remembered(compute));
    }
  }
}

function optionValue({ type, path, default: fallback }: WorkOption, givens: readonly Given[], scope: Scope): Resolved {
  const place = { name: scope.name ?? "", scope };
  const value =
    merge(type, givens, place) ??
    (fallback === undefined ? undefined : merge(type, [{ rest: [], value: fallback, scope }], place));
  if (value === undefined) throw new Error(`the option ${path.join(".")} has no value`);
  return value;
}

/** A definition that counts: a value, or, of a longer path, what goes to one key. */
type Piece = { readonly value: Value; readonly scope: Scope } | { readonly key: string; readonly given: Given };

/** The definitions that count: their condition holds, and none has a stronger priority; in order. */
function settle(givens: readonly Given[]): readonly Piece[] {
  const held: { readonly priority: number; readonly order: number; readonly piece: Piece }[] = [];
  for (const given of givens) {
    const { scope, condition = true } = given;
    const [key, ...rest] = given.rest;
    if (key !== undefined) {
      held.push({ priority: 100, order: 1000, piece: { key, given: { ...given, rest } } });
    } else if (compute(condition, scope) === true) {
      let { value, priority = 100 } = given;
      for (let inner = expressionOf(value); inner?.$ === "override"; inner = expressionOf(value)) {
        ({ value, priority } = inner);
      }
      held.push({ priority, order: given.order ?? 1000, piece: { value, scope } });
    }
  }
  const strongest = held.reduce((least, { priority }) => Math.min(least, priority), Infinity);
  return held
    .filter(({ priority }) => priority === strongest)
    .sort((left, right) => left.order - right.order)
    .map(({ piece }) => piece);
}

interface Place {
  readonly name: string;
  readonly scope: Scope;
}

/** The value of definitions, or undefined if none counts. */
function merge(type: WorkType, givens: readonly Given[], place: Place): Resolved | undefined {
  const pieces = settle(givens);
  if (pieces.length === 0) return undefined;
  if (typeof type === "object") {
    if ("attrsOf" in type) return mergeKeys(type.attrsOf, pieces, place);
    if ("submodule" in type) {
      if (type.freeformType === undefined) return submodule(type.submodule, pieces, place);
      if (type.submodule.length > 0) throw new Error("options beside a freeform type are not resolved");
      return merge(type.freeformType, givens, place);
    }
    if ("listOf" in type) return pieces.flatMap((piece) => valueOf(piece));
  } else if ((type === "anything" || type === "json") && pieces.some(isSetPiece)) {
    return mergeKeys(type, pieces, place);
  }
  const [first = null, ...others] = pieces.map(valueOf);
  for (const other of others) {
    if (JSON.stringify(other) !== JSON.stringify(first)) throw new Error("two definitions contradict each other");
  }
  return first;
}

function isSetPiece(piece: Piece): boolean {
  return "key" in piece || (isSet(piece.value) && expressionOf(piece.value) === null);
}

function valueOf(piece: Piece): Value {
  if ("key" in piece) throw new Error(`what is no set is given the key ${piece.key}`);
  return compute(piece.value, piece.scope);
}

function keyed(pieces: readonly Piece[]): readonly (readonly [string, Given])[] {
  return pieces.flatMap((piece): readonly (readonly [string, Given])[] => {
    if ("key" in piece) return [[piece.key, piece.given]];
    const { value, scope } = piece;
    if (!isSet(value) || expressionOf(value) !== null) throw new Error("a set of definitions is expected");
    return Object.entries(value).map(([name, member]) => [name, { rest: [], value: member, scope }]);
  });
}

function mergeKeys(elementType: WorkType, pieces: readonly Piece[], { scope }: Place): Level {
  const byKey = new Map<string, Given[]>();
  for (const [key, given] of keyed(pieces)) entryOf(byKey, key, (): Given[] => []).push(given);
  const level = new Level();
  for (const [name, givens] of byKey) {
    level.members.set(
      name,
      remembered(() => merge(elementType, givens, { name, scope })),
    );
  }
  return level;
}

function submodule(options: readonly WorkOption[], pieces: readonly Piece[], { name, scope }: Place): Level {
  const self = new Level();
  const givens = keyed(pieces).map(([key, given]) => ({ ...given, rest: [key, ...given.rest] }));
  declare(self, options, givens, { root: scope.root, self, name });
  return self;
}

function compute(value: Value, scope: Scope): Value {
  const of = (inner: Value): Value => compute(inner, scope);
  if (Array.isArray(value)) return value.map(of);
  const expression = expressionOf(value);
  if (expression === null) {
    if (!isSet(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, of(member)]));
  }
  switch (expression.$) {
    case "ref":
      return finished(read(scope.root, expression.path));
    case "self":
      if (scope.self === undefined) throw new Error("`self` stands outside of a submodule");
      return finished(read(scope.self, expression.path));
    case "name":
      return scope.name ?? "";
    case "concat":
      return expression.parts.map(of).join("");
    case "join":
      return [of(expression.list)].flat().join(expression.sep);
    case "add":
      return Number(of(expression.a)) + Number(of(expression.b));
    case "not":
      return of(expression.e) !== true;
    case "eq":
      return of(expression.a) === of(expression.b);
    case "gt":
      return Number(of(expression.a)) > Number(of(expression.b));
    case "override":
      throw new Error("a priority stands inside of a computed value");
  }
}

function read(from: Resolved, path: readonly string[]): Resolved {
  let value: Resolved | undefined = from;
  for (const name of path) {
    if (value instanceof Level) value = value.members.get(name)?.();
    else value = value !== undefined && isSet(value) ? value[name] : undefined;
    if (value === undefined) throw new Error(`nothing is at ${path.join(".")}`);
  }
  return value;
}

function finished(value: Resolved): Value {
  if (!(value instanceof Level)) return value;
  const members: [string, Value][] = [];
  for (const [name, member] of value.members) {
    const resolved = member();
    if (resolved !== undefined) members.push([name, finished(resolved)]);
  }
  return Object.fromEntries(members);
}

function remembered<T>(compute: () => T): () => T {
  let state: { readonly value: T } | "asked" | null = null;
  return () => {
    if (state === "asked") throw new Error("the workload goes round in a circle");
    if (state === null) {
      state = "asked";
      state = { value: compute() };
    }
    return state.value;
  };
}
