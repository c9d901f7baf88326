// Places that are known better only after some work.
import { expect, test } from "vitest";
import { isLater, knownOrigin, laterOrigin } from "../../src/kernel/origin.ts";

test("the work is done once, when somebody reads the place", () => {
  let asked = 0;
  const nearest = { file: "/a.ts", line: 1 };
  const origin = laterOrigin(nearest, () => {
    asked += 1;
    return { file: "/b.ts", line: 2, column: 3, endLine: 2, endColumn: 4 };
  });
  expect(isLater(origin)).toBe(true);
  expect(knownOrigin(origin)).toBe(nearest);
  expect(asked).toBe(0);
  const found = { file: "/b.ts", line: 2, column: 3, endLine: 2, endColumn: 4 };
  expect(JSON.parse(JSON.stringify(origin))).toEqual(found);
  expect({ ...origin }).toEqual(found);
  expect(isLater({ ...origin })).toBe(false);
  expect(asked).toBe(1);
});

test("any other place is what it is", () => {
  const origin = { file: "/a.ts" };
  expect(isLater(origin)).toBe(false);
  expect(knownOrigin(origin)).toBe(origin);
});
