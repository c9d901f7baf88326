// The lazy cell: states, cycles, and chains longer than the stack.
import { describe, expect, it } from "vitest";
import type { Scope } from "../../src/kernel/scope.ts";
import { Cell, chain, Cycle, newScope, thrownBy } from "./cells.ts";

describe("a thunk", () => {
  it("computes when it is first needed, once", () => {
    const cell = new Cell(newScope(), "a", () => ({}));
    expect([cell.state, cell.calls]).toEqual(["suspended", 0]);
    const value = cell.force();
    expect([cell.state, cell.calls, cell.force() === value]).toEqual(["value", 1, true]);
  });

  it("may have undefined as its value", () => {
    const cell = new Cell(newScope(), "a", () => undefined);
    expect([cell.force(), cell.force(), cell.calls]).toEqual([undefined, undefined, 1]);
  });

  it("remembers what was thrown, whatever it is", () => {
    for (const thrown of [new Error("x"), "text", undefined, null, 5]) {
      const cell = new Cell(newScope(), "a", () => {
        throw thrown;
      });
      expect([thrownBy(() => cell.force()), thrownBy(() => cell.force()), cell.state, cell.calls]).toEqual([
        thrown,
        thrown,
        "failed",
        1,
      ]);
    }
  });

  it("is forcing while it computes", () => {
    const cell: Cell<string> = new Cell(newScope(), "a", () => cell.state);
    expect(cell.force()).toBe("forcing");
  });

  it("counts what it forces", () => {
    const scope = newScope();
    chain(scope, 10)[9]?.force();
    expect(scope.run.counters).toMatchObject({ thunksMade: 10, thunksForced: 10, unwindings: 0 });
    expect([scope.run.depth, scope.run.current, scope.run.unwinding, scope.run.waiting]).toEqual([0, null, null, []]);
  });
});

describe("a cycle", () => {
  const ring = (scope: Scope, length: number): readonly Cell<number>[] => {
    const cells: readonly Cell<number>[] = chain(scope, length, () => cells[length - 1]?.force() ?? 0);
    return cells;
  };

  it.each([1, 2, 3, 119, 120, 121, 500, 5000])("of %i is found with its way, however deep", (length) => {
    const cells = ring(newScope(), length);
    const { names } = thrownBy(() => cells[length - 1]?.force()) as Cycle;
    expect([...names].toSorted((a, b) => Number(a) - Number(b))).toEqual(cells.map((_, at) => String(at)));
    expect(names.every((name, at) => at === 0 || (Number(name) + 1) % length === Number(names[at - 1]))).toBe(true);
  });

  it("leaves out what leads to it, and what has no label", () => {
    const scope = newScope();
    const cells = ring(scope, 2);
    const hidden: Cell<number> = new Cell(scope, null, () => cells[0]?.force() ?? 0);
    const lead = new Cell(scope, "lead", () => hidden.force());
    expect((thrownBy(() => lead.force()) as Cycle).names).toEqual(["0", "1"]);
  });

  it("is the end of all that needed it, and cannot be caught", () => {
    const scope = newScope();
    const cells = ring(scope, 300);
    const catching = new Cell(scope, "catching", () => {
      try {
        return cells[150]?.force() ?? 0;
      } catch {
        return 7;
      }
    });
    const first = thrownBy(() => catching.force());
    expect(first).toBeInstanceOf(Cycle);
    for (const cell of [...cells, catching]) {
      expect(thrownBy(() => cell.force())).toBe(first);
      expect(cell.state).toBe("fatal");
    }
    const later = new Cell(scope, "later", () => {
      try {
        return cells[0]?.force() ?? 0;
      } catch {
        return 7;
      }
    });
    expect(thrownBy(() => later.force())).toBe(first);
  });

  it("through something that is no thunk is found by whoever knows", () => {
    const scope = newScope();
    const inner = new Cell(scope, "inner", (): never =>
      scope.foundCycleSince(outer, { kind: "names", path: ["names"] }),
    );
    const outer: Cell<never> = new Cell(scope, "outer", () => inner.force());
    expect((thrownBy(() => outer.force()) as Cycle).names).toEqual(["names", "inner"]);
    const alone = new Cell(scope, "alone", (): never =>
      scope.foundCycleSince(null, { kind: "names", path: ["names"] }),
    );
    expect((thrownBy(() => alone.force()) as Cycle).names).toEqual(["names", "alone"]);
  });

  it("leaves the scope ready for others", () => {
    const scope = newScope();
    thrownBy(() => ring(scope, 1000)[0]?.force());
    expect([scope.run.depth, scope.run.current, scope.run.unwinding, scope.run.waiting]).toEqual([0, null, null, []]);
    expect(chain(scope, 1000)[999]?.force()).toBe(999);
  });
});

