// A workload in Pkl, resolved by hand: classes with typed properties, and objects whose properties read each other.
import { readsRootInside } from "../confix/modules.ts";
import { type Dialect, NotExpressible, write } from "../workload/dialect.ts";
import {
  isSet,
  type Value,
  type ValueSet,
  type WorkOption,
  type WorkType,
  type Workload,
} from "../workload/document.ts";
import { type Instances, type Leaf, modulesOf, resolveByHand, type Rung, type Tree } from "./by-hand.ts";
import { type ObjectForm, placeTexts } from "./nested-text.ts";

/** The files of the workload: `all.pkl`, and `one.pkl` for the one value. */
export function pklFiles(workload: Workload): ReadonlyMap<string, string> {
  const { leaves, instances, trees } = resolveByHand(modulesOf(workload));
  const { one } = workload.request;
  const writer = new Writer(instances.map(({ path }) => path));
  const lines = [
    ...leaves.filter(({ path }) => path.length === 1).map((leaf) => writer.property(leaf)),
    ...writer.groups(leaves.filter(({ path }) => path.length > 1)),
    ...instances.map((option) => writer.instances(option)),
    ...trees.map((tree) => writer.tree(tree)),
  ];
  const output = `output {\n  renderer = new JsonRenderer {}\n  value = ${writer.read("whole", one)}\n}\n`;
  return new Map([
    ["all.pkl", lines.join("")],
    ["one.pkl", `import "all.pkl" as whole\n${output}`],
  ]);
}

class Writer {
  readonly #dialect: Dialect;
  readonly #mappings: ReadonlySet<string>;

