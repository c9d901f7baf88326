import { expect, test } from "vitest";
import { mkForce, mkOption } from "../../src/authoring/index.ts";
import { evalModules } from "../evaluate/lint-cases.ts";
import type { OptionState } from "../../src/model/option-state.ts";
import { getFiles, getValues, showDefs, showFiles, showOptionWithDefLocs } from "../../src/types/definition-lists.ts";
import { types } from "../../src/types/types.ts";
import { failureOf } from "./expect-type.ts";
import { settledAll } from "./merge-context.ts";
import { bomb, valueOf } from "./evaluate-option.ts";

const definitions = settledAll(1, { x: bomb, y: "b" });

test("values and files of definitions", () => {
  expect(getValues(definitions)).toEqual([1, { x: bomb, y: "b" }]);
  expect(getFiles(definitions)).toEqual(["a.ts", "b.ts"]);
});

test("definitions as text, of which nothing is computed", () => {
  expect(showFiles(getFiles(definitions))).toBe("`a.ts' and `b.ts'");
  expect(showDefs(definitions)).toBe(
    "\n- In `a.ts': 1\n- In `b.ts':\n    {\n      x: <function>,\n      y: \"b\",\n    }",
  );
  expect(showFiles([])).toBe("");
  expect(showDefs([])).toBe("");
});

// The casts: what TypeScript would refuse.
test.each([
  ["getValues", (given: unknown) => getValues(given as never)],
  ["getFiles", (given: unknown) => getFiles(given as never)],
  ["showDefs", (given: unknown) => showDefs(given as never)],
])("%s refuses what are no definitions", (call, run) => {
  const problem = "must be a list of definitions with their origins, as `options.x.definitionsWithLocations` is,";
  expect(failureOf(() => run([definitions[0], 3]))).toBe(
    `\`${call}\`: \`definitions\` ${problem} but number 2 is the number 3.`,
  );
  expect(failureOf(() => run([{ value: 1 }]))).toContain("but number 1 is an attribute set.");
  expect(failureOf(() => run(undefined))).toContain("but is undefined.");
});

test("showOptionWithDefLocs refuses what is no option", () => {
  // The cast: what TypeScript would refuse.
  expect(failureOf(() => showOptionWithDefLocs(5 as never))).toBe(
    "`showOptionWithDefLocs`: `option` must be an option of `options`, but is the number 5.",
  );
});

test("in a type of one's own", () => {
  const single = types.mkOptionType({
    name: "single",
    merge: ({ path }, given) => {
      if (given.length === 1) return getValues(given)[0];
      throw new Error(`${path.join(".")} is given by ${showFiles(getFiles(given))}:${showDefs(given)}`);
    },
  });
  expect(valueOf(single, 5)).toBe(5);
  expect(failureOf(() => valueOf(single, 5, 6))).toContain(
    "option is given by `/1.ts' and `/2.ts':\n- In `/1.ts': 5\n- In `/2.ts': 6",
  );
});

test("an option with the files that define it", () => {
  const { options } = evalModules({
    modules: [
      { options: { a: { "b.c": mkOption({ default: 1 }) } } },
      { _file: "/x.ts", config: { a: { "b.c": mkForce(2) } } },
      { _file: "/y.ts", config: { a: { "b.c": mkForce(2) } } },
    ],
  });
  const option = Object(options["a"])["b.c"] as OptionState; // The cast: that is what was declared.
  expect(showOptionWithDefLocs(option)).toBe("a.\"b.c\", with values defined in:\n  - `/y.ts'\n  - `/x.ts'\n");
});
