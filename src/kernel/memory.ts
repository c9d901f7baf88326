// Remembers who read whom, so that after a change only what it reaches is computed again, and of that no more than differs.
import { type AnyThunk, type Outcome, Unwinding } from "./any-thunk.ts";
import { isSameResult } from "./same-result.ts";
import { isStackOverflow } from "./stack-overflow.ts";

/** What is remembered of one thunk. */
interface Entry {
  /** What it read, in order. It says nothing about what would have been read after something else. */
  readonly reads: Set<AnyThunk>;
  /** Who read it, of those that are not themselves waiting to be looked at again. */
  readonly readers: Set<AnyThunk>;
  /** The revision at which it was last known to stand. */
  verifiedAt: number;
  /** The revision at which its result last became another one. */
  changedAt: number;
  /** What it was before something that it read may have changed; null: nothing has. */
  before: Outcome | null;
  /** Whether something in it was replaced, so that it is computed again whatever it read. */
  isReplaced: boolean;
  /** What was made while it was computed, by a key of its maker, for when it is computed again. */
  made: Map<string, Reusable> | null;
  /** The same of the time before. */
  madeBefore: Map<string, Reusable> | null;
}

/** What may stand for another thing of its kind that is made of the same. */
interface Reusable {
  isLike(fresh: unknown): boolean;
}

/**
 * The memory of an evaluation that is to be updated. A change marks what was computed from it, and from that, and so on;
 * nothing is computed then. What is marked and asked for again first asks for what it read, in the order in which it read
 * it: if none of that is another one, neither is the result.
 */
export class Memory {
  #revision = 0;
  readonly #entries = new WeakMap<AnyThunk, Entry>();
  /** Of parts, what they are parts of. */
  readonly #wholes = new WeakMap<object, object>();
  #marked: AnyThunk[] = [];

  /** Takes note of a read. Repeated reads are one. */
  readonly onRead = (reader: AnyThunk, read: AnyThunk): void => {
    const entry = this.#entry(reader);
    // While it is found out whether what was read still stands, nothing is read anew.
    if (entry.before !== null && !entry.isReplaced) return;
    entry.reads.add(read);
    this.#entry(read).readers.add(reader);
  };

  /** The thunks that the changes so far have marked, and forgets them. */
  takeMarked(): readonly AnyThunk[] {
    const marked = this.#marked;
    this.#marked = [];
    return marked;
  }

  /** Begins a change; what is marked from now on belongs to it. */
  begin(): void {
    this.#revision += 1;
  }

  /** Something in these thunks was replaced. They, and whoever read them, are looked at when they are needed again. */
  replaced(thunks: Iterable<AnyThunk>): void {
    const queue: AnyThunk[] = [];
    for (const thunk of thunks) {
      this.#entry(thunk).isReplaced = true;
      this.#mark(thunk, queue);
    }
    for (let thunk = queue.pop(); thunk !== undefined; thunk = queue.pop()) {
      for (const reader of this.#entry(thunk).readers) this.#mark(reader, queue);
    }
  }

  #mark(thunk: AnyThunk, queue: AnyThunk[]): void {
    const entry = this.#entry(thunk);
    const outcome = thunk.forget();
    // One that was never computed has no readers, or has been marked before.
    if (outcome === null) return;
    entry.before = outcome;
    // Until it is asked for it need not hear of further changes; so nothing holds it any longer, should nobody ask.
    for (const read of entry.reads) this.#entry(read).readers.delete(thunk);
    this.#marked.push(thunk);
    queue.push(thunk);
  }

  /**
   * The outcome that a marked thunk had, if everything that it read still stands; else whether it is computed for the
   * first time or again. What it read is forced for that, by way of the thunk itself; `rethrowIfUnwinding` throws if that
   * could not come to its end.
   */
  recall(thunk: AnyThunk, rethrowIfUnwinding: () => void): Outcome | "first" | "again" {
    const entry = this.#entry(thunk);
    if (entry.before === null && !entry.isReplaced) return "first";
    const { before } = entry;
    const canStand = before !== null && before.state !== "fatal" && !entry.isReplaced;
    if (canStand && this.#stands(entry, rethrowIfUnwinding)) return before;
    entry.isReplaced = true;
    entry.reads.clear();
    entry.madeBefore ??= entry.made;
    entry.made = null;
    return "again";
  }

  #stands(entry: Entry, rethrowIfUnwinding: () => void): boolean {
    for (const read of entry.reads) {
      try {
        read.force();
      } catch (error) {
        rethrowIfUnwinding();
        if (error instanceof Unwinding || isStackOverflow(error)) throw error;
        // That it fails is a result as well.
      }
      if (this.#entry(read).changedAt > entry.verifiedAt) return false;
    }
    return true;
  }

  /** Takes note of how a thunk ended. */
  ended(thunk: AnyThunk, { state, result }: Outcome): void {
    const entry = this.#entry(thunk);
    const { before } = entry;
    if (before === null || before.state !== state || !isSameResult(before.result, result))
      entry.changedAt = this.#revision;
    entry.verifiedAt = this.#revision;
    entry.before = null;
    entry.isReplaced = false;
    entry.madeBefore = null;
    for (const read of entry.reads) this.#entry(read).readers.add(thunk);
  }

  /** What a thunk made for a path when it was computed the last time, if that is the same as what it makes now. */
  reuse<M extends Reusable>(thunk: AnyThunk, path: readonly string[], fresh: M): M {
    const entry = this.#entry(thunk);
    const key = `${path.length} ${path.at(-1) ?? ""}`;
    const known = entry.madeBefore?.get(key);
    // The cast: what is like another thing is of its kind.
    const made = known?.isLike(fresh) === true ? (known as M) : fresh;
    entry.made ??= new Map();
    entry.made.set(key, made);
    return made;
  }

  /** Takes note that something is part of something else. */
  setWhole(part: object, whole: object): void {
    this.#wholes.set(part, whole);
  }

  /** What something is part of; null: nobody took note of that. */
  wholeOf(part: object): object | null {
    return this.#wholes.get(part) ?? null;
  }

  #entry(thunk: AnyThunk): Entry {
    let entry = this.#entries.get(thunk);
    if (entry === undefined) {
      entry = {
        reads: new Set(),
        readers: new Set(),
        verifiedAt: this.#revision,
        changedAt: this.#revision,
        before: null,
        isReplaced: false,
        made: null,
        madeBefore: null,
      };
      this.#entries.set(thunk, entry);
    }
    return entry;
  }
}