describe("a chain longer than the stack", { timeout: 60_000 }, () => {
  it("is computed, each part a few times at most", () => {
    const scope = newScope();
    const cells = chain(scope, 100_000);
    expect(cells.at(-1)?.force()).toBe(99_999);
    expect(cells.every(({ state }) => state === "value")).toBe(true);
    expect(Math.max(...cells.slice(0, 1000).map(({ calls }) => calls))).toBeLessThanOrEqual(3);
    expect(scope.run.counters.unwindings).toBeGreaterThan(100);
  });

  it("may have any length", () => {
    expect(chain(newScope(), 700_000).at(-1)?.force()).toBe(699_999);
  });

  it("ends in the error at its end, which all remember", () => {
    const failure = new Error("x");
    const cells = chain(newScope(), 1000, () => {
      throw failure;
    });
    expect(thrownBy(() => cells[999]?.force())).toBe(failure);
    expect(cells.every(({ state }) => state === "failed")).toBe(true);
  });

  it("passes code that catches everything on the way", () => {
    const scope = newScope();
    const cells: Cell<number>[] = [];
    for (let at = 0; at < 1000; at += 1) {
      const before = cells[at - 1];
      cells.push(
        new Cell(scope, String(at), () => {
          try {
            return (before?.force() ?? -1) + 1;
          } catch {
            return -1000;
          }
        }),
      );
    }
    expect(cells.at(-1)?.force()).toBe(999);
  });

  it("may go through things that are made on the way", () => {
    const scope = newScope();
    const made: number[] = [];
    const down = (n: number): number => {
      const cell = scope.keep("down", () => {
        made.push(n);
        return new Cell(scope, String(n), () => (n === 0 ? 0 : down(n - 1) + 1));
      });
      return cell.force();
    };
    expect(new Cell(scope, "start", () => down(2000)).force()).toBe(2000);
    expect(made).toHaveLength(2001);
  });

  it("is put together again by its own keys, if code is not pure", () => {
    const scope = newScope();
    const deep = chain(scope, 500);
    let attempts = 0;
    const cell = new Cell(scope, "impure", () => {
      attempts += 1;
      const kept = scope.keep(`key ${attempts}`, () => ({ attempt: attempts }));
      return [deep[499]?.force(), kept.attempt, scope.keep("same", () => ({ attempt: attempts })).attempt];
    });
    expect(cell.force()).toEqual([499, attempts, attempts]);
  });

  it("without end is the error of a used up stack, and is not remembered", () => {
    const scope = newScope();
    const recurse = (n: number): number => recurse(n + 1) + 1;
    const cell = new Cell(scope, "endless", () => recurse(0));
    const outer = new Cell(scope, "outer", () => cell.force());
    expect(thrownBy(() => outer.force())).toMatchObject({
      message: "overflow at endless",
      cause: expect.any(RangeError) as unknown,
    });
    expect([cell.state, outer.state]).toEqual(["suspended", "suspended"]);
    expect([scope.run.depth, scope.run.waiting, scope.run.unwinding]).toEqual([0, [], null]);
  });

  it("uses the stack that user code leaves", () => {
    const scope = newScope();
    const dive = (depth: number, code: () => number): number => (depth === 0 ? code() : dive(depth - 1, code) + 0);
    const cells: Cell<number>[] = [];
    for (let at = 0; at < 50; at += 1) {
      const before = cells[at - 1];
      cells.push(new Cell(scope, String(at), () => (before === undefined ? 0 : dive(2000, () => before.force() + 1))));
    }
    expect(cells.at(-1)?.force()).toBe(49);
  });
});

describe("two scopes", () => {
  it("whose thunks need each other are unwound by the driver that is meant", () => {
    const [left, right] = [newScope(), newScope()];
    const cells: Cell<number>[] = [];
    for (let at = 0; at < 2000; at += 1) {
      const before = cells[at - 1];
      cells.push(new Cell(at % 2 === 0 ? left : right, String(at), () => (before?.force() ?? -1) + 1));
    }
    expect(cells.at(-1)?.force()).toBe(1999);
    expect(cells.every(({ state }) => state === "value")).toBe(true);
    expect([left.run.waiting, right.run.waiting, left.run.depth, right.run.depth]).toEqual([[], [], 0, 0]);
  });
});
