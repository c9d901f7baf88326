import { expect, test } from "vitest";
import { mkOption } from "../../src/authoring/index.ts";
import { evalModules } from "../evaluate/lint-cases.ts";
import { isOption } from "../../src/model/option.ts";
import { int } from "../../src/types/int.ts";
import { optionDeclaration } from "../../src/types/option-declaration.ts";
import { valueOf } from "./evaluate-option.ts";
import { accepts, refuses } from "./expect-type.ts";

const declaration = mkOption({ type: int });
const { options } = evalModules({ modules: [{ options: { a: declaration } }] });

accepts(optionDeclaration, [declaration]);
refuses(optionDeclaration, [
  [int, null],
  [{ type: int }, null],
]);

test("an option of an evaluation is no declaration", () => {
  expect(optionDeclaration.check(options["a"])).toBe(false);
});

test("a declaration is handed through", () => {
  expect(valueOf(optionDeclaration, declaration)).toBe(declaration);
});

test("several are one declaration, in which the last wins", () => {
  const merged = valueOf(
    optionDeclaration,
    mkOption({ type: int, default: 1 }),
    mkOption({ default: 2, visible: false }),
  );
  expect(isOption(merged)).toBe(true);
  expect(merged).toMatchObject({ type: int, default: 2, visible: false });
  expect(Object.isFrozen(merged)).toBe(true);
});
