// The members of definitions: how types that merge piece by piece take sets and lists apart.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { ConfixError, isConfixError, withRemains } from "../diagnostics/errors.ts";
import type { Path } from "../kernel/path.ts";
import { memberValue } from "../kernel/plain.ts";
import { memberDefinition } from "../model/definition.ts";
import type { Definition, SettledDefinition } from "../model/definition.ts";
import type { AnyOptionType, Member, MergeContext } from "../model/option-type.ts";
import { priorities } from "../model/property.ts";

/** The members of sets, by name: one for each name that any definition gives. A present `undefined` gives nothing. */
export function membersByName(
  context: MergeContext,
  type: AnyOptionType,
  definitions: readonly SettledDefinition[],
): Map<string, Member> {
  const [only] = definitions;
  if (only !== undefined && definitions.length === 1) return membersOf(context, type, only);
  // By whom each name is given. Most are given by one, and need no list.
  const givers = new Map<string, SettledDefinition | SettledDefinition[]>();
  for (const definition of definitions) {
    const names = namesOf(definition);
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at] ?? "";
      const known = givers.get(name);
      if (known === undefined) givers.set(name, definition);
      else if (Array.isArray(known)) known.push(definition);
      else givers.set(name, [known, definition]);
    }
  }
  const members = new Map<string, Member>();
  for (const name of givers.keys()) {
    const by = givers.get(name) ?? [];
    if (!Array.isArray(by)) addMember(members, context, type, by, name);
    else addMemberOfSeveral(members, context, type, by, name);
  }
  return members;
}

function membersOf(context: MergeContext, type: AnyOptionType, definition: SettledDefinition): Map<string, Member> {
  const members = new Map<string, Member>();
  const names = namesOf(definition);
  for (let at = 0; at < names.length; at += 1) addMember(members, context, type, definition, names[at] ?? "");
  return members;
}

function namesOf({ value }: SettledDefinition): readonly string[] {
  return Object.keys(value as object); // The cast: the types that ask accept sets only.
}

function addMember(
  members: Map<string, Member>,
  context: MergeContext,
  type: AnyOptionType,
  definition: SettledDefinition,
  name: string,
): void {
  const value = memberValue(definition.value as object, name); // The cast: as above.
  if (value !== undefined) members.set(name, context.memberOf(definition, name, value, type));
}

function addMemberOfSeveral(
  members: Map<string, Member>,
  context: MergeContext,
  type: AnyOptionType,
  definitions: readonly SettledDefinition[],
  name: string,
): void {
  const found: Definition[] = [];
  for (const definition of definitions) {
    const value = memberValue(definition.value as object, name); // The cast: as above.
    if (value !== undefined) found.push(memberDefinition(definition, value, name));
  }
  if (found.length > 0) members.set(name, context.member(name, type, found));
}

/** The members as one value. What each member's type tells beside its value is told as `attrs`. */
export function setOfMembers(context: MergeContext, members: ReadonlyMap<string, Member>): object {
  context.setValueMeta(() => {
    const metas = new Map<string, Member>();
    for (const [name, member] of members)
      metas.set(
        name,
        computedMember(member.path, () => member.valueMeta()),
      );
    return { attrs: context.record(metas) };
  });
  return context.record(members);
}

/** A member that no definition gives: it is what `compute` returns whenever it is read. */
export function computedMember(path: Path, compute: () => unknown): Member {
  return {
    path,
    isDefined: () => true,
    highestPrio: () => priorities.plain,
    force: compute,
    valueMeta: () => ({}),
    peek: () => null,
  };
}

/** What `make` makes of the members of which a definition holds. The others are removed; what fails is left, to fail again. */
export function dropUndefined(members: Map<string, Member>, make: (members: Map<string, Member>) => object): object {
  const visit = (name: string): void => {
    if (members.get(name)?.isDefined() === false) members.delete(name);
  };
  collectFailures(members.keys(), visit, () => make(members));
  return make(members);
}

/**
 * Visits every item, and fails at the end with all that was reported, each diagnostic once. `good` makes what came out
 * right all the same: whoever looks for everything that is wrong goes on there.
 */
export function collectFailures<T>(
  items: Iterable<T>,
  visit: (item: T) => void,
  good: (() => unknown) | null = null,
): void {
  const errors: ConfixError[] = [];
  for (const item of items) {
    try {
      visit(item);
    } catch (error) {
      // Whatever is not a report (the sign that the stack is being unwound, above all) goes up at once.
      if (!isConfixError(error)) throw error;
      errors.push(error);
    }
  }
  const [first] = errors;
  if (first === undefined) return;
  const isOne = errors.every((error) => error === first);
  const diagnostics = new Set<Diagnostic>(errors.flatMap((error) => error.diagnostics));
  const error = isOne ? first : new ConfixError([...diagnostics], first.cause);
  throw good === null ? error : withRemains(error, { value: good() });
}
