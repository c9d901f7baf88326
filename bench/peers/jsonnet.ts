// A workload in Jsonnet, resolved by hand: one lazy object, in which options read each other.
import { readsRootInside } from "../confix/modules.ts";
import { type Dialect, NotExpressible, write } from "../workload/dialect.ts";
import type { ValueSet, WorkOption, WorkType, Workload } from "../workload/document.ts";
import { type Instances, type Leaf, modulesOf, resolveByHand, type Rung, type Tree } from "./by-hand.ts";
import { type ObjectForm, placeTexts } from "./nested-text.ts";
import { isSet } from "../workload/document.ts";

/** The files of the workload: `all.jsonnet`, and `one.jsonnet` for the one value. */
export function jsonnetFiles(workload: Workload): ReadonlyMap<string, string> {
  const { leaves, instances, trees } = resolveByHand(modulesOf(workload));
  const members = placeTexts(
    [
      ...leaves.map((leaf) => ({ path: leaf.path, text: leafText(leaf) })),
      ...instances.map((option, at) => ({ path: option.path, text: instancesText(option, `Type${at}`) })),
      ...trees.map((tree) => ({ path: tree.path, text: treeText(tree) })),
    ],
    form,
  );
  const functions = instances.map(({ options }, at) => typeFunction(`Type${at}`, options)).join("");
  return new Map([
    ["all.jsonnet", `${functions}{\n${members.join("")}}\n`],
    ["one.jsonnet", `(import 'all.jsonnet').${workload.request.one.join(".")}\n`],
  ]);
}

const form: ObjectForm = {
  member: (name, text) => `${name}: ${text},\n`,
  group: (name, members) => `${name}: {\n${members.join("")}},\n`,
};

const dialect: Dialect = {
  scalar: (value) => JSON.stringify(value),
  list: (items) => `[${items.join(", ")}]`,
  set: (members) => `{ ${members.map(([name, text]) => `${JSON.stringify(name)}: ${text}`).join(", ")} }`,
  // `me`: the instance, also from inside of an object in it.
  read: (from, path) => `${from === "ref" ? "$" : "me"}.${path.join(".")}`,
  name: "name",
  join: (separator, list) => `std.join(${separator}, ${list})`,
  equal: "==",
};

/** A ladder of conditions; `otherwise` is what it ends in. */
function ladder(rungs: readonly Rung[], otherwise: string): string {
  const closed = rungs.findIndex(({ condition }) => condition === null);
  const last = rungs[closed];
  const steps = (closed < 0 ? rungs : rungs.slice(0, closed)).map(
    ({ value, condition }) => `if ${write(condition, dialect)} then ${write(value, dialect)} else `,
  );
  return steps.join("") + (last === undefined ? otherwise : write(last.value, dialect));
}

function put(type: WorkType, rungs: readonly Rung[]): string {
  const empty = typeof type === "object" && "listOf" in type ? "[]" : "{}";
  const parts = rungs.map(({ value, condition }) => {
    const text = write(value, dialect);
    return condition === null ? text : `(if ${write(condition, dialect)} then ${text} else ${empty})`;
  });
  if (parts.length === 0) return empty;
  // A long sum is a deep one, which its parser cannot read.
  if (parts.length < 50) return parts.join(" + ");
  if (empty === "[]") return flattened(parts);
  return `std.foldl(function(left, right) left + right, [\n${parts.join(",\n")}\n], {})`;
}

/** Many lists as one; in groups, because `flattenArrays` takes time and memory by the square of their number. */
function flattened(parts: readonly string[]): string {
  const size = Math.ceil(Math.sqrt(parts.length));
  const groups = Array.from({ length: Math.ceil(parts.length / size) }, (_, at) => {
    return `std.flattenArrays([\n${parts.slice(at * size, (at + 1) * size).join(",\n")}\n])`;
  });
  return `std.flattenArrays([\n${groups.join(",\n")}\n])`;
}

function leafText({ path, type, fallback, rungs }: Leaf): string {
  if (typeof type === "object" && !("enum" in type)) return put(type, rungs);
  return ladder(rungs, fallback === undefined ? `error '${path.join(".")} has no value'` : write(fallback, dialect));
}

function typeFunction(name: string, options: readonly WorkOption[]): string {
  if (readsRootInside([{ path: [], type: { submodule: options } }])) {
    throw new NotExpressible("a submodule that reads the whole configuration");
  }
  const texts = options.map(({ path, type, default: fallback }) => ({
    path,
    text: leafText({ path, type, fallback, rungs: [] }),
  }));
  return `local ${name}(name) = {\nlocal me = self,\n${placeTexts(texts, form).join("")}};\n`;
}

function instancesText({ instances }: Instances, typeName: string): string {
  const texts = [...instances].map(([name, leaves]) => {
    const own = leaves.map((leaf) => {
      const isPut = typeof leaf.type === "object" && !("enum" in leaf.type);
      const text = isPut ? put(leaf.type, leaf.rungs) : ladder(leaf.rungs, `super.${leaf.path.join(".")}`);
      return { path: leaf.path, text };
    });
    return `'${name}': ${typeName}('${name}') {\n${placeTexts(own, form).join("")}},\n`;
  });
  return `{\n${texts.join("")}}`;
}

function treeText({ layers }: Tree): string {
  return layers.length === 0 ? "{}" : layers.map(({ set }) => mixin(set)).join(" +\n");
}

function mixin(set: ValueSet): string {
  const members = Object.entries(set).map(([name, value]) =>
    isSet(value) ? `${JSON.stringify(name)}+: ${mixin(value)}` : `${JSON.stringify(name)}: ${write(value, dialect)}`,
  );
  return `{ ${members.join(", ")} }`;
}
