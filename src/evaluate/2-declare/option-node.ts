// Room 2: an option in the tree of declarations. There are as many as options, so each is one object, made at once.
import type { Origin } from "../../kernel/origin.ts";
import type { Path } from "../../kernel/path.ts";
import { declaredAt } from "../../kernel/trail.ts";
import type { Declaration, MergedOption, OptionNode, OptionSetNode, OptionSource } from "../../model/machine.ts";
import type { ModuleRecord } from "../../model/module.ts";
import { isCopy } from "./check-attributes.ts";
import { isOption, type Option, type OptionAttributes } from "../../model/option.ts";
import { type AnyOptionType, isLeaf, isOptionType } from "../../model/option-type.ts";

/** The option that is declared at a name of a set. `unspecified` is the type of those that name none. */
export function optionNode(
  parent: OptionSetNode,
  name: string,
  sources: readonly OptionSource[],
  unspecified: AnyOptionType,
): OptionNode {
  const different = distinct(sources);
  const [first] = different;
  if (first !== undefined && different.length === 1 && isOption(first.tree)) {
    return new OptionAlone(parent, name, first.tree, first.record, unspecified);
  }
  return new OptionOfMany(parent, name, different.map(declarationOf));
}

// The same declaration object at the same path, met through two modules, is one declaration.
function distinct(sources: readonly OptionSource[]): readonly OptionSource[] {
  if (sources.length === 1) return sources;
  const seen = new Set<unknown>();
  return sources.filter(({ tree }) => !seen.has(tree) && seen.add(tree));
}

function declarationOf({ tree, record }: OptionSource): Declaration {
  return isOption(tree) ? { kind: "option", option: tree, record } : { kind: "nested", tree, record };
}

/** An option that one module declares, as most are: with itself it agrees, so it is what is merged as well. */
export class OptionAlone implements OptionNode, MergedOption {
  readonly kind = "option";
  merged: MergedOption | null = null;
  type: AnyOptionType;
  takesAtoms = false;
  isOrdinary = false;
  readonly attributes: Option<unknown, unknown>;
  readonly record: ModuleRecord;
  private readonly parent: OptionSetNode;
  private readonly name: string;

  constructor(
    parent: OptionSetNode,
    name: string,
    option: Option<unknown, unknown>,
    record: ModuleRecord,
    unspecified: AnyOptionType,
  ) {
    this.parent = parent;
    this.name = name;
    this.attributes = option;
    this.record = record;
    // Of one that is to be computed, or is none, another object will tell what is agreed on.
    this.type = isOptionType(option.type) ? option.type : unspecified;
  }

  get path(): Path {
    return [...this.parent.path, this.name];
  }

  get declarations(): readonly Declaration[] {
    return [{ kind: "option", option: this.attributes, record: this.record }];
  }

  get isPlain(): boolean {
    return typeof this.attributes.type !== "function" && !isCopy(this.attributes);
  }

  get defaultOrigin(): Origin | null {
    return this.attributes.default === undefined ? null : declaredAt(this.record.origin, this, "default");
  }

  get applyOrigin(): Origin | null {
    return this.attributes.apply === undefined ? null : declaredAt(this.record.origin, this, "apply");
  }

  get origins(): readonly Origin[] {
    return [declaredAt(this.record.origin, this, null)];
  }

  /** From now on it is what is merged, with this type: its own, perhaps with its submodules placed. */
  agree(type: AnyOptionType): MergedOption {
    this.type = type;
    this.takesAtoms = takesAtoms(this.attributes, type);
    this.isOrdinary = isOrdinary(this.attributes);
    this.merged = this;
    return this;
  }
}

/** An option that several modules declare, or below which options are declared. */
class OptionOfMany implements OptionNode {
  readonly kind = "option";
  readonly isPlain = false;
  readonly declarations: readonly Declaration[];
  merged: MergedOption | null = null;
  private readonly parent: OptionSetNode;
  private readonly name: string;

  constructor(parent: OptionSetNode, name: string, declarations: readonly Declaration[]) {
    this.parent = parent;
    this.name = name;
    this.declarations = declarations;
  }

  get path(): Path {
    return [...this.parent.path, this.name];
  }
}

/** Whether an atom that the type accepts is the option's value as it stands. */
export function takesAtoms({ apply, readOnly }: OptionAttributes, type: AnyOptionType): boolean {
  return apply === undefined && readOnly !== true && type.deprecationMessage === null && isLeaf(type);
}

/** Whether an option is printed, and says nothing about the configuration as a whole. */
export function isOrdinary({ internal, obsolete, findings }: OptionAttributes): boolean {
  return internal !== true && obsolete !== true && findings === undefined;
}
