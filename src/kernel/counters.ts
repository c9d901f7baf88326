// How often an evaluation did something.

/** How often something was done. The same modules, asked for the same, give the same numbers. */
export interface Counters {
  /** Options whose value was computed. */
  optionsComputed: number;
  /** Reads of options whose value stands in a module as it is: these need no computing, and are not kept. */
  valuesTaken: number;
  /** Lazy cells that were made: options, members of their values, conditions. */
  thunksMade: number;
  /** Of these, how often one was computed. More than once if the stack got too deep meanwhile. */
  thunksForced: number;
  /** How often the stack got too deep, so that computing went on with an empty one. */
  unwindings: number;
  /** Definitions of which it was found out whether they count. */
  definitionsSettled: number;
  /** Values that a type made of definitions. */
  valuesMerged: number;
  /** Pairs of types that were made one, because an option is declared twice. */
  typesMerged: number;
}

/** Counters at their beginning. */
export function newCounters(): Counters {
  return {
    optionsComputed: 0,
    valuesTaken: 0,
    thunksMade: 0,
    thunksForced: 0,
    unwindings: 0,
    definitionsSettled: 0,
    valuesMerged: 0,
    typesMerged: 0,
  };
}
