// Tells the engine's sign that the stack is used up from other errors.

/** On errors of a used up stack: how many drivers they have passed, none of which could find a way on. */
export const driversPassed: unique symbol = Symbol("drivers passed");

/** An error of a used up stack. */
export interface Overflow extends Error {
  readonly [driversPassed]?: number;
}

/**
 * Whether an error is the engine's sign that the stack is used up, or was made of one. It says nothing about the value
 * that was being computed: with an emptier stack it may succeed, so it is never remembered.
 */
export function isStackOverflow(error: unknown): boolean {
  return find(error, (part) => isEngines(part) || driversPassed in part) !== null;
}

/** How many drivers could not find a way on with the stack that was left to them. */
export function timesGivenUp(error: unknown): number {
  return find(error, (part) => driversPassed in part)?.[driversPassed] ?? 0;
}

/** What a driver throws that finds no way on: the error if another driver made it, else what `make` makes of it. */
export function givenUp(error: unknown, make: () => Error): Error {
  const isMade = error instanceof Error && driversPassed in error && !isEngines(error);
  const value = timesGivenUp(error) + 1;
  return Object.defineProperty(isMade ? error : make(), driversPassed, { value, configurable: true });
}

function find(error: unknown, isWanted: (part: Error) => boolean): Overflow | null {
  try {
    let part = error;
    // Wrapped a few times at most; an error may even be its own cause.
    for (let wrapped = 0; wrapped < 8 && part instanceof Error; wrapped += 1) {
      if (isWanted(part)) return part;
      part = part.cause;
    }
  } catch {
    // An error whose parts cannot be read is user code's.
  }
  return null;
}

// No regular expression: compiling one with the stack used up makes V8 abort the process.
function isEngines({ name, message }: Error): boolean {
  if (name === "RangeError") return message.includes("call stack size");
  return name === "InternalError" && message.includes("too much recursion");
}
