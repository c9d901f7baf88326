// What is found once.
import { describe, expect, it } from "vitest";
import { Once } from "../../src/kernel/once.ts";
import { Scope } from "../../src/kernel/scope.ts";
import { Thunk } from "../../src/kernel/thunk.ts";

const scope = (): Scope => new Scope({ cycle: () => new Error("cycle"), overflow: () => new Error("overflow") });
const needsItself = (): never => {
  throw new Error("needs itself");
};

describe("Once", () => {
  it("finds once, and knows while it does", () => {
    let calls = 0;
    const once: Once<object> = new Once(
      scope(),
      () => ({ calls: (calls += 1), isFinding: once.isFinding }),
      needsItself,
    );
    const before = once.isFinding;
    const first = once.get();
    expect([before, first, first === once.get(), once.isFinding, calls]).toEqual([
      false,
      { calls: 1, isFinding: true },
      true,
      false,
      1,
    ]);
  });

  it("remembers an error", () => {
    let calls = 0;
    const once = new Once(
      scope(),
      () => {
        throw new Error(`failure ${(calls += 1)}`);
      },
      needsItself,
    );
    expect(() => once.get()).toThrow("failure 1");
    expect(() => once.get()).toThrow("failure 1");
  });

  it("says that it needs itself", () => {
    const once: Once<unknown> = new Once(scope(), () => once.get(), needsItself);
    expect(() => once.get()).toThrow("needs itself");
  });

  it("forgets what only passed by: a used up stack", () => {
    let isDeep = true;
    const once = new Once(
      scope(),
      () => {
        if (isDeep) throw new RangeError("Maximum call stack size exceeded");
        return 1;
      },
      needsItself,
    );
    expect(() => once.get()).toThrow(RangeError);
    isDeep = false;
    expect(once.get()).toBe(1);
  });

  it("forgets what only passed by: an unwinding", () => {
    const shared = scope();
    class Link extends Thunk<number> {
      readonly #before: Link | null;
      constructor(before: Link | null) {
        super(shared);
        this.#before = before;
      }
      protected override compute(): number {
        return this.#before === null ? 0 : this.#before.force() + 1;
      }
    }
    let chain = new Link(null);
    for (let at = 0; at < 1000; at += 1) chain = new Link(chain);
    let calls = 0;
    const once = new Once(
      shared,
      () => {
        calls += 1;
        return chain.force();
      },
      needsItself,
    );
    class Reader extends Thunk<number> {
      protected override compute(): number {
        return once.get();
      }
    }
    expect(new Reader(shared).force()).toBe(1000);
    expect([once.get(), calls]).toEqual([1000, 2]);
  });
});
