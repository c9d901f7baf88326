// What is a used up stack, and with which errors a driver gave up before.
import { describe, expect, it } from "vitest";
import { givenUp, isStackOverflow, timesGivenUp } from "../../src/kernel/stack-overflow.ts";
import { thrownBy } from "./cells.ts";

const real = (): unknown => {
  const recurse = (): number => recurse() + 1;
  return thrownBy(recurse);
};

describe("isStackOverflow", () => {
  const own = new Error("own");
  own.cause = own;

  it.each<readonly [string, () => unknown, boolean]>([
    ["the engine's error", real, true],
    ["an error made of it", () => new Error("wrapped", { cause: new Error("again", { cause: real() }) }), true],
    ["another engine's error", () => Object.assign(new Error("too much recursion"), { name: "InternalError" }), true],
    ["another range error", () => new RangeError("Invalid array length"), false],
    ["an error that speaks of it", () => new Error("Maximum call stack size exceeded"), false],
    ["an error that is its own cause", () => own, false],
    [
      "an error that cannot be read",
      () =>
        Object.defineProperty(new RangeError("x"), "message", {
          get: () => {
            throw new Error("no");
          },
        }),
      false,
    ],
    ["a text", () => "Maximum call stack size exceeded", false],
    ["nothing", () => undefined, false],
  ])("of %s", (_name, make, expected) => {
    expect(isStackOverflow(make())).toBe(expected);
  });
});

describe("an error with which a driver gave up", () => {
  const made = (cause: unknown): unknown => givenUp(cause, () => new Error("made", { cause }));

  it("is made of the engine's once, and counts how often", () => {
    const first = made(real());
    expect([isStackOverflow(first), timesGivenUp(first)]).toEqual([true, 1]);
    expect(first).toMatchObject({ message: "made" });
    expect(made(first)).toBe(first);
    expect(timesGivenUp(first)).toBe(2);
  });

  it("is made again of what user code made of it", () => {
    const wrapped = new Error("own", { cause: made(real()) });
    expect([isStackOverflow(wrapped), timesGivenUp(wrapped)]).toEqual([true, 1]);
    const again = made(wrapped);
    expect(again).toMatchObject({ message: "made", cause: wrapped });
    expect(timesGivenUp(again)).toBe(2);
  });

  it("is not any other", () => {
    expect([new Error("x"), new RangeError("x"), null, "text", real()].map(timesGivenUp)).toEqual([0, 0, 0, 0, 0]);
  });
});