  constructor(mappings: readonly (readonly string[])[]) {
    this.#mappings = new Set(mappings.map((path) => path.join(".")));
    this.#dialect = {
      scalar: (value) => (typeof value === "string" ? quoted(value) : String(value)),
      list: (items) => `List(${items.join(", ")})`,
      set: (members) => `new Mapping { ${members.map(([name, value]) => `[${quoted(name)}] = ${value}`).join("; ")} }`,
      read: (from, path) => (from === "self" ? path.join(".") : this.read("module", path)),
      name: "name",
      join: (separator, list) => `${list}.join(${separator})`,
      equal: "==",
    };
  }

  /** A value from outside of the object that holds it. */
  read(start: string, path: readonly string[]): string {
    const steps = path.map((name, at) =>
      this.#mappings.has(path.slice(0, at).join(".")) ? `[${quoted(name)}]` : `.${name}`,
    );
    return start + steps.join("");
  }

  property({ path, type, ...leaf }: Leaf): string {
    return `${this.#checked(path)}${this.#typed(type, this.#leaf({ path, type, ...leaf }))}\n`;
  }

  /** Options below a name: a class has their types and defaults, and an object of it reads the others. */
  groups(leaves: readonly Leaf[]): readonly string[] {
    const byName = new Map<string, Leaf[]>();
    for (const leaf of leaves) {
      const [name = "", ...rest] = leaf.path;
      const group = byName.get(name) ?? [];
      byName.set(name, group);
      group.push({ ...leaf, path: rest });
    }
    return [...byName].map(([name, group]) => {
      const declared = group.map((leaf) => `  ${this.property({ ...leaf, rungs: [] })}`);
      const set = group.flatMap((leaf) =>
        leaf.rungs.length === 0 ? [] : [`  ${this.#assignment(leaf, leaf.fallback)}\n`],
      );
      return `class Of_${name} {\n${declared.join("")}}\n${this.#checked([name])}: Of_${name} = new {\n${set.join("")}}\n`;
    });
  }

  instances({ path, options, instances }: Instances): string {
    if (readsRootInside([{ path, type: { submodule: options } }])) {
      throw new NotExpressible("a submodule that reads the whole configuration");
    }
    const name = this.#checked(path);
    const declared = options.map((option) => `  ${this.#declaration(option)}\n`);
    const given = [...instances].map(([instance, leaves]) => {
      const set = leaves.map((leaf) => this.#assignment(leaf, undefined));
      return `  [${quoted(instance)}] { ${set.join("; ")} }\n`;
    });
    return `class Of_${name} {
${declared.join("")}}
${name}: Mapping<String, Of_${name}> = new {
  default { key -> name = key }
${given.join("")}}
`;
  }

  tree({ path, layers }: Tree): string {
    const name = this.#checked(path);
    const steps = layers.map(({ set }, at) => {
      const start = at === 0 ? "new Dynamic" : `(${name}_${at - 1})`;
      return `local ${name}_${at} = ${start} {\n${this.#treeMembers(set)}}\n`;
    });
    return `${steps.join("")}${name}: Dynamic = ${layers.length === 0 ? "new {}" : `${name}_${layers.length - 1}`}\n`;
  }

  #checked(path: readonly string[]): string {
    const [name = ""] = path;
    if (path.length !== 1) throw new NotExpressible(`options as deep as ${path.join(".")}`);
    // Refuses what is no plain name.
    placeTexts([{ path, text: "" }], flat);
    return name;
  }

  #declaration({ path, type, default: fallback }: WorkOption): string {
    const isName = path.join(".") === "name";
    return `${this.#checked(path)}${this.#typed(type, isName ? null : this.#leaf({ path, type, fallback, rungs: [] }))}`;
  }

  #typed(type: WorkType, value: string | null): string {
    return `: ${typeText(type)}${value === null ? "" : ` = ${value}`}`;
  }

  #assignment({ path, type, rungs }: Leaf, fallback: Value | undefined): string {
    const name = this.#checked(path);
    if (isPut(type))
      return "attrsOf" in type ? `${name} { ${this.#entries(rungs)} }` : `${name} = ${this.#put(type, rungs)}`;
    const otherwise = fallback === undefined ? `super.${name}` : write(fallback, this.#dialect);
    return `${name} = ${this.#ladder(rungs, otherwise)}`;
  }

  #leaf({ type, fallback, rungs }: Leaf): string | null {
    if (isPut(type)) return this.#put(type, rungs);
    if (fallback !== undefined) return this.#ladder(rungs, write(fallback, this.#dialect));
    return rungs.length === 0 ? null : this.#ladder(rungs, `throw("no value")`);
  }

  #ladder(rungs: readonly Rung[], otherwise: string): string {
    const closed = rungs.findIndex(({ condition }) => condition === null);
    const last = rungs[closed];
    const steps = (closed < 0 ? rungs : rungs.slice(0, closed)).map(
      ({ value, condition }) => `if (${write(condition, this.#dialect)}) ${write(value, this.#dialect)} else `,
    );
    return steps.join("") + (last === undefined ? otherwise : write(last.value, this.#dialect));
  }

  #put(type: Exclude<WorkType, string>, rungs: readonly Rung[]): string {
    if ("attrsOf" in type) return `new Mapping { ${this.#entries(rungs)} }`;
    const parts = rungs.map(({ value, condition }) => {
      const list = write(value, this.#dialect);
      return condition === null ? list : `(if (${write(condition, this.#dialect)}) ${list} else List())`;
    });
    if (parts.length === 0) return "List()";
    // A long sum is a deep one.
    return parts.length < 50 ? parts.join(" + ") : `new Listing {\n${parts.join("\n")}\n}.toList().flatten()`;
  }

  #entries(rungs: readonly Rung[]): string {
    const all = rungs.map(({ value, condition }) => {
      if (!isSet(value)) throw new NotExpressible("a mapping that is computed");
      const members = Object.entries(value).map(
        ([name, member]) => `[${quoted(name)}] = ${write(member, this.#dialect)}`,
      );
      const text = members.join("; ");
      return condition === null ? text : `when (${write(condition, this.#dialect)}) { ${text} }`;
    });
    return all.join("; ");
  }

  #treeMembers(set: ValueSet): string {
    const texts = Object.entries(set).map(([name, value]) => ({
      path: [name],
      text: isSet(value) ? ` {\n${this.#treeMembers(value)}}\n` : ` = ${write(value, this.#dialect)}\n`,
    }));
    return placeTexts(texts, flat).join("");
  }
}

const flat: ObjectForm = {
  member: (name, text) => `${name}${text}`,
  group: (name) => {
    throw new NotExpressible(`options below ${name}`);
  },
};

function quoted(value: string): string {
  // JSON says \u0000 where Pkl says \u{0}; a backslash is doubled in both.
  return JSON.stringify(value).replaceAll(/\\u([0-9a-f]{4})/g, String.raw`\u{$1}`);
}

function typeText(type: WorkType): string {
  if (typeof type === "object") {
    if ("enum" in type) return type.enum.map(quoted).join("|");
    if ("listOf" in type) return `List<${typeText(type.listOf)}>`;
    if ("attrsOf" in type) return `Mapping<String, ${typeText(type.attrsOf)}>`;
  }
  switch (type) {
    case "str":
      return "String";
    case "int":
      return "Int";
    case "bool":
      return "Boolean";
    default:
      throw new NotExpressible(`the type ${JSON.stringify(type)}`);
  }
}

function isPut(type: WorkType): type is Exclude<WorkType, string> {
  return typeof type === "object" && !("enum" in type);
}
