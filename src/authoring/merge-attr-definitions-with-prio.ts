// What came of each name of an option's set, and how strong it is.
import { contextOfOption, type OptionState } from "../model/option-state.ts";
import type { Member } from "../model/option-type.ts";
import { computedMember, membersByName } from "../types/members.ts";
import { failArgument } from "./check-arguments.ts";

/** What came of one name. Both are computed when they are read; the priority without the value. */
export interface MergedAttribute {
  readonly value: unknown;
  /** The priority of the definitions that won: 100 for plain ones. */
  readonly highestPrio: number;
}

/**
 * The value and the priority of each name in the set that an evaluated option holds, `options.services.sites`. Every name
 * is there that a definition of the option gives, also if all conditions on it are false. `apply` does not count. Fails
 * with `bad-argument` unless the option is of a type `attrsOf` or `lazyAttrsOf`.
 */
export function mergeAttrDefinitionsWithPrio(option: OptionState): Readonly<Record<string, MergedAttribute>> {
  const { elemType } = option.type.functor.name === "attrsWith" ? option.type.nestedTypes : {};
  if (elemType === undefined) {
    const found = `must be of type \`attrsOf\` or \`lazyAttrsOf\`, but is of type \`${option.type.name}\``;
    failArgument("mergeAttrDefinitionsWithPrio", "option", found);
  }
  const context = option[contextOfOption];
  const definitions = option.definitionsWithLocations.map(({ value, args, origin, priority = null }) => ({
    value,
    args,
    origin,
    order: priority,
  }));
  const merged = new Map<string, Member>();
  for (const [name, member] of membersByName(context, elemType, definitions)) merged.set(name, described(member));
  // The cast: these are the members it was made of.
  return context.record(merged) as Readonly<Record<string, MergedAttribute>>;
}

// A member whose value is what is to be said of another.
function described(member: Member): Member {
  const description: MergedAttribute = Object.freeze({
    get value(): unknown {
      return member.force();
    },
    get highestPrio(): number {
      return member.highestPrio();
    },
  });
  return computedMember(member.path, () => description);
}
