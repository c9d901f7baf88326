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
