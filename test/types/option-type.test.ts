import { expect, test } from "vitest";
import { attrsOf } from "../../src/types/attrs-of.ts";
import { enumType } from "../../src/types/enum.ts";
import { int } from "../../src/types/int.ts";
import { optionType } from "../../src/types/option-type.ts";
import { str } from "../../src/types/str.ts";
import { submodule } from "../../src/types/submodule.ts";
import { bomb, valueOf } from "./evaluate-option.ts";
import { accepts, diagnosticsOf, refuses } from "./expect-type.ts";

accepts(optionType, [int, attrsOf(int)]);
refuses(optionType, [
  [{ name: "int" }, null],
  ["int", null],
  [attrsOf, null],
]);

test("one definition is the type", () => {
  expect(valueOf(optionType, int)).toBe(int);
});

test("several are merged as in declarations", () => {
  const merged = Object(valueOf(optionType, enumType(["a"]), enumType(["b"]), enumType(["c"])));
  expect(merged.description).toBe('one of "a", "b", "c"');
  expect(Object(valueOf(optionType, submodule({}), submodule({}))).subModules).toHaveLength(2);
});

test("merging computes nothing of what the types are made of", () => {
  const merged = Object(valueOf(optionType, submodule(bomb), submodule({ options: bomb })));
  expect(merged.description).toBe("submodule");
});

test("types that do not agree are an error that shows where they stand", () => {
  const [found] = diagnosticsOf(() => valueOf(optionType, int, str));
  expect(found).toMatchObject({ code: "incompatible-declarations", path: ["option"] });
  expect(found?.related.map(({ origin }) => origin.file)).toEqual(["/1.ts", "/2.ts"]);
});
