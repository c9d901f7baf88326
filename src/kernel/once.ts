// Something that is found at most once and never by way of itself; an error is remembered as a result is.
import { isStackOverflow } from "./stack-overflow.ts";
import { Unwinding } from "./any-thunk.ts";
import { type Scope } from "./scope.ts";

/** Less than a thunk: no step of the evaluation. For structure, which is found before any value is. */
export class Once<T> {
  readonly #scope: Scope;
  readonly #find: () => T;
  readonly #needsItself: () => never;
  #known: { readonly value: T } | { readonly error: unknown } | "finding" | null = null;

  /** `needsItself` fails; it is called when `find` asks for what it is to find. */
  constructor(scope: Scope, find: () => T, needsItself: () => never) {
    this.#scope = scope;
    this.#find = find;
    this.#needsItself = needsItself;
  }

  /** Whether it is being found right now. */
  get isFinding(): boolean {
    return this.#known === "finding";
  }

  /** What was found. Throws what `find` threw, each time the same. */
  get(): T {
    const known = this.#known;
    if (known === null) return this.#first();
    if (known === "finding") return this.#needsItself();
    if ("error" in known) throw known.error;
    return known.value;
  }

  #first(): T {
    this.#known = "finding";
    let known: { readonly value: T } | { readonly error: unknown } | null = null;
    try {
      known = { value: this.#find() };
      return known.value;
    } catch (error) {
      // What only passes by on its way to a driver says nothing about what was to be found.
      const isPassing = this.#scope.unwinding !== null || error instanceof Unwinding || isStackOverflow(error);
      if (!isPassing) known = { error };
      throw error;
    } finally {
      this.#known = known;
    }
  }
}
