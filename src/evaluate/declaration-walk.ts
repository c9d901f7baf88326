// Walks all that is declared in an evaluation, submodules included, without computing any value of an option.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { attempt } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { type Path, sortNames } from "../kernel/path.ts";
import { runUserCode } from "../model/force.ts";
import type { OptionNode, OptionSetNode } from "../model/machine.ts";
import type { ModuleRecord } from "../model/module.ts";
import type { Option, OptionAttributes } from "../model/option.ts";
import { type AnyOptionType, descriptionOf, type SubmoduleParameters } from "../model/option-type.ts";
import type { Fixpoint } from "./evaluate.ts";
import { internalModuleKey } from "./internal-module.ts";
import { SubmoduleTrail } from "./submodule-trail.ts";

/**
 * Where a declaration may be looked for in the text of a module: the module's file (null: unknown), and the path of the
 * option there, with `<name>` and `*` for members of sets and lists.
 */
export interface DeclarationSite {
  readonly file: string | null;
  /** Whether the module is what the file exports by default. */
  readonly isDefault: boolean;
  readonly path: Path;
}

/** One declaration of an option. */
export interface ListedDeclaration {
  readonly option: Option<unknown, unknown>;
  /** The module that declares it. */
  readonly record: ModuleRecord;
  /** Its own type; null: it gives none, or the type could not be computed, of which `problems` tells. */
  readonly type: AnyOptionType | null;
  readonly problems: readonly Diagnostic[];
  /** The outermost module first: for an option of a submodule, the option with the submodule is declared there. */
  readonly sites: readonly DeclarationSite[];
}

/** An option with all its declarations. */
export interface ListedOption {
  /** The path from the root, with `<name>` and `*` for members of sets and lists. */
  readonly path: Path;
  /** Whether it stands in a submodule beside names that nobody declares. */
  readonly isInFreeform: boolean;
  /** Whether its submodule is one of those that it stands in, without a name that documentation could show instead. */
  readonly isRecursive: boolean;
  /** What keeps the options of its submodules from being listed. */
  readonly submoduleProblems: readonly Diagnostic[];
  readonly declarations: readonly ListedDeclaration[];
  /** What the declarations agree on; null: they do not, or a type could not be computed. */
  readonly merged: { readonly type: AnyOptionType; readonly attributes: OptionAttributes } | null;
  /** Whether any module defines it, its default apart. Computes no value; where it cannot be told, true. */
  isDefined(): boolean;
}

/** What modules declare. */
export interface ListedOptions {
  /** By path, those of a submodule after the option that has it. */
  readonly options: readonly ListedOption[];
  /** What keeps sets of options from being listed, and what is wrong with declarations together. */
  readonly problems: readonly Diagnostic[];
}

/** What is declared in an evaluation; `insideOf` finds those of submodules. Throws a ConfixError if the modules cannot be collected. */
export function declarationsIn(fixpoint: Fixpoint, insideOf: InsideOf): ListedOptions {
  const walk = new Walk(insideOf);
  walk.set(fixpoint, fixpoint.structure().root, null);
  return { options: walk.options, problems: walk.problems };
}

/** The names of the sensitive options among those that are declared. */
export function sensitiveNames({ options }: ListedOptions): readonly string[] {
  const sensitive = options.filter(({ declarations }) => declarations.some(({ option }) => option.sensitive === true));
  return [...new Set(sensitive.map(({ path }) => path.at(-1) ?? ""))];
}

/** An evaluation from the inside; null: another copy of Confix made it. */
type InsideOf = (evaluation: unknown) => Fixpoint | null;

/** An option with a submodule, as those inside see it. */
interface Outer {
  readonly sites: readonly DeclarationSite[];
  readonly trail: SubmoduleTrail;
  /** Whether the submodule takes names that it does not declare. */
  readonly isOpen: boolean;
}

/** Where a submodule was met, and where to say what is wrong with it. */
interface Around {
  readonly sites: readonly DeclarationSite[];
  readonly outer: Outer | null;
  readonly problems: Diagnostic[];
}

class Walk {
  readonly #insideOf: InsideOf;
  readonly options: ListedOption[] = [];
  readonly problems: Diagnostic[] = [];
  // By what they are made of: a submodule that two options share is walked at the first.
  readonly #walked = new Set<string>();
  readonly #trail = new SubmoduleTrail();

  constructor(insideOf: InsideOf) {
    this.#insideOf = insideOf;
  }

  set(fixpoint: Fixpoint, node: OptionSetNode, outer: Outer | null): void {
    const children = attempt(() => fixpoint.expand(node), this.problems)?.value ?? null;
    if (children === null) return;
    for (const name of sortNames(children.keys())) {
      const child = children.get(name);
      if (child?.kind === "set") this.set(fixpoint, child, outer);
      else if (child?.kind === "option") this.#option(fixpoint, child, outer);
    }
  }

