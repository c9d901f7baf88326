// Room 2, for one option: makes one of all its declarations.
import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { type Origin, unknownFile } from "../../kernel/origin.ts";
import { type Path, showPath, sortNames } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { declaredAt, stepInto } from "../../kernel/trail.ts";
import { failureOf, runUserCode } from "../../model/force.ts";
import type { Declaration, Machine, MergedOption, OptionNode } from "../../model/machine.ts";
import { type ModuleRecord, placeInside } from "../../model/module.ts";
import type { OptionAttributes } from "../../model/option.ts";
import { type AnyOptionType, descriptionOf, isLeaf } from "../../model/option-type.ts";
import { checkAttributes } from "./check-attributes.ts";
import { isOrdinary, OptionAlone, takesAtoms } from "./option-node.ts";
import { typeOfDeclaration } from "./option-type-of.ts";

/**
 * What all declarations of an option agree on. Remembered in the node unless a type had to be computed, since that may
 * hold for this evaluation alone.
 */
export function mergeDeclarations(node: OptionNode, machine: Machine): MergedOption {
  if (node.merged !== null) return node.merged;
  try {
    return mergeAll(node, machine);
  } catch (error) {
    // A type may be a user's own, or around one, and what it is asked for may throw.
    const record = node.declarations[0]?.record;
    const place = {
      path: pathOf(node, machine),
      ...(record && { origin: declaredAt(record.origin, node, "type") }),
    };
    throw failureOf(error, (message) => diagnostic("value-threw", place, { message, part: "type" }), "type");
  }
}

function mergeAll(node: OptionNode, machine: Machine): MergedOption {
  if (node instanceof OptionAlone && node.isPlain) {
    const { attributes, type } = node;
    // By far the most options are of a type in which there are no submodules to be placed.
    if (attributes.type === type && isLeaf(type)) return node.agree(type);
    return mergeAlone(node, machine);
  }
  const merged = merge(node, machine);
  const isComputed = node.declarations.some(
    (declaration) => declaration.kind === "option" && typeof declaration.option.type === "function",
  );
  if (!isComputed) node.merged = merged;
  return merged;
}

function mergeAlone(node: OptionAlone, machine: Machine): MergedOption {
  const { attributes, type, record } = node;
  const own = typeOfDeclaration(attributes, record, node, machine);
  const located = modulesOfType(own, record, node);
  return node.agree(own === null || located === null ? (own ?? type) : own.withSubModules(located));
}

function merge(node: OptionNode, machine: Machine): MergedOption {
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
      checkAttributes(option, record, node, machine);
      own = typeOfDeclaration(option, record, node, machine);
      if (node.declarations.length > 1) checkNesting(node, own, record, machine);
      if (attributes !== null) checkExclusive(node, attributes, option, record, machine);
      attributes = attributes === null ? option : mergeAttributes(attributes, option);
      if (option.default !== undefined) defaultOrigin = declaredAt(record.origin, node, "default");
      if (option.apply !== undefined) applyOrigin = declaredAt(record.origin, node, "apply");
      if (own !== null) type = type === null ? own : mergeTypes(node, type, own, record, machine);
    }
    // Each submodule is placed by its declaring file; later declarations in the order come first, as in nixpkgs.
    const located = modulesOf(declaration, own, node);
    if (located !== null) subModules = [...located, ...(subModules ?? [])];
  }
  if (type !== null && subModules !== null) type = type.withSubModules(subModules);
  return new Merged(node, type ?? machine.unspecified, attributes ?? {}, defaultOrigin, applyOrigin);
}

function pathOf(node: OptionNode, machine: Machine): Path {
  return [...machine.prefix, ...node.path];
}

class Merged implements MergedOption {
  readonly type: AnyOptionType;
  readonly attributes: OptionAttributes;
  readonly defaultOrigin: MergedOption["defaultOrigin"];
  readonly applyOrigin: MergedOption["applyOrigin"];
  readonly takesAtoms: boolean;
  readonly isOrdinary: boolean;
  private readonly node: OptionNode;

