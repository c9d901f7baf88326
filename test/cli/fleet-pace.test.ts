// When a fleet has more than one worker.
import { describe, expect, test } from "vitest";
import { Pace } from "../../src/cli/fleet/pace.ts";

/** How many are allowed after each answer, of a fleet whose answers come at these times. */
function allowedAt(times: readonly number[], hosts: number, isFixed = false): readonly number[] {
  let now = 0;
  const pace = new Pace(4, isFixed, () => now);
  return times.map((time, at) => {
    now = time;
    pace.add();
    return pace.allowed(hosts - at - 1);
  });
}

describe("more than one worker", () => {
  test("begin where there is much to do, as soon as that is known, and go on to the end", () => {
    expect(allowedAt([500, 600, 700, 800, 810, 820], 100)).toEqual([1, 1, 1, 4, 4, 4]);
    expect(allowedAt([500, 600, 700, 800], 6)).toEqual([1, 1, 1, 1]);
  });

  test("do not begin for the few milliseconds that are left, though the first hosts took longer", () => {
    expect(allowedAt([400, 450, 470, 480, 490], 50)).toEqual([1, 1, 1, 1, 1]);
  });

  test("begin when the first host takes its time", () => {
    let now = 0;
    const pace = new Pace(4, false, () => now);
    expect(pace.allowed(3)).toBe(1);
    now = 2000;
    expect(pace.allowed(3)).toBe(4);
  });

  test("begin at once where somebody says how many", () => {
    expect(allowedAt([400, 420], 3, true)).toEqual([4, 4]);
  });
});
