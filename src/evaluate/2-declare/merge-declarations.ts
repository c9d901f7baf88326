// Room 2, for one option: makes one of all its declarations.
import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { type Origin, unknownFile } from "../../kernel/origin.ts";
import { type Path, showPath, sortNames } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { declaredAt, stepInto } from "../../kernel/trail.ts";
import { runUserCode } from "../../model/force.ts";
import type { Declaration, Machine, MergedOption, OptionNode } from "../../model/machine.ts";
import { type ModuleRecord, placeInside } from "../../model/module.ts";
import type { OptionAttributes } from "../../model/option.ts";
import { type AnyOptionType, descriptionOf } from "../../model/option-type.ts";
import { typeOfDeclaration } from "./option-type-of.ts";

/**
 * What all declarations of an option agree on. Remembered in the node unless a type had to be computed, since that may
 * hold for this evaluation alone.
 */
export function mergeDeclarations(node: OptionNode, machine: Machine): MergedOption {
  if (node.merged !== null) return node.merged;
  const merged = merge(node, machine);
  const isShared = node.declarations.every(
    (declaration) =>
      declaration.kind === "option" && typeof declaration.option.type !== "function" && declaration.record.isStatic,
  );
  if (isShared) node.merged = merged;
  return merged;
}

function merge(node: OptionNode, machine: Machine): MergedOption {
  const path = [...machine.prefix, ...node.path];
  let attributes: OptionAttributes | null = null;
  let type: AnyOptionType | null = null;
  let subModules: readonly unknown[] | null = null;
  let defaultOrigin: MergedOption["defaultOrigin"] = null;
  let applyOrigin: MergedOption["applyOrigin"] = null;
  for (const declaration of node.declarations) {
    const { record } = declaration;
    let own: AnyOptionType | null = null;
    if (declaration.kind === "option") {
      const { option } = declaration;
      own = typeOfDeclaration(option, record, node.path, machine);
      checkNesting(node, own, record, path);
      if (attributes !== null) checkExclusive(node, attributes, option, record, path);
      attributes = attributes === null ? option : mergeAttributes(attributes, option);
      if (option.default !== undefined) defaultOrigin = declaredAt(record.origin, node.path, "default");
      if (option.apply !== undefined) applyOrigin = declaredAt(record.origin, node.path, "apply");
      if (own !== null) type = type === null ? own : mergeTypes(node, type, own, record, path);
    }
    // Each submodule is placed by its declaring file; later declarations in the order come first, as in nixpkgs.
    const located = modulesOf(declaration, own, node.path);
    if (located !== null) subModules = [...located, ...(subModules ?? [])];
  }
  if (type !== null && subModules !== null) type = type.withSubModules(subModules);
  return {
    type: type ?? machine.unspecified,
    attributes: attributes ?? {},
    defaultOrigin,
    applyOrigin,
    declarations: node.declarations.map(({ record }) => ({ origin: declaredAt(record.origin, node.path, null) })),
  };
}

/** The modules that a declaration gives to submodules of the option; null: it gives none. */
function modulesOf(declaration: Declaration, type: AnyOptionType | null, path: Path): readonly unknown[] | null {
  const { origin } = declaration.record;
  if (declaration.kind === "nested") {
    return [placedModule({ options: declaration.tree }, origin, declaredAt(origin, path, null))];
  }
  const types = declaredAt(origin, path, "type");
  return (
    type?.subModules?.map((module, at) => placedModule(module, origin, stepInto(types, { kind: "submodule", at }))) ??
    null
  );
}

// A module that says where the one that it imports stands.
function placedModule(module: unknown, { file }: Origin, place: Origin): object {
  return { _file: file === unknownFile ? undefined : file, imports: [module], [placeInside]: place };
}

// Attributes of which at most one declaration may give each (equal ones are refused too, as in nixpkgs), and those of
// which the first in the order of definitions wins.
const sharing: { readonly [A in Exclude<keyof OptionAttributes, "type">]: "once" | "first" } = {
  default: "once",
  example: "once",
  description: "once",
  apply: "once",
  defaultText: "first",
  internal: "first",
  visible: "first",
  readOnly: "first",
  sensitive: "first",
  relatedPackages: "first",
  findings: "first",
  obsolete: "first",
};
// The cast: the names are those of the type above.
const attributeNames = Object.keys(sharing) as readonly (keyof typeof sharing)[];

// Read by name: the option of another evaluation, used as a declaration, has no members that a spread would copy.
function mergeAttributes(first: OptionAttributes, second: OptionAttributes): OptionAttributes {
  const given = attributeNames.map((name) => [name, first[name] === undefined ? second[name] : first[name]] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function checkExclusive(
  node: OptionNode,
  known: OptionAttributes,
  added: OptionAttributes,
  record: ModuleRecord,
  path: Path,
): void {
  const attribute = attributeNames.find(
    (name) => sharing[name] === "once" && known[name] !== undefined && added[name] !== undefined,
  );
  if (attribute === undefined) return;
  const place = { path, origin: declaredAt(record.origin, node.path, attribute), related: allDeclarations(node) };
  fail(diagnostic("incompatible-declarations", place, { attribute }));
}

function mergeTypes(
  node: OptionNode,
  type: AnyOptionType,
  own: AnyOptionType,
  record: ModuleRecord,
  path: Path,
): AnyOptionType {
  const origin = declaredAt(record.origin, node.path, "type");
  const merged = runUserCode(
    () => type.typeMerge(own),
    (message) => diagnostic("value-threw", { path, origin }, { message }),
  );
  if (merged !== null) return merged;
  const place = { path, origin, related: allDeclarations(node) };
  const types = [descriptionOf(type), descriptionOf(own)];
  return fail(diagnostic("incompatible-declarations", place, { attribute: "type", types }));
}

function allDeclarations({ declarations, path }: OptionNode): readonly RelatedPlace[] {
  return declarations.map(({ record }) => ({
    message: "declared here",
    origin: declaredAt(record.origin, path, null),
  }));
}

// Options may stand below an option only if every declaration of it has a type that takes them.
function checkNesting(node: OptionNode, type: AnyOptionType | null, record: ModuleRecord, path: Path): void {
  const below = node.declarations.filter((declaration) => declaration.kind === "nested");
  if (below.length === 0 || type?.withNestedOptions) return;
  const related = below.flatMap(({ tree, record }) =>
    namesIn(tree).map((name) => ({
      message: `declares \`${showPath([...path, name])}\``,
      origin: declaredAt(record.origin, [...node.path, name], null),
    })),
  );
  const nested = sortNames(new Set(below.flatMap(({ tree }) => namesIn(tree))));
  const data = { type: type === null ? null : descriptionOf(type), nested };
  const origin = declaredAt(record.origin, node.path, null);
  fail(diagnostic("nested-under-option", { path, origin, related }, data));
}

// A set of options may be a function, whose names are not asked for here.
function namesIn(tree: unknown): readonly string[] {
  return isPlainObject(tree) ? sortNames(Object.keys(tree)) : [];
}
