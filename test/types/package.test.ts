import { expect, test } from "vitest";
import { packageType } from "../../src/types/package.ts";
import { mergeValues } from "./merge-context.ts";
import { accepts, conflicts, refuses } from "./expect-type.ts";

const hello = { type: "derivation", name: "hello-2.12" };
accepts(packageType, [hello, { ...hello, outPath: "/x" }, "/opt/hello", "/"]);
refuses(packageType, [
  [{}, 'it has no `type: "derivation"`'],
  [{ type: "package", name: "x" }, 'it has no `type: "derivation"`'],
  [{ type: "derivation" }, "it has no `name`"],
  [{ type: "derivation", name: 1 }, "it has no `name`"],
  ["hello", '"hello" is not an absolute path'],
  ["", '"" is not an absolute path'],
  [null, null],
  [[hello], null],
  [1, null],
]);
conflicts(packageType, [
  [[hello, hello], "not-unique"],
  [["/x", "/x"], "not-unique"],
]);

test("is handed through, and nothing in it is looked at but what makes it a package", () => {
  const bomb = {
    ...hello,
    get outPath(): never {
      throw new Error("looked inside");
    },
  };
  expect(mergeValues(packageType, bomb)).toBe(bomb);
  expect(mergeValues(packageType, "/x")).toBe("/x");
});
