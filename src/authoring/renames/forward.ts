// Passes the definitions of an old option on to the option, or the set of options, that it stands for.
import type { Path } from "../../kernel/path.ts";
import { markForwarding } from "../../model/forwarding.ts";
import type { OptionState } from "../../model/option-state.ts";
import { makeDefinition, makeMerge, priorities } from "../../model/property.ts";
import type { UntypedArgs } from "../../model/typed.ts";
import { mkAliasAndWrapDefinitions, mkAliasAndWrapDefsWithPriority, withPriority } from "../aliases.ts";
import { partOf } from "./part-of.ts";
import { findOption } from "./tree-path.ts";

/** What passes on what. */
export interface Forwarding {
  readonly from: Path;
  readonly to: Path;
  readonly withPriority: boolean;
}

/**
 * What to define at `to`. Where `to` is an option, the definitions of `from` as they are; where it is a set of options,
 * their members. Nothing is computed before somebody needs the value at `to`, or, of a set, its names.
 */
export function forwardTo(forwarding: Forwarding): unknown {
  return markForwarding(forwardMember(forwarding, []), forwarding);
}

// One function does for both, because whether a name is a set is known only when the evaluator comes to it.
function forwardMember(forwarding: Forwarding, below: Path): (args: UntypedArgs) => unknown {
  return ({ options }: UntypedArgs): unknown => {
    const target = findOption(options, [...forwarding.to, ...below]);
    if (target.kind === "set") return forwardSet(forwarding, below, target.names);
    const source = findOption(options, forwarding.from);
    // The old option is declared beside this definition; it is missing only where that is switched off.
    if (source.kind !== "option") return makeMerge([]);
    if (below.length > 0) return forwardParts(forwarding, below, source.state, options);
    const alias = forwarding.withPriority ? mkAliasAndWrapDefsWithPriority : mkAliasAndWrapDefinitions;
    return alias((definitions) => definitions, source.state);
  };
}

function forwardSet(forwarding: Forwarding, below: Path, names: object): unknown {
  const entries = Object.keys(names).map((name) => [name, forwardMember(forwarding, [...below, name])]);
  return Object.fromEntries(entries);
}

function forwardParts(forwarding: Forwarding, below: Path, state: OptionState, options: object): unknown {
  const priority = forwarding.withPriority ? state.highestPrio : priorities.plain;
  return makeMerge(
    state.definitionsWithLocations.map(({ value, origin, args }) => {
      const part = partOf(value, below, { target: forwarding.to, options, path: state.loc, origin });
      return withPriority(priority, makeDefinition(origin, part, args));
    }),
  );
}
