// The ways in which a description can be made smaller. Descriptions are plain data, so most work by shape alone.
import type { CaseDescription, LevelDescription, ModuleDescription } from "./description.ts";

type Data = Readonly<Record<string, unknown>>;

// Lists from which anything may be left out.
const lists: ReadonlySet<string> = new Set(
  "items contents entries roots extension imports renames disabled options prefix specialArgs".split(" "),
);
// What may be left out altogether.
const optional: ReadonlySet<string> = new Set(
  "config default apply description freeform class argument internal visible more".split(" "),
);
// What a node may be replaced by.
const inner: ReadonlySet<string> = new Set(
  "content contents accepted otherwise condition of operands code value body".split(" "),
);

/** Descriptions that are smaller by one step, the greatest steps first. */
export function smallerCases(description: CaseDescription): readonly CaseDescription[] {
  const found: { readonly size: number; readonly description: CaseDescription }[] = [];
  const size = JSON.stringify(description).length;
  for (const changed of variants(description, "")) {
    // The cast: changes keep the shape of a description.
    const pruned = pruneAll(changed, []) as CaseDescription;
    found.push({ size: size - JSON.stringify(pruned).length, description: pruned });
  }
  return found
    .filter((each) => each.size > 0 && isEvaluable(each.description.level))
    .sort((left, right) => right.size - left.size)
    .map((each) => each.description);
}

function* variants(node: unknown, key: string): Iterable<unknown> {
  if (Array.isArray(node)) {
    yield* variantsOfList(node, key);
  } else if (typeof node === "object" && node !== null) {
    // The cast: a description holds nothing but data.
    yield* variantsOfObject(node as Data);
  }
}

function* variantsOfList(list: readonly unknown[], key: string): Iterable<unknown> {
  const isFree = lists.has(key);
  if (isFree && list.length > 2) {
    yield list.slice(0, list.length >> 1);
    yield list.slice(list.length >> 1);
  }
  for (const [at, item] of list.entries()) {
    if (isFree) yield [...list.slice(0, at), ...list.slice(at + 1)];
    for (const variant of variants(item, "")) yield list.with(at, variant);
  }
}

function* variantsOfObject(node: Data): Iterable<unknown> {
  if ("is" in node || "code" in node) yield* replacements(node);
  for (const [key, value] of Object.entries(node)) {
    if (optional.has(key) && value !== null && !isFunctionOption(node, key)) yield { ...node, [key]: null };
    if (key === "form" && value !== "object") yield { ...node, form: "object" };
    if (key === "isReadOnly" && value === true) yield { ...node, isReadOnly: false };
    if (key === "isFile" && value === true) yield { ...node, isFile: false };
    if (key === "isShort" && value === true) yield { ...node, isShort: false };
    if (key === "isShorthand" && value === false) yield { ...node, isShorthand: true };
    if (key === "type" && typeof value === "object" && value !== null && !isFunctionOption(node, "apply")) {
      for (const name of ["int", "str", "bool"]) yield { ...node, type: { type: "plain", name } };
    }
    if (key === "plan") continue;
    for (const variant of variants(value, key)) yield { ...node, [key]: variant };
  }
}

// What `apply` is called with has to stay what it expects.
function isFunctionOption(node: Data, key: string): boolean {
  return key === "apply" && ["called", "evaluated", "counted", "failing"].includes(String(node["apply"]));
}

// An expression by one inside it, a computation by one inside it.
function* replacements(node: Data): Iterable<unknown> {
  const isExpression = "is" in node;
  for (const part of Object.entries(node).flatMap(([key, value]) => (inner.has(key) ? [value].flat() : []))) {
    if (typeof part !== "object" || part === null) continue;
    if (isExpression && "is" in part) yield part;
    if (!isExpression && "code" in part) yield part;
    if (node["is"] !== "computed") continue;
    if ("value" in part) yield part.value;
    for (const deeper of replacements(part as Data)) yield { is: "computed", code: deeper };
  }
  if (node["is"] === "computed") {
    for (const value of [0, "", false]) yield { is: "scalar", value };
  }
  if (node["code"] === "operation" || node["code"] === "choice" || node["code"] === "has") {
    for (const value of [0, "", false]) yield { code: "value", value: { is: "scalar", value } };
  }
}

// Modules that nobody imports any more are left out.
function pruneAll(node: unknown, kept: readonly string[]): unknown {
  if (Array.isArray(node)) return node.map((item) => pruneAll(item, []));
  if (typeof node !== "object" || node === null) return node;
  // The cast: only cases have these.
  const extension = "extension" in node ? (node as CaseDescription).extension : kept;
  const pruned = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, pruneAll(value, extension)]));
  if (!("modules" in pruned) || !("roots" in pruned)) return pruned;
  // The cast: only levels have these.
  return prune(pruned as unknown as LevelDescription, kept);
}

function prune(level: LevelDescription, kept: readonly string[]): LevelDescription {
  const byId = new Map(level.modules.map((module) => [module.id, module]));
  const reached = new Set([...level.roots, ...kept]);
  // The set grows while it is walked.
  for (const id of reached) for (const imported of byId.get(id)?.imports ?? []) reached.add(imported.id);
  return { ...level, modules: level.modules.filter(({ id }) => reached.has(id)) };
}

// Whether both languages can evaluate a level: it has modules, and options do not stand twice in one of them.
function isEvaluable(level: LevelDescription): boolean {
  return level.modules.length > 0 && level.modules.every(hasOptionsOnce);
}

function hasOptionsOnce({ options }: ModuleDescription): boolean {
  return new Set(options.map(([path]) => JSON.stringify(path))).size === options.length;
}
