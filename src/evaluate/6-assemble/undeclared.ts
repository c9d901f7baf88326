// Room 6: the definitions that leave the tree of options, and what becomes of them.
import { attempt, ConfixError, isConfixError, withRemains } from "../../diagnostics/errors.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { atDefinitions, diagnostic } from "../../diagnostics/report.ts";
import { maskMisspelt } from "../../diagnostics/mask.ts";
import { addAll } from "../../kernel/add-all.ts";
import { compareNames, type Path, showPath } from "../../kernel/path.ts";
import { isPlainObject, memberValue } from "../../kernel/plain.ts";
import { renameAt, stepInto, throughNames } from "../../kernel/trail.ts";
import type { ConditionCell, Definition } from "../../model/definition.ts";
import { forwardingIn } from "../../model/forwarding.ts";
import type { Machine, OptionTreeNode } from "../../model/machine.ts";
import { isOption } from "../../model/option.ts";
import type { AnyOptionType } from "../../model/option-type.ts";
import { makeIf, makeOrder, makeOverride } from "../../model/property.ts";
import { showWritten } from "../../model/show-written.ts";
import { DeclaredBeside } from "./declared-beside.ts";
import type { FreeformValues } from "./freeform-values.ts";
import type { Level } from "./level.ts";
import { restOfPushed } from "./pushed-rest.ts";

/** A name that nobody declares, with what defines it. */
export interface Undeclared {
  /** Without the evaluation's prefix. */
  readonly path: Path;
  readonly definitions: readonly Definition[];
  /** The names declared beside it. */
  readonly siblings: readonly string[];
  /** What they stand for. */
  readonly declared: ReadonlyMap<string, OptionTreeNode>;
}

/**
 * All definitions outside the tree, names in byte order, definitions of a name in their order. `ownDefinitions` of
 * `_module` are the evaluator's: where there are no others, nothing undeclared is looked for in it. Fails where names
 * cannot be told; what is left is what was found elsewhere.
 */
export function findUndeclared(level: Level, ownDefinitions: number): readonly Undeclared[] {
  const found: Undeclared[] = [];
  const problems: Diagnostic[] = [];
  find(level, found, ownDefinitions, problems);
  if (problems.length === 0) return found;
  // What cannot be moved down is missing at every level below.
  throw withRemains(new ConfixError([...new Set(problems)]), { value: found });
}

function find(level: Level, found: Undeclared[], ownDefinitions: number, problems: Diagnostic[]): void {
  const pushed = pushedIn(level, problems);
  if (pushed === null) return;
  const declared = level.declared();
  const before = found.length;
  for (const name of pushed.keys()) {
    const node = declared.get(name);
    if (node === undefined) {
      const path = [...level.node.path, name];
      found.push({ path, definitions: pushed.get(name) ?? [], siblings: level.declaredNames(), declared });
    } else if (node.kind === "set" && (name !== "_module" || (pushed.get(name)?.length ?? 0) > ownDefinitions)) {
      find(level.childLevel(name), found, ownDefinitions, problems);
    }
  }
  if (found.length > before + 1) sortFound(found, before, level.node.path.length);
}

// As far as they can be told; null: nothing can.
function pushedIn(level: Level, problems: Diagnostic[]): ReadonlyMap<string, readonly Definition[]> | null {
  try {
    level.declared();
    return level.pushed();
  } catch (error) {
    if (!isConfixError(error)) throw error;
    addAll(problems, error.diagnostics);
    return restOfPushed(error);
  }
}

// Those found at one level, by the name in it.
function sortFound(found: Undeclared[], from: number, depth: number): void {
  const sorted = found
    .splice(from)
    .sort((left, right) => compareNames(left.path[depth] ?? "", right.path[depth] ?? ""));
  addAll(found, sorted);
}

/** The diagnostics for definitions of options that do not exist. */
export function reportUndeclared(found: readonly Undeclared[], machine: Machine, isEmpty: boolean): Diagnostic[] {
  // Of a level, the names are the same list each time.
  const known = new Map<readonly string[], DeclaredBeside>();
  return found.flatMap((each) => {
    const beside = known.get(each.siblings) ?? new DeclaredBeside(each.siblings, each.declared, machine);
    known.set(each.siblings, beside);
    const missing = missingTargets(each, machine.prefix, beside);
    const definitions = each.definitions.filter(({ value }) => forwardingIn(value) === null);
    if (definitions.length === 0) return missing;
    return [...missing, reportOne({ ...each, definitions }, machine, isEmpty, beside)];
  });
}

// A rename defines its target, also where nothing defines the old name: it is the rename that is wrong.
function missingTargets(
  { path, definitions }: Undeclared,
  prefix: Path,
  beside: DeclaredBeside,
): readonly Diagnostic[] {
  return definitions.flatMap(({ value, origin }) => {
    const forwarded = forwardingIn(value);
    if (forwarded === null) return [];
    const { from, to } = forwarded;
    const names = beside.names.suggest(path.at(-1) ?? "");
    const suggestions = names.map((name) =>
      showPath([...prefix, ...path.slice(0, -1), name, ...to.slice(path.length)]),
    );
    const place = { path: [...prefix, ...from], origin };
    return [diagnostic("rename-target-missing", place, { target: showPath([...prefix, ...to]), suggestions })];
  });
}

