// The functions of scripts that are run again and again: one that would do the same as one of the time before is that one.
import { keepFunctions, keepSpecifier, type KeepHooks } from "../source/keep-functions.ts";
import { orNull } from "./or-null.ts";
import { prepareOwn, type PrepareText } from "./prepare-text.ts";
import type { Exports } from "./scripts.ts";

interface Kept {
  readonly made: unknown;
  /** What it saw around it when it was made. */
  readonly seen: readonly unknown[];
}

type Functions = Map<string, Kept>;

/** Knows the functions of the last run of each script. */
export class KeptFunctions {
  readonly #before = new Map<string, Functions>();
  readonly #now = new Map<string, Functions>();

  /** Prepares scripts; packages are left alone. */
  readonly prepare: PrepareText = prepareOwn(keepFunctions);

  /** What prepared scripts import. */
  get exports(): Readonly<Record<typeof keepSpecifier, Exports>> {
    const hooks: KeepHooks = {
      keep: (file, line, number, code, made, seen) => this.#keep(file, `${line} ${number} ${code}`, made, seen),
    };
    return { [keepSpecifier]: { ...hooks } };
  }

  /** These scripts will be run again. */
  forget(files: Iterable<string>): void {
    for (const file of files) {
      const now = this.#now.get(file);
      // One that did not come to its first function has left none.
      if (now !== undefined) this.#before.set(file, now);
      this.#now.delete(file);
    }
  }

  #keep(file: string, key: string, made: unknown, see: () => readonly unknown[]): unknown {
    // A constant further down throws.
    const seen = orNull(see);
    // What is not there yet (further down, or in a script that imports this one) is not known to be the same.
    if (seen === null || seen.includes(undefined)) return made;
    const known = this.#before.get(file)?.get(key);
    // By the key, what it sees has the same names. It is the same only if it is the very same: data may change later.
    const isSame = known?.seen.every((value, at) => Object.is(value, seen[at])) === true;
    const kept = isSame ? known : { made, seen };
    let functions = this.#now.get(file);
    if (functions === undefined) {
      functions = new Map();
      this.#now.set(file, functions);
    }
    functions.set(key, kept);
    return kept.made;
  }
}
