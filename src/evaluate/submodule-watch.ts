// Takes note of the evaluations that computing a configuration makes, and ends those that contain one another endlessly.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { type Path, showPath } from "../kernel/path.ts";
import type { OnRead } from "../kernel/any-thunk.ts";
import type { Explained, Recorder } from "../model/machine.ts";
import { Fixpoint } from "./evaluate.ts";

/** How deep submodules in one another are computed. Nobody writes that many; those that are deeper have no end. */
const deepest = 32;
/** How many are computed, each counted once for every one that it is in: it may hold what was made of these. */
const most = 100_000;
/** The same once there are some without end: each may hold several, so that with the depth their number explodes. */
const deepestOfEndless = 6;
const mostOfEndless = 5000;

/** One evaluation that was made, with the option in which it is. */
export interface WatchedEvaluation {
  readonly fixpoint: Fixpoint;
  readonly isOutermost: boolean;
  /** Null: it is the outermost, or nobody knows. */
  readonly outer: ReturnType<Explained["find"]>;
}

/** Listens to an evaluation of which all is to be computed, even if that has no end. */
export class SubmoduleWatch implements Recorder {
  readonly onRead: OnRead = () => undefined;
  /** What kept submodules from being computed, by the path of the outermost option with them. */
  readonly refused: Map<string, { readonly path: Path; readonly problem: string }> = new Map();
  readonly #byPrefix = new Map<string, Explained>();
  readonly #made: { readonly prefix: Path; readonly fixpoint: Fixpoint }[] = [];
  #count = 0;
  #isEndless = false;

  add(prefix: Path, evaluation: Explained): void {
    const { machine } = evaluation;
    // Every evaluation of this copy of Confix is one.
    if (!(machine instanceof Fixpoint) || isBlueprint(prefix, machine)) return;
    const depth = this.#depthOf(prefix);
    this.#count += depth;
    if (depth > deepest && !this.#isEndless) {
      this.#isEndless = true;
      this.#count = 0;
    }
    if (depth > (this.#isEndless ? deepestOfEndless : deepest)) {
      this.#refuse(prefix, `its submodules are in one another more than ${deepest} deep`);
    }
    if (this.#count > (this.#isEndless ? mostOfEndless : most)) {
      this.#refuse(prefix, "the submodules of the configuration are too many");
    }
    const key = showPath(prefix);
    if (!this.#byPrefix.has(key)) this.#byPrefix.set(key, evaluation);
    this.#made.push({ prefix, fixpoint: machine });
  }

  /** The evaluations of submodules so far. Those of extensions of the whole are left out: they are asked for by code. */
  submodules(): readonly WatchedEvaluation[] {
    return this.#made
      .slice(1)
      .filter(({ fixpoint }) => isInstance(fixpoint))
      .map(({ prefix, fixpoint }) => ({ fixpoint, outer: this.#around(prefix), isOutermost: false }));
  }

  // What nothing defines is evaluated without a path; how deep it is nobody knows.
  #depthOf(prefix: Path): number {
    const above = prefix.filter((_, length) => this.#byPrefix.has(showPath(prefix.slice(0, length))));
    return Math.max(above.length, 1);
  }

  #around(prefix: Path): WatchedEvaluation["outer"] {
    for (let length = prefix.length - 1; length >= 0; length -= 1) {
      const found = this.#byPrefix.get(showPath(prefix.slice(0, length)));
      if (found !== undefined) return found.find(prefix.slice(length));
    }
    return null;
  }

  #refuse(prefix: Path, problem: string): never {
    const root = this.#made[0]?.fixpoint.prefix ?? [];
    const length =
      prefix.length === 0 ? 0 : (this.#byPrefix.get(showPath(root))?.find(prefix)?.length ?? prefix.length);
    const path = prefix.slice(0, length);
    if (!this.refused.has(showPath(path))) this.refused.set(showPath(path), { path, problem });
    return fail(diagnostic("lint/skipped", { path }, { part: "values", problem }));
  }
}

// What the instances of a submodule share is collected in an evaluation that is none of them.
function isBlueprint(prefix: Path, fixpoint: Fixpoint): boolean {
  return prefix.length === 1 && prefix[0] === "" && !isInstance(fixpoint);
}

// Extensions of the whole have no name.
function isInstance({ args }: Fixpoint): boolean {
  return Object.hasOwn(args, "name");
}
