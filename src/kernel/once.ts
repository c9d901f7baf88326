// Something that is found at most once and never by way of itself; an error is remembered as a result is.
import { isStackOverflow } from "./stack-overflow.ts";
import { Unwinding } from "./any-thunk.ts";
import { type Scope } from "./scope.ts";

/**
 * Less than a thunk: no step of the evaluation. For structure, which is found before any value is. Subclasses say how: of
 * thousands of sets of options each has such a thing, and functions made for each would take more than what they find.
 */
export abstract class Once<T> {
  readonly #scope: Scope;
  #known: { readonly value: T } | { readonly error: unknown } | "finding" | null = null;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  protected abstract find(): T;
  /** Fails. Called when `find` asks for what it is to find. */
  protected abstract needsItself(): never;

  /** Whether it is being found right now. */
  get isFinding(): boolean {
    return this.#known === "finding";
  }

  /** What was found. Throws what `find` threw, each time the same. */
  get(): T {
    const known = this.#known;
    if (known === null) return this.#first();
    if (known === "finding") return this.needsItself();
    if ("error" in known) throw known.error;
    return known.value;
  }

  #first(): T {
    this.#known = "finding";
    let known: { readonly value: T } | { readonly error: unknown } | null = null;
    try {
      known = { value: this.find() };
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

/** The same of two functions, for what there is one of. */
export class OnceOf<T> extends Once<T> {
  readonly #find: () => T;
  readonly #needsItself: () => never;

  constructor(scope: Scope, find: () => T, needsItself: () => never) {
    super(scope);
    this.#find = find;
    this.#needsItself = needsItself;
  }

  protected override find(): T {
    return this.#find();
  }

  protected override needsItself(): never {
    return this.#needsItself();
  }
}
