// The data of a workload without a module system: objects that a plain recursive merge puts together to the same result.
import { compile } from "../confix/compile.ts";
import {
  expressionOf,
  isComputed,
  isSet,
  type Value,
  type WorkDefinition,
  type WorkOption,
  type WorkType,
  type Workload,
} from "./document.ts";

/** A piece of data at a path, and what decides where in the order of layers it stands. */
interface Piece {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly priority: number;
  readonly order: number;
}

interface OpenLayer {
  [name: string]: unknown;
}

/** The layers, the weakest first; `result` is what the workload comes to, of which the computed values are taken. */
export function plainLayers({ modules }: Workload, result: Value): readonly object[] {
  const layers: OpenLayer[] = [];
  for (const { options } of modules) {
    if (options.length === 0) continue;
    const layer: OpenLayer = {};
    for (const option of options) putDefaults(layer, option, at(result, option.path));
    layers.push(layer);
  }
  const groups = new Map<string, { readonly priority: number; readonly order: number; readonly pieces: Piece[] }>();
  for (const [index, { defs }] of modules.toReversed().entries()) {
    for (const piece of defs.flatMap((definition) => piecesOf(definition, result))) {
      const { priority, order } = piece;
      const key = `${priority} ${order} ${index}`;
      const group = groups.get(key) ?? { priority, order, pieces: [] };
      groups.set(key, group);
      group.pieces.push(piece);
    }
  }
  const sorted = [...groups.values()].toSorted(
    (left, right) => right.priority - left.priority || left.order - right.order,
  );
  for (const { pieces } of sorted) {
    const layer: OpenLayer = {};
    for (const { path, value } of pieces) put(layer, path, value);
    layers.push(layer);
  }
  return layers;
}

/** The default of an option, or the defaults of the options in each instance of a submodule. */
function putDefaults(layer: OpenLayer, { path, type, default: fallback }: WorkOption, found: Value | undefined): void {
  const inner = submoduleIn(type);
  if (inner === null || found === undefined || !isSet(found)) {
    if (fallback !== undefined) put(layer, path, isComputed(fallback) ? found : fallback);
    return;
  }
  for (const [name, instance] of Object.entries(found)) {
    for (const option of inner) {
      putDefaults(layer, { ...option, path: [...path, name, ...option.path] }, at(instance, option.path));
    }
  }
}

function submoduleIn(type: WorkType): readonly WorkOption[] | null {
  if (typeof type !== "object" || !("attrsOf" in type)) return null;
  const { attrsOf } = type;
  return typeof attrsOf === "object" && "submodule" in attrsOf ? attrsOf.submodule : null;
}

function piecesOf(definition: WorkDefinition, result: Value): readonly Piece[] {
  const { path, value, if: condition = true, priority = 100, order = 1000 } = definition;
  if (compile(condition)({ root: result }) !== true) return [];
  return split(path, value, priority, order, result);
}

function split(
  path: readonly string[],
  value: Value,
  priority: number,
  order: number,
  result: Value,
): readonly Piece[] {
  if (isComputed(value)) return [{ path, value: compile(value)({ root: result }), priority, order }];
  const expression = expressionOf(value);
  if (expression?.$ === "override") return split(path, expression.value, expression.priority, order, result);
  if (!isSet(value)) return [{ path, value, priority, order }];
  return Object.entries(value).flatMap(([name, member]) => split([...path, name], member, priority, order, result));
}

function put(layer: OpenLayer, path: readonly string[], value: unknown): void {
  let level = layer;
  for (const name of path.slice(0, -1)) {
    // The cast: what stands above a value is a level made here.
    level = (level[name] ??= {}) as OpenLayer;
  }
  const name = path.at(-1) ?? "";
  const present = level[name];
  if (Array.isArray(present) && Array.isArray(value)) present.push(...(value as readonly unknown[]));
  else level[name] = Array.isArray(value) ? [...(value as readonly unknown[])] : value;
}

function at(value: Value | undefined, path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>((of, name) => (of !== undefined && isSet(of) ? of[name] : undefined), value);
}
