// The predicates on systems, as functions.
import { refuseOldArmName } from "./old-names.ts";
import { matchesAny } from "./matches.ts";
import { systemOf, type SystemLike } from "./system-of.ts";
import { patterns, type PredicateName } from "./tables/patterns.ts";

/** A question about a system. */
export type Predicate = (system: SystemLike) => boolean;

/** Every predicate by name. */
export type Predicates = { readonly [N in PredicateName]: Predicate };

/**
 * The predicates: `predicates.isAarch64("aarch64-linux")`.
 *
 * Each takes a system string, what `parse` returns, or an elaborated platform, of which it looks
 * at `parsed` only. An elaborated platform has the answers as attributes of the same names.
 */
export const predicates: Predicates = Object.freeze(
  refuseOldArmName(
    // One function per pattern, so the names are those of the patterns.
    Object.fromEntries(
      Object.entries(patterns).map(([name, alternatives]) => [
        name,
        (system: SystemLike) => matchesAny(systemOf(system), alternatives),
      ]),
    ) as { [N in PredicateName]: Predicate },
  ),
);
