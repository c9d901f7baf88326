// A workload in CUE, resolved by hand: one package in which fields read each other.
import { readsRootInside } from "../confix/modules.ts";
import { type Dialect, NotExpressible, write } from "../workload/dialect.ts";
import { isSet, type Value, type ValueSet, type WorkType, type Workload } from "../workload/document.ts";
import { type Instances, type Leaf, modulesOf, resolveByHand, type Rung, type Tree } from "./by-hand.ts";
import { type ObjectForm, placeTexts } from "./nested-text.ts";

/** The file of the workload; the one value is asked for by its path. */
export function cueFiles(workload: Workload): ReadonlyMap<string, string> {
  const { leaves, instances, trees } = resolveByHand(modulesOf(workload));
  const members = placeTexts(
    [
      ...leaves.map((leaf) => ({ path: leaf.path, text: leafText(leaf) })),
      ...instances.map((option, at) => ({ path: option.path, text: instancesText(option, `#Type${at}`) })),
      ...trees.map((tree) => ({ path: tree.path, text: treeText(tree) })),
    ],
    form,
  );
  const types = instances.map(({ options }, at) => {
    if (readsRootInside([{ path: [], type: { submodule: options } }])) {
      throw new NotExpressible("a submodule that reads the whole configuration");
    }
    const fields = options.map(({ path, type, default: fallback }) => ({
      path,
      text: path.join(".") === "name" ? "string" : defaultText(type, fallback),
    }));
    return `#Type${at}: {\n${placeTexts(fields, form).join("")}}\n`;
  });
  const body = [...types, ...members].join("");
  const head = body.includes("strings.Join(") ? 'import "strings"\n\n' : "";
  return new Map([["all.cue", `package workload\n\n${head}${body}`]]);
}

const form: ObjectForm = {
  member: (name, text) => `${name}: ${text}\n`,
  group: (name, members) => `${name}: {\n${members.join("")}}\n`,
};

const dialect: Dialect = {
  scalar: (value) => JSON.stringify(value),
  list: (items) => `[${items.join(", ")}]`,
  set: (members) => `{${members.map(([name, text]) => `${JSON.stringify(name)}: ${text}`).join(", ")}}`,
  // Fields are looked for outwards; names of options differ from those of the levels above them.
  read: (_from, path) => path.join("."),
  name: "name",
  join: (separator, list) => `strings.Join(${list}, ${separator})`,
  equal: "==",
};

function typeText(type: WorkType): string {
  if (typeof type === "object") {
    if ("enum" in type) return `(${type.enum.map((word) => JSON.stringify(word)).join(" | ")})`;
    if ("listOf" in type) return `[...${typeText(type.listOf)}]`;
    if ("attrsOf" in type) return `{[string]: ${typeText(type.attrsOf)}}`;
  }
  switch (type) {
    case "str":
      return "string";
    case "int":
    case "bool":
      return type;
    default:
      throw new NotExpressible(`the type ${JSON.stringify(type)}`);
  }
}

/** The field of a submodule's type: what an instance may replace. */
function defaultText(type: WorkType, fallback: Value | undefined): string {
  if (typeof type === "object" && !("enum" in type)) return typeText(type);
  return fallback === undefined ? typeText(type) : `${typeText(type)} | *${write(fallback, dialect)}`;
}

function leafText({ path, type, fallback, rungs }: Leaf): string {
  if (typeof type === "object" && "listOf" in type) return `${typeText(type)} & ${listText(rungs)}`;
  if (typeof type === "object" && "attrsOf" in type) return `${typeText(type)} & {${rungs.map(fields).join(", ")}}`;
  const closed = rungs.findIndex(({ condition }) => condition === null);
  const last = rungs[closed]?.value ?? fallback;
  if (last === undefined) throw new NotExpressible(`${path.join(".")} has no value unless a condition holds`);
  const steps = (closed < 0 ? rungs : rungs.slice(0, closed)).map(
    ({ value, condition }) => `if ${write(condition, dialect)} {${write(value, dialect)}}, `,
  );
  const text = write(last, dialect);
  return `${typeText(type)} & ${steps.length === 0 ? text : `[${steps.join("")}${text}][0]`}`;
}

function listText(rungs: readonly Rung[]): string {
  const lists = rungs.map(({ value, condition }) => {
    const text = write(value, dialect);
    return condition === null ? text : `if ${write(condition, dialect)} {${text}}`;
  });
  return `[for part in [${lists.join(", ")}] for item in part {item}]`;
}

function fields({ value, condition }: Rung): string {
  if (!isSet(value)) throw new NotExpressible("a set that is computed");
  const texts = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${write(member, dialect)}`);
  return condition === null ? texts.join(", ") : `if ${write(condition, dialect)} {${texts.join(", ")}}`;
}

function instancesText({ options, instances }: Instances, typeName: string): string {
  const given = [...instances].map(([name, leaves]) => {
    const own = leaves.map((leaf) => {
      const declared = options.find(({ path }) => path.join(".") === leaf.path.join("."));
      return { path: leaf.path, text: leafText({ ...leaf, fallback: declared?.default }) };
    });
    return `${JSON.stringify(name)}: {\n${placeTexts(own, form).join("")}}\n`;
  });
  return `{\n[Name=string]: ${typeName} & {name: Name}\n${given.join("")}}`;
}

function treeText({ layers }: Tree): string {
  return layers.length === 0 ? "{}" : layers.map(({ set, priority }) => unified(set, priority)).join(" &\n");
}

function unified(set: ValueSet, priority: number): string {
  if (priority < 100) throw new NotExpressible("what is stronger than what is given");
  const members = Object.entries(set).map(([name, value]) => {
    if (isSet(value)) return `${JSON.stringify(name)}: ${unified(value, priority)}`;
    const text = write(value, dialect);
    return `${JSON.stringify(name)}: ${priority > 100 ? `*${text} | _` : text}`;
  });
  return `{${members.join(", ")}}`;
}
