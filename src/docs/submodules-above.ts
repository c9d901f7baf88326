// Where documentation of submodules ends that contain themselves.

/** How often a submodule may stand in others that declare the same names. One that a function makes anew looks new each time. */
const mostAlike = 4;
/** How deep submodules may stand in one another. */
const deepest = 24;

/** What tells a submodule from others. */
interface Known {
  /** What it is made of. */
  readonly parts: readonly unknown[];
  readonly names: readonly string[];
}

/** The submodules from the root to where the documentation is. */
export class SubmodulesAbove {
  readonly #all: readonly Known[];

  constructor(all: readonly Known[] = []) {
    this.#all = all;
  }

  /** Whether a submodule made of these parts is among them. */
  has(parts: readonly unknown[]): boolean {
    return this.#all.some((known) => areSame(known.parts, parts));
  }

  /** With one more inside; null: too many like it are there already, and there is no telling whether it ever ends. */
  enter(parts: readonly unknown[], names: readonly string[]): SubmodulesAbove | null {
    const alike = this.#all.filter((known) => areSame(known.names, names));
    if (alike.length >= mostAlike || this.#all.length >= deepest) return null;
    return new SubmodulesAbove([...this.#all, { parts, names }]);
  }
}

function areSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((each, at) => each === right[at]);
}
