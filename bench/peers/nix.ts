// A workload in the language of Nix, with the module system of nixpkgs: the same modules.
import { isIdentifier } from "../../src/kernel/path.ts";
import { definitionTree, type Place } from "../confix/definition-tree.ts";
import { type Dialect, write } from "../workload/dialect.ts";
import type { WorkDefinition, WorkModule, WorkOption, WorkType, Workload } from "../workload/document.ts";

/** The files of the workload by their paths; `default.nix` has the attributes `all` and `one`. */
export function nixFiles({ modules, hosts, request }: Workload): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [at, module] of modules.entries()) files.set(`modules/${at}.nix`, moduleText(module));
  for (const [at, { module }] of (hosts ?? []).entries()) files.set(`hosts/${at}.nix`, moduleText(module));
  const list = modules.map((_, at) => `    ./modules/${at}.nix\n`).join("");
  const one = request.one.map((name) => `.${attribute(name)}`).join("");
  const root =
    hosts === undefined
      ? "evaluate []"
      : `{\n${hosts.map(({ name }, at) => `    ${attribute(name)} = evaluate [ ./hosts/${at}.nix ];\n`).join("")}  }`;
  files.set(
    "default.nix",
    `let
  lib = import (builtins.getEnv "NIXPKGS_LIB");
  modules = [
${list}  ];
  evaluate = more: removeAttrs (lib.evalModules { modules = modules ++ more; }).config [ "_module" ];
in
rec {
  all = ${root};
  one = all${one};
}
`,
  );
  return files;
}

function moduleText({ options, defs }: WorkModule): string {
  const declared = options.map((option) => `  options.${declaration(option)}`).join("");
  return `{ lib, config, ... }:\n{\n${declared}  config = ${definitions(definitionTree(defs), 1)};\n}\n`;
}

function declaration({ path, type, default: fallback }: WorkOption): string {
  const given = fallback === undefined ? "" : ` default = ${write(fallback, dialect)};`;
  const about = ` description = ${text(`Option ${path.join(".")}.`)};`;
  return `${path.map(attribute).join(".")} = lib.mkOption { type = ${typeText(type)};${given}${about} };\n`;
}

function typeText(type: WorkType): string {
  if (typeof type === "string") return `lib.types.${type}`;
  if ("enum" in type) return `(lib.types.enum ${dialect.list(type.enum.map(text))})`;
  if ("listOf" in type) return `(lib.types.listOf ${typeText(type.listOf)})`;
  if ("attrsOf" in type) return `(lib.types.attrsOf ${typeText(type.attrsOf)})`;
  const freeform = type.freeformType === undefined ? "" : ` freeformType = ${typeText(type.freeformType)};`;
  const options = type.submodule.map((option) => `    options.${declaration(option)}`).join("");
  return `(lib.types.submodule ({ config, name, ... }: {${freeform}\n${options}  }))`;
}

function definitions({ definitions: own, below }: Place, depth: number): string {
  const all = own.map(definition);
  if (below.size > 0 || all.length === 0) {
    const indent = "  ".repeat(depth);
    const members = [...below].map(
      ([name, place]) => `${indent}  ${attribute(name)} = ${definitions(place, depth + 1)};\n`,
    );
    all.push(`{\n${members.join("")}${indent}}`);
  }
  if (all.length === 1) return all.join("");
  return `lib.mkMerge [\n${all.map((item) => `    (${item})\n`).join("")}  ]`;
}

function definition({ value, if: condition, priority, order }: WorkDefinition): string {
  let made = write(value, dialect);
  if (order !== undefined) made = ordered(order, made);
  if (priority !== undefined) made = override(priority, made);
  return condition === undefined ? made : `(lib.mkIf ${write(condition, dialect)} ${made})`;
}

function ordered(order: number, value: string): string {
  if (order === 500) return `(lib.mkBefore ${value})`;
  return order === 1500 ? `(lib.mkAfter ${value})` : `(lib.mkOrder ${order} ${value})`;
}

function override(priority: number, value: string): string {
  if (priority === 1000) return `(lib.mkDefault ${value})`;
  return priority === 50 ? `(lib.mkForce ${value})` : `(lib.mkOverride ${priority} ${value})`;
}

const dialect: Dialect = {
  scalar: (value) => {
    if (typeof value === "string") return text(value);
    return typeof value === "number" && value < 0 ? `(${value})` : String(value);
  },
  list: (items) => (items.length === 0 ? "[ ]" : `[ ${items.join(" ")} ]`),
  set: (members) => `{ ${members.map(([name, value]) => `${attribute(name)} = ${value}; `).join("")}}`,
  // In a submodule `config` is the submodule's, and nothing there reads the whole.
  read: (_from, path) => `config.${path.map(attribute).join(".")}`,
  name: "name",
  join: (separator, list) => `lib.concatStringsSep ${separator} ${list}`,
  equal: "==",
  override,
};

function text(value: string): string {
  return JSON.stringify(value).replaceAll("${", "\\${");
}

function attribute(name: string): string {
  return isIdentifier(name) ? name : text(name);
}
