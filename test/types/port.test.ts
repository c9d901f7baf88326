import { expect, test } from "vitest";
import { ints } from "../../src/types/ints.ts";
import { port } from "../../src/types/port.ts";
import { accepts, refuses } from "./expect-type.ts";

accepts(port, [0, 22, 443, 65_535]);
refuses(port, [
  [-1, "-1 is below 0"],
  [65_536, "65536 is above 65535"],
  [80.5, "80.5 is not a whole number"],
  ["443", '"443" is a string; write the number without quotes'],
]);

test("is u16", () => {
  expect(port).toBe(ints.u16);
});