function reportOne(
  { path, definitions }: Undeclared,
  machine: Machine,
  isEmpty: boolean,
  beside: DeclaredBeside,
): Diagnostic {
  // It is the name that is wrong, not the value.
  const shown = definitions.map(({ origin, value }) => ({
    origin: stepInto(origin, { kind: "name" }),
    shown: showWritten(value),
  }));
  const misplaced = definitions.some(({ value }) => containsOption(value));
  const hint = misplaced ? "misplaced-option" : isEmpty && machine.prefix.length > 0 ? "no-options" : "none";
  const parent = [...machine.prefix, ...path.slice(0, -1)];
  const name = path.at(-1) ?? "";
  const { suggestions, available } = beside.names.tell(name);
  const [first, ...others] = definitions;
  const meant = hint === "none" && others.length === 0 ? beside.names.nearest(name) : null;
  const edit = meant === null || first === undefined ? null : renameAt(first.origin, meant);
  const place = { ...atDefinitions([...machine.prefix, ...path], shown), ...(edit && { edit }) };
  const made = diagnostic("undeclared-option", place, {
    suggestions: suggestions.map((each) => showPath([...parent, each])),
    ...(available && { available: available.map((each) => showPath([...parent, each])) }),
    hint,
    within: showPath(machine.prefix),
  });
  // A secret under a name that is misspelt is one all the same; without a near name, any may be meant.
  const mayBeSecret = suggestions.length > 0 ? beside.holdSecrets(suggestions) : beside.haveSecrets;
  return mayBeSecret ? maskMisspelt(made) : made;
}

function containsOption(value: unknown): boolean {
  return (
    isOption(value) || (isPlainObject(value) && Object.keys(value).some((name) => isOption(memberValue(value, name))))
  );
}

/** The evaluation, as far as its freeform part needs it. Asked only when a name is read or listed that nobody declares. */
export interface FreeformOwner extends Machine {
  undeclared(): readonly Undeclared[];
  /** Whether it is known by now that nothing is undeclared. */
  declaresAll(): boolean;
  freeformType(): AnyOptionType | null;
}

/** The freeform part of a configuration: undeclared definitions merged by the freeform type. */
export class Freeform implements FreeformValues {
  readonly #owner: FreeformOwner;
  #value: ReturnType<Machine["rootMember"]> | null = null;
  /** What that is merged by. */
  #type: AnyOptionType | null = null;

  constructor(owner: FreeformOwner) {
    this.#owner = owner;
  }

  names(path: Path): readonly string[] {
    if (this.#owner.declaresAll()) return [];
    const found = this.#known(path);
    if (found === null) return this.#written(path);
    return isPlainObject(found.value) ? Object.keys(found.value) : [];
  }

  has(path: Path, name: string): boolean {
    const found = this.#known(path);
    if (found === null) return this.#written(path).includes(name);
    return isPlainObject(found.value) && Object.hasOwn(found.value, name);
  }

  read(path: Path, name: string): { readonly value: unknown } | null {
    if (this.#owner.freeformType() === null) return null;
    const value = this.#at(path);
    return { value: isPlainObject(value) && Object.hasOwn(value, name) ? value[name] : undefined };
  }

  // Listing names never fails: what a broken value would hold is answered by what is written.
  #written(path: Path): readonly string[] {
    return this.#owner.undeclared().flatMap((each) => nameBelow(each.path, path) ?? []);
  }

  #known(path: Path): { readonly value: unknown } | null {
    try {
      // Without a freeform type it does not matter what else is defined, which may not be known yet.
      return { value: this.#owner.freeformType() === null ? undefined : this.#at(path) };
    } catch (error) {
      if (!isConfixError(error)) throw error;
      return null;
    }
  }

  #at(path: Path): unknown {
    let value = this.#merged();
    for (const name of path) value = isPlainObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    return value;
  }

  /** Other definitions are undeclared from now on. Returns whether whoever has read a value can be told. */
  redefine(before: readonly Undeclared[] | null): boolean {
    const undeclared = this.#owner.undeclared();
    if (this.#value !== null && undeclared.length > 0) {
      this.#value.redefine(undeclared.flatMap(nest));
      return true;
    }
    if (this.#value !== null) return false;
    const type = attempt(() => this.#owner.freeformType());
    // Where the type is wrong, names were read as they are written.
    if (type === null) return false;
    // Who read that there is nothing has read no value.
    const wasEmpty = before === null || before.length === 0;
    return type.value === null || wasEmpty === (undeclared.length === 0);
  }

  #merged(): unknown {
    const type = this.#owner.freeformType();
    const undeclared = this.#owner.undeclared();
    if (type === null || undeclared.length === 0) return undefined;
    // Who has read a value of the other type has read the type as well.
    if (this.#type !== type) this.#value = null;
    this.#type = type;
    this.#value ??= this.#owner.rootMember(type, undeclared.flatMap(nest));
    return this.#value.force();
  }
}

function nameBelow(path: Path, parent: Path): string | null {
  return parent.every((name, at) => path[at] === name) ? (path[parent.length] ?? null) : null;
}

// Each definition becomes a set that holds nothing but its path; what wraps it stays around the value.
function nest({ path, definitions }: Undeclared): readonly Definition[] {
  return definitions.map((definition) => {
    let value = rewrap(definition);
    for (const name of path.toReversed()) {
      const set: object = Object.create(null);
      Object.defineProperty(set, name, { value, enumerable: true });
      value = set;
    }
    const origin = throughNames(path, definition.origin);
    return { value, args: definition.args, origin, conditions: null, priority: null, order: null };
  });
}

function rewrap({ value, conditions, priority, order }: Definition): unknown {
  let wrapped = value;
  if (order !== null) wrapped = makeOrder(order, wrapped);
  if (priority !== null) wrapped = makeOverride(priority, wrapped);
  for (let cell = conditions; cell !== null; cell = cell.outer) wrapped = underCondition(cell.condition, wrapped);
  return wrapped;
}

function underCondition(condition: ConditionCell, content: unknown): unknown {
  return makeIf<unknown, unknown>(() => condition.force(), content);
}
