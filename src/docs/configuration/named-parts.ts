// Parts of a description that contain themselves get a name, so that the description ends.

/** How often a part may stand in others that look alike. One that a function makes anew looks new each time. */
const mostAlike = 4;
/** How deep parts may stand in one another. */
const deepest = 24;

interface Part {
  /** What the part is made of: equal, member by member, to that of the same part. */
  readonly key: readonly unknown[];
  /** What it looks like. */
  readonly names: string;
  readonly hint: string;
  /** Given as soon as somebody refers to the part. */
  name: string | null;
}

/** What tells one part from others. */
export interface PartOfDescription<T> {
  readonly key: readonly unknown[];
  /** The names in it: by these, parts look alike. */
  readonly names: readonly string[];
  /** What it might be called. */
  readonly hint: string;
  readonly make: () => T;
}

/** The parts that have names, found while a description is made. */
export class NamedParts<T> {
  readonly #refer: (name: string) => T;
  readonly #open: Part[] = [];
  readonly #done: Part[] = [];
  readonly #taken: Set<string>;
  readonly #defined = new Map<string, T>();

  /** `refer` describes a part by its name; `taken` are names that no part may have. */
  constructor(refer: (name: string) => T, taken: readonly string[]) {
    this.#refer = refer;
    this.#taken = new Set(taken);
  }

  /** The parts with names, in the order in which they were finished. */
  get defined(): ReadonlyMap<string, T> {
    return this.#defined;
  }

  /** The description of a part, or a reference to it; null: there is no telling whether it ever ends. */
  describe({ key, names, hint, make }: PartOfDescription<T>): T | null {
    const met = [...this.#done, ...this.#open].find((part) => areSame(part.key, key));
    if (met !== undefined) return this.#refer(this.#nameOf(met));
    const part: Part = { key, names: JSON.stringify(names), hint, name: null };
    const alike = this.#open.filter((each) => each.names === part.names);
    if (alike.length >= mostAlike || this.#open.length >= deepest) return null;
    this.#open.push(part);
    try {
      const made = make();
      if (part.name === null) return made;
      this.#done.push(part);
      this.#defined.set(part.name, made);
      return this.#refer(part.name);
    } finally {
      this.#open.pop();
    }
  }

  /** A name that nobody has, like the one given. */
  free(hint: string): string {
    let name = hint;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${hint}${number}`;
    this.#taken.add(name);
    return name;
  }

  #nameOf(part: Part): string {
    part.name ??= this.free(part.hint);
    return part.name;
  }
}

function areSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((each, at) => each === right[at]);
}
