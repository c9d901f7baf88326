// What has no end: things made on the way to a value that need more of them, and code that recurses by itself.
import { describe, expect, it } from "vitest";
import { Cell, chain, newScope, thrownBy } from "./cells.ts";

describe("things that are made on the way, each by the one before", { timeout: 60_000 }, () => {
  it("come to an end if there is one, in any number up to a bound", () => {
    const scope = newScope();
    const down = (n: number): number =>
      scope.keep("down", () => new Cell(scope, String(n), () => (n === 0 ? 0 : down(n - 1) + 1))).force();
    expect(new Cell(scope, "start", () => down(150_000)).force()).toBe(150_000);
  });

  it("are refused without end, which nobody can catch, and all remember", () => {
    const scope = newScope();
    let made = 0;
    const down = (): number => {
      const cell = scope.keep("down", () => {
        made += 1;
        return new Cell(scope, "made", () => {
          try {
            return down() + 1;
          } catch {
            return down() + down();
          }
        });
      });
      return cell.force();
    };
    const start = new Cell(scope, "start", down);
    const outer = new Cell(scope, "outer", () => start.force());
    const first = thrownBy(() => outer.force());
    expect(first).toMatchObject({ message: "overflow at made", cause: undefined });
    expect(made).toBeLessThan(500_000);
    for (const cell of [start, outer]) {
      expect(thrownBy(() => cell.force())).toBe(first);
      expect(cell.state).toBe("fatal");
    }
    expect([scope.run.depth, scope.run.waiting, scope.run.unwinding]).toEqual([0, [], null]);
    expect(chain(scope, 1000)[999]?.force()).toBe(999);
  });

  it("are counted by who made them, not by who reads them", () => {
    const scope = newScope();
    const cells: Cell<number>[] = [];
    // Each is made by one and the same, and read by the next.
    const maker = new Cell(scope, "maker", () => {
      for (let at = 0; at < 250_000; at += 1) {
        const before = cells[at - 1];
        cells.push(scope.keep(at, () => new Cell(scope, String(at), () => (before?.force() ?? 0) + 1)));
      }
      return 0;
    });
    maker.force();
    expect(cells.at(-1)?.force()).toBe(250_000);
  });

  it("are refused much earlier if they are evaluations of many parts", () => {
    const scope = newScope();
    let begun = 0;
    const nest = (parts: number): number => {
      begun += 1;
      const inside = scope.keep("nest", () => {
        const made = scope.inside();
        made.madeOf(parts);
        return made;
      });
      return new Cell(inside, `of ${parts}`, () => nest(parts)).force();
    };
    const begunOf = (parts: number): number => {
      begun = 0;
      const start = new Cell(scope, "start", () => nest(parts));
      expect(thrownBy(() => start.force())).toMatchObject({ message: `overflow at of ${parts}` });
      return begun;
    };
    const [few, many, most] = [begunOf(3), begunOf(3000), begunOf(Number.MAX_SAFE_INTEGER)];
    expect(few).toBeGreaterThan(1000);
    expect(many).toBeLessThan(few / 10);
    // No single one is refused for its size.
    expect(most).toBeGreaterThan(10);
  });
});

describe("a thunk that starts over each time with something new to wait for", () => {
  it("is refused after very many times", { timeout: 120_000 }, () => {
    const scope = newScope();
    let deep = 0;
    const impure: Cell<number> = new Cell(scope, "impure", () => {
      deep += 1;
      return chain(scope, 125)[124]?.force() ?? 0;
    });
    const outer = new Cell(scope, "outer", () => impure.force());
    const first = thrownBy(() => outer.force());
    expect(first).toMatchObject({ message: expect.stringContaining("overflow at") as unknown });
    expect(deep).toBeGreaterThan(1000);
    expect([thrownBy(() => outer.force()), thrownBy(() => impure.force())]).toEqual([first, first]);
  });
});

describe("evaluations with a scope of their own, begun inside one another without end", () => {
  it("use up the stack, and do not start over again and again", () => {
    let begun = 0;
    const nest = (): number => {
      begun += 1;
      const scope = newScope();
      const inner = new Cell(scope, "nested", () => nest() + 1);
      return new Cell(scope, "nested", () => inner.force()).force();
    };
    expect(thrownBy(nest)).toMatchObject({ message: "overflow at nested", cause: expect.any(RangeError) as unknown });
    expect(begun).toBeLessThan(50_000);
  });

  it("also if each has a chain of its own", () => {
    let begun = 0;
    const nest = (): number => {
      begun += 1;
      return chain(newScope(), 100, () => nest() + 1)[99]?.force() ?? 0;
    };
    expect(thrownBy(nest)).toMatchObject({ cause: expect.any(RangeError) as unknown });
    expect(begun).toBeLessThan(50_000);
  });

  it("may be found again to have no end, and leave what is beside them alone", () => {
    const scope = newScope();
    const nest = (): number => new Cell(newScope(), "nested", () => nest() + 1).force();
    const cell = new Cell(scope, "cell", () => nest());
    const outer = new Cell(scope, "outer", () => cell.force());
    for (const each of [outer, cell, outer]) {
      expect(thrownBy(() => each.force())).toMatchObject({ message: "overflow at nested" });
      expect([each.state, scope.run.depth, scope.run.waiting, scope.run.unwinding]).toEqual(["suspended", 0, [], null]);
    }
    expect(chain(scope, 1000)[999]?.force()).toBe(999);
  });
});
