// The supported doubles, listed by what they have in common.
import { matchesAny } from "./matches.ts";
import { parse } from "./parse.ts";
import type { ParsedSystem } from "./parsed-system.ts";
import type { AbiName } from "./tables/abis.ts";
import { listPredicates, supportedDoubles, type SelectedListName } from "./tables/doubles.ts";
import { patterns } from "./tables/patterns.ts";

/** The name of a list of doubles. */
export type DoubleListName = SelectedListName | "all" | "gnu" | "none";

/** Lists of doubles by name. */
export type Doubles = Readonly<Record<DoubleListName, readonly string[]>>;

// In this order, so that the list is grouped by ABI as elsewhere.
const gnuAbis: readonly AbiName[] = [
  "gnu",
  "gnueabi",
  "gnueabihf",
  "gnuabin32",
  "gnuabi64",
  "gnuabielfv1",
  "gnuabielfv2",
];

const listed = once(listDoubles);

/**
 * The supported doubles: `all` of them, and those of a kind, such as `linux`, `x86` or `bigEndian`. Listed when one is read:
 * that takes 2.6 ms, which every start of Confix would take longer.
 */
// The cast: `fromEntries` keeps the names of the table, though not in its type.
export const doubles: Doubles = Object.freeze(
  Object.defineProperties(
    {},
    Object.fromEntries(
      [...Object.keys(listPredicates), "all", "gnu", "none"].map((name) => [
        name,
        { enumerable: true, get: () => Reflect.get(listed(), name) },
      ]),
    ),
  ),
) as Doubles;

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function listDoubles(): Doubles {
  const parsed = supportedDoubles.map((double) => [double, parse(double)] as const);
  const select = (accepts: (system: ParsedSystem) => boolean): readonly string[] =>
    Object.freeze(parsed.filter(([, system]) => accepts(system)).map(([double]) => double));
  const gnu = gnuAbis.flatMap((name) => select(({ kernel, abi }) => kernel.name === "linux" && abi.name === name));
  // The cast: `fromEntries` keeps the names of the table, though not in its type.
  const selected = Object.fromEntries(
    Object.entries(listPredicates).map(([name, predicate]) => [
      name,
      select((system) => matchesAny(system, patterns[predicate])),
    ]),
  ) as Record<SelectedListName, readonly string[]>;
  return Object.freeze({ ...selected, all: select(() => true), gnu: Object.freeze(gnu), none: Object.freeze([]) });
}
