import { expect, it } from "vitest";
import { Profile } from "../../src/kernel/profile.ts";

it("gives each moment to the innermost activity", () => {
  let now = 0;
  const profile = new Profile(() => now);
  const work = (milliseconds: number): void => void (now += milliseconds);
  profile.during({ room: "merge", option: "a" }, () => {
    work(1);
    profile.during({ module: "m.ts" }, () => {
      work(10);
      profile.during({ room: "settle", option: "b", module: null }, () => work(100));
      work(1000);
    });
  });
  // Nobody's time.
  work(10_000);
  expect(Object.fromEntries(profile.rooms)).toEqual({ merge: 1011, settle: 100 });
  expect(Object.fromEntries(profile.options)).toEqual({ a: 1011, b: 100 });
  expect(Object.fromEntries(profile.modules)).toEqual({ "m.ts": 1010 });
});

it("goes on where it was after code that throws", () => {
  let now = 0;
  const profile = new Profile(() => now);
  profile.during({ room: "merge" }, () => {
    expect(() =>
      profile.during({ room: "settle" }, () => {
        now += 1;
        throw new Error("fails");
      }),
    ).toThrow("fails");
    now += 10;
  });
  expect(Object.fromEntries(profile.rooms)).toEqual({ settle: 1, merge: 10 });
});
