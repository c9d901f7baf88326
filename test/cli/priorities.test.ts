// What makes one of several definitions win, where they are stronger or weaker than plain ones already.
import { expect, test } from "vitest";
import { check } from "./marked-files.ts";

const head = 'import { mkDefault, mkForce, mkOverride, mkOption, types } from "confix";\n';

test.each([
  ["plain", "1", "2", "`mkForce(…)`", true],
  ["mkOverride(70)", "mkOverride(70, 1)", "mkOverride(70, 2)", "`mkForce(…)`", false],
  ["mkForce", "mkForce(1)", "mkForce(2)", "`mkOverride(49, …)`", false],
  ["mkOverride(10)", "mkOverride(10, 1)", "mkOverride(10, 2)", "`mkOverride(9, …)`", false],
  ["mkDefault", "mkDefault(1)", "mkDefault(2)", "without a priority", false],
])("of %s definitions", async (name, first, second, advice, isEditable) => {
  const files = {
    "host.ts": `${head}export default { imports: ["./b.ts"], options: { a: mkOption({ type: types.int }) }, config: { a: ${first} } };`,
    "b.ts": `${head}export default { a: ${second} };`,
  };
  const { found } = await check(files, ["host.ts"]);
  expect(found).toMatchObject([{ code: "conflict", help: expect.stringContaining(advice) }]);
  // What has a priority already is not changed by itself.
  expect(found[0]?.edit?.text.includes("mkForce(") ?? false).toBe(isEditable);
  expect(found[0]?.help?.includes("mkDefault")).toBe(name === "plain");
});

test("inside a set that is forced as a whole, forcing one of the values is enough", async () => {
  const files = {
    "host.ts": `${head}export default { imports: ["./b.ts"], options: { a: mkOption({ type: types.attrsOf(types.int) }) }, config: { a: mkForce({ x: 1 }) } };`,
    "b.ts": `${head}export default { a: mkForce({ x: 2 }) };`,
  };
  const { found } = await check(files, ["host.ts"]);
  expect(found).toMatchObject([{ code: "conflict", path: ["a", "x"], help: expect.stringContaining("`mkForce(…)`") }]);
});

test.each([
  ["not-unique", "types.uniq(types.str)", '"a"', '"b"'],
  ["null-and-value", "types.nullOr(types.str)", "null", '"b"'],
  ["different-kinds", "types.anything", '"a"', "5"],
  [
    "different-tags",
    "types.attrTag({ a: mkOption({ type: types.int }), b: mkOption({ type: types.int }) })",
    "{ a: 1 }",
    "{ b: 1 }",
  ],
])("%s: of forced definitions", async (code, type, first, second) => {
  for (const [call, advice] of [
    ["mkForce", "`mkOverride(49, …)`"],
    ["mkDefault", "`mkForce(…)`"],
  ] as const) {
    const files = {
      "host.ts": `${head}export default { imports: ["./b.ts"], options: { a: mkOption({ type: ${type} }) }, config: { a: ${call}(${first}) } };`,
      "b.ts": `${head}export default { a: ${call}(${second}) };`,
    };
    const { found } = await check(files, ["host.ts"]);
    expect(found).toMatchObject([{ code, help: expect.stringContaining(advice) }]);
  }
});
