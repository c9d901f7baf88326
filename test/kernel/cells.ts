// Thunks for tests: cells that count how often they were computed, and scopes whose errors are known.
import { type ThunkLabel } from "../../src/kernel/any-thunk.ts";
import { Scope } from "../../src/kernel/scope.ts";
import { Thunk } from "../../src/kernel/thunk.ts";

/** The error of a cycle, with the names it goes through. */
export class Cycle extends Error {
  readonly names: readonly string[];
  constructor(steps: readonly ThunkLabel[]) {
    super("cycle");
    this.names = steps.flatMap(({ path }) => path);
  }
}

export function newScope(): Scope {
  return new Scope({
    cycle: (steps) => new Cycle(steps),
    overflow: (label, cause) => new Error(`overflow at ${label?.path.join(".") ?? "nowhere"}`, { cause }),
  });
}

export class Cell<T> extends Thunk<T> {
  calls: number = 0;
  readonly #name: string | null;
  readonly #code: () => T;

  constructor(scope: Scope, name: string | null, code: () => T) {
    super(scope);
    this.#name = name;
    this.#code = code;
  }

  protected override compute(): T {
    this.calls += 1;
    return this.#code();
  }

  override label(): ThunkLabel | null {
    return this.#name === null ? null : { kind: "option", path: [this.#name] };
  }
}

/** What `code` throws. */
export function thrownBy(code: () => unknown): unknown {
  try {
    code();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** Cells `0`, `1`, … of which each adds one to the one before. */
export function chain(scope: Scope, length: number, first: () => number = () => 0): readonly Cell<number>[] {
  const cells: Cell<number>[] = [];
  for (let at = 0; at < length; at += 1) {
    cells.push(new Cell(scope, String(at), () => (at === 0 ? first() : (cells[at - 1]?.force() ?? 0) + 1)));
  }
  return cells;
}