  constructor(
    node: OptionNode,
    type: AnyOptionType,
    attributes: OptionAttributes,
    defaultOrigin: MergedOption["defaultOrigin"],
    applyOrigin: MergedOption["applyOrigin"],
  ) {
    this.node = node;
    this.type = type;
    this.attributes = attributes;
    this.defaultOrigin = defaultOrigin;
    this.applyOrigin = applyOrigin;
    this.takesAtoms = takesAtoms(attributes, type);
    this.isOrdinary = isOrdinary(attributes);
  }

  get origins(): readonly Origin[] {
    return this.node.declarations.map(({ record }) => declaredAt(record.origin, this.node, null));
  }
}

/** The modules that a declaration gives to submodules of the option; null: it gives none. */
function modulesOf(declaration: Declaration, type: AnyOptionType | null, node: OptionNode): readonly unknown[] | null {
  if (declaration.kind === "option") return modulesOfType(type, declaration.record, node);
  const { origin } = declaration.record;
  return [placedModule({ options: declaration.tree }, origin, declaredAt(origin, node, null))];
}

function modulesOfType(type: AnyOptionType | null, record: ModuleRecord, node: OptionNode): readonly unknown[] | null {
  const { origin } = record;
  const modules = type?.subModules ?? null;
  if (modules === null) return null;
  const types = declaredAt(origin, node, "type");
  return modules.map((module, at) => placedModule(module, origin, stepInto(types, { kind: "submodule", at })));
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
  machine: Machine,
): void {
  const attribute = attributeNames.find(
    (name) => sharing[name] === "once" && known[name] !== undefined && added[name] !== undefined,
  );
  if (attribute === undefined) return;
  const origin = declaredAt(record.origin, node, attribute);
  const place = { path: pathOf(node, machine), origin, related: allDeclarations(node) };
  fail(diagnostic("incompatible-declarations", place, { attribute }));
}

function mergeTypes(
  node: OptionNode,
  type: AnyOptionType,
  own: AnyOptionType,
  record: ModuleRecord,
  machine: Machine,
): AnyOptionType {
  const path = pathOf(node, machine);
  const origin = declaredAt(record.origin, node, "type");
  machine.scope.run.counters.typesMerged += 1;
  const merged = runUserCode(
    () => type.typeMerge(own),
    (message) => diagnostic("value-threw", { path, origin }, { message }),
  );
  if (merged !== null) return merged;
  const place = { path, origin, related: allDeclarations(node) };
  const types = [descriptionOf(type), descriptionOf(own)];
  return fail(diagnostic("incompatible-declarations", place, { attribute: "type", types }));
}

function allDeclarations(node: OptionNode): readonly RelatedPlace[] {
  return node.declarations.map(({ record }) => ({
    message: "declared here",
    origin: declaredAt(record.origin, node, null),
  }));
}

// Options may stand below an option only if every declaration of it has a type that takes them.
function checkNesting(node: OptionNode, type: AnyOptionType | null, record: ModuleRecord, machine: Machine): void {
  const below = node.declarations.filter((declaration) => declaration.kind === "nested");
  if (below.length === 0 || type?.withNestedOptions) return;
  const path = pathOf(node, machine);
  const related = below.flatMap(({ tree, record }) =>
    namesIn(tree).map((name) => ({
      message: `declares \`${showPath([...path, name])}\``,
      origin: declaredAt(record.origin, { path: [...node.path, name] }, null),
    })),
  );
  const nested = sortNames(new Set(below.flatMap(({ tree }) => namesIn(tree))));
  const data = { type: type === null ? null : descriptionOf(type), nested };
  const origin = declaredAt(record.origin, node, null);
  fail(diagnostic("nested-under-option", { path, origin, related }, data));
}

// A set of options may be a function, whose names are not asked for here.
function namesIn(tree: unknown): readonly string[] {
  return isPlainObject(tree) ? sortNames(Object.keys(tree)) : [];
}