  #option(fixpoint: Fixpoint, node: OptionNode, outer: Outer | null): void {
    const declarations = node.declarations
      .filter((each) => each.kind === "option")
      .filter(({ record }) => record.key !== internalModuleKey)
      .map(({ option, record }) => this.#declaration(fixpoint, node, option, record, outer));
    if (declarations.length === 0) return;
    const isWhole = declarations.every(({ problems }) => problems.length === 0);
    const merged = isWhole ? (attempt(() => fixpoint.mergeDeclarations(node), this.problems)?.value ?? null) : null;
    const path = [...fixpoint.prefix, ...node.path];
    // What one declaration says of the submodule can be told also where another is wrong.
    const types = merged === null ? declarations.map(({ type }) => type) : [merged.type];
    const sites = declarations.flatMap((each) => each.sites);
    const submoduleProblems: Diagnostic[] = [];
    // What a type is made of is told by its own code.
    const look = <T>(code: () => T): T | null =>
      attempt(
        () => runUserCode(code, (message) => diagnostic("value-threw", { path }, { message, part: "type" })),
        submoduleProblems,
      )?.value ?? null;
    const submodules = look(() => types.flatMap((type) => (type === null ? [] : submodulesIn(type)))) ?? [];
    const isRecursive = submodules.some(
      (found) => outer?.trail.isInside(found.parameters) === true && look(() => hasName(found)) === false,
    );
    const isDefined = (): boolean => hasDefinitions(fixpoint, node.path);
    const isInFreeform = outer?.isOpen === true;
    this.options.push({ path, isInFreeform, isRecursive, submoduleProblems, declarations, merged, isDefined });
    for (const found of submodules)
      this.#submodule(fixpoint, path, found, { sites, outer, problems: submoduleProblems });
  }

  #declaration(
    fixpoint: Fixpoint,
    node: OptionNode,
    option: Option<unknown, unknown>,
    record: ModuleRecord,
    outer: Outer | null,
  ): ListedDeclaration {
    const problems: Diagnostic[] = [];
    const alone: OptionNode = {
      kind: "option",
      path: node.path,
      declarations: [{ kind: "option", option, record }],
      isPlain: false,
      merged: null,
    };
    const own = attempt(() => fixpoint.mergeDeclarations(alone), problems)?.value;
    const type = option.type === undefined ? null : (own?.type ?? null);
    return { option, record, type, problems, sites: sitesOf(record, node.path, outer) };
  }

  #submodule(fixpoint: Fixpoint, path: Path, found: FoundSubmodule, { sites, outer, problems }: Around): void {
    const { parameters, names, isOpen } = found;
    const trail = (outer?.trail ?? this.#trail).enter(parameters);
    if (trail === null || this.#walked.has(trail.key)) return;
    this.#walked.add(trail.key);
    const prefix = [...path, ...names];
    const inner = attempt(() => this.#insideOf(fixpoint.submodule(parameters, prefix, null)), problems)?.value ?? null;
    const root = inner === null ? null : (attempt(() => inner.structure().root, problems)?.value ?? null);
    if (inner === null || root === null) return;
    const here = sites.map((site) => ({ ...site, path: [...site.path, ...names] }));
    this.set(inner, root, { sites: here, trail, isOpen });
  }
}

function sitesOf({ key, file, origin }: ModuleRecord, path: Path, outer: Outer | null): readonly DeclarationSite[] {
  const around = (outer?.sites ?? []).map((site) => ({ ...site, path: [...site.path, ...path] }));
  return [...around, { file: file ?? origin.file, isDefault: file !== null && key === file, path }];
}

interface FoundSubmodule {
  readonly type: AnyOptionType;
  readonly parameters: SubmoduleParameters;
  /** What documentation calls the members on the way. */
  readonly names: Path;
  readonly isOpen: boolean;
}

// Types that contain themselves without a submodule between are not written by people; others end where they begin.
const deepestType = 50;

/** The submodules in a type, to any depth, but not those in one another. */
function submodulesIn(type: AnyOptionType, names: Path = [], depth = 0): readonly FoundSubmodule[] {
  if (depth > deepestType) return [];
  const { submodule: parameters, memberName, nestedTypes } = type;
  const { freeformType } = nestedTypes;
  const isOpen = freeformType !== undefined;
  const own = parameters === null ? [] : [{ type, parameters, names, isOpen }];
  // What is nested in a submodule is the type of names that it does not declare, or its options once more.
  const nested = parameters === null ? Object.values(nestedTypes) : freeformType === undefined ? [] : [freeformType];
  const below = memberName === null ? names : [...names, memberName];
  return [...own, ...nested.flatMap((each) => submodulesIn(each, below, depth + 1))];
}

// A submodule that nobody named is called one; what it is made of would be told by its options.
function hasName({ type }: FoundSubmodule): boolean {
  return !/^(?:open )?submodule\b/.test(descriptionOf(type));
}

/** Whether definitions reach an option, whatever their conditions. */
function hasDefinitions(fixpoint: Fixpoint, path: Path): boolean {
  const found = attempt(() => {
    let level = fixpoint.root;
    for (const name of path.slice(0, -1)) level = level.childLevel(name);
    return level.pushed().has(path.at(-1) ?? "");
  });
  return found?.value ?? true;
}
