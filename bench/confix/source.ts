// A workload as ES modules for Confix: the text that an author would write.
import {
  expressionOf,
  isComputed,
  isSet,
  type Value,
  type WorkDefinition,
  type WorkModule,
  type WorkOption,
  type WorkType,
} from "../workload/document.ts";
import { type Dialect, write } from "../workload/dialect.ts";
import { definitionTree, type Place } from "./definition-tree.ts";
import { readsRootInside } from "./modules.ts";

/** How a file says its module. */
export interface SourceForm {
  /** A function of the module's arguments instead of an object. Default false. */
  readonly isFunction?: boolean;
  /** What `confix` is imported as. Default `confix`. */
  readonly specifier?: string;
}

/** The text of a file that exports a module. */
export function moduleSource(
  module: WorkModule,
  { isFunction = false, specifier = "confix" }: SourceForm = {},
): string {
  const writer = new Writer();
  const body = writer.module(module, isFunction);
  const imported = [...writer.used].toSorted().join(", ");
  const head = imported === "" ? "" : `import { ${imported} } from ${JSON.stringify(specifier)};\n\n`;
  return `${head}export default ${body};\n`;
}

class Writer {
  readonly used: Set<string> = new Set();

  module({ options, defs }: WorkModule, isFunction: boolean): string {
    const declared = `{\n  options: ${this.#options(options, "root")},\n`;
    const defined = this.#config(definitionTree(defs), 1);
    const isReader = readsRootInside(options);
    // Inside a submodule `config` is the submodule's: there, what reads the whole configuration needs the module's own.
    if (isReader) return `({ config: root }) => (${declared}  config: ${defined},\n})`;
    if (isFunction) return `() => (${declared}  config: ${defined},\n})`;
    const whole = `${this.#call("defineModule", `${declared}}`)}`;
    return defs.length === 0 ? whole : `${whole}.config(${defined})`;
  }

  #call(name: string, ...args: readonly string[]): string {
    this.used.add(name);
    return `${name}(${args.join(", ")})`;
  }

  #options(options: readonly WorkOption[], where: Where): string {
    const declarations = options.map(({ path, type, default: fallback }) => {
      const members = [
        `type: ${this.#type(type)}`,
        ...(fallback === undefined ? [] : [`default: ${this.#value(fallback, where)}`]),
        `description: ${JSON.stringify(`Option ${path.join(".")}.`)}`,
      ];
      return { path, text: this.#call("mkOption", `{ ${members.join(", ")} }`) };
    });
    return nested(declarations, 1);
  }

  #type(type: WorkType): string {
    this.used.add("types");
    if (typeof type === "string") return `types.${type}`;
    if ("enum" in type) return `types.enum(${JSON.stringify(type.enum)})`;
    if ("listOf" in type) return `types.listOf(${this.#type(type.listOf)})`;
    if ("attrsOf" in type) return `types.attrsOf(${this.#type(type.attrsOf)})`;
    const freeform = type.freeformType === undefined ? "" : `freeformType: ${this.#type(type.freeformType)}, `;
    return `types.submodule({ ${freeform}options: ${this.#options(type.submodule, "submodule")} })`;
  }

  #config({ definitions, below }: Place, depth: number): string {
    const own = definitions.map((definition) => this.#definition(definition));
    const members = [...below].map(([name, place]) => `${key(name)}: ${this.#config(place, depth + 1)}`);
    const set = members.length === 0 ? [] : [block(members, depth)];
    const all = [...own, ...set];
    if (all.length === 0) return "{}";
    return all.length === 1 ? all.join("") : this.#call("mkMerge", `[${all.join(", ")}]`);
  }

  #definition({ value, if: condition, priority, order }: WorkDefinition): string {
    let text = this.#value(value, "root");
    if (order !== undefined) text = this.#ordered(order, text);
    if (priority !== undefined) text = this.#override(priority, text);
    return condition === undefined ? text : this.#call("mkIf", this.#value(condition, "root"), text);
  }

  #ordered(order: number, text: string): string {
    if (order === 500) return this.#call("mkBefore", text);
    return order === 1500 ? this.#call("mkAfter", text) : this.#call("mkOrder", `${order}`, text);
  }

  #override(priority: number, text: string): string {
    if (priority === 1000) return this.#call("mkDefault", text);
    return priority === 50 ? this.#call("mkForce", text) : this.#call("mkOverride", `${priority}`, text);
  }

  #value(value: Value, where: Where): string {
    if (isComputed(value)) {
      const text = write(value, dialects[where]);
      const args = (where === "root" ? ["config"] : ["config", "name"]).filter((name) => readsArgument(text, name));
      return `(${args.length === 0 ? "" : `{ ${args.join(", ")} }`}) => ${text}`;
    }
    const expression = expressionOf(value);
    if (expression?.$ === "override") return this.#override(expression.priority, this.#value(expression.value, where));
    if (!isSet(value)) return JSON.stringify(value);
    return inline(Object.entries(value).map(([name, member]) => [name, this.#value(member, where)]));
  }
}

type Where = "root" | "submodule";

const inline: Dialect["set"] = (members) =>
  members.length === 0 ? "{}" : `{ ${members.map(([name, value]) => `${key(name)}: ${value}`).join(", ")} }`;

const shared = {
  scalar: (value) => JSON.stringify(value),
  list: (items) => `[${items.join(", ")}]`,
  set: inline,
  name: "name",
  join: (separator, list) => `${list}.join(${separator})`,
  equal: "===",
} satisfies Partial<Dialect>;

const reading = (root: string, path: readonly string[]): string =>
  root + path.map((name) => (isName(name) ? `.${name}` : `[${JSON.stringify(name)}]`)).join("");

const dialects: Readonly<Record<Where, Dialect>> = {
  root: {
    ...shared,
    read: (from, path) => {
      if (from === "self") throw new Error("`self` stands outside of a submodule");
      return reading("config", path);
    },
  },
  submodule: { ...shared, read: (from, path) => reading(from === "ref" ? "root" : "config", path) },
};

/** Whether code reads an argument; a string that only holds the word names it once too often, which does no harm. */
function readsArgument(text: string, name: string): boolean {
  return new RegExp(String.raw`(?<![\w.])${name}\b`).test(text);
}

interface Nested {
  readonly path: readonly string[];
  readonly text: string;
}

/** Texts by the paths they go to, as one object. */
function nested(items: readonly Nested[], depth: number): string {
  const groups = new Map<string, Nested[]>();
  for (const { path, text } of items) {
    const [name = "", ...rest] = path;
    const group = groups.get(name) ?? [];
    group.push({ path: rest, text });
    groups.set(name, group);
  }
  const members = [...groups].map(([name, group]) => {
    const [{ path, text } = { path: [], text: "" }] = group;
    return `${key(name)}: ${path.length === 0 ? text : nested(group, depth + 1)}`;
  });
  return members.length === 0 ? "{}" : block(members, depth);
}

function block(members: readonly string[], depth: number): string {
  const indent = "  ".repeat(depth);
  return `{\n${members.map((member) => `${indent}  ${member},\n`).join("")}${indent}}`;
}

function key(name: string): string {
  if (isName(name)) return name;
  // In brackets, so that it is a member whatever it is called.
  return `[${JSON.stringify(name)}]`;
}

function isName(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== "__proto__";
}
