import { expect, test } from "vitest";
import { mkOption } from "../../src/authoring/index.ts";
import { evalModules } from "../../src/evaluate/index.ts";
import { int } from "../../src/types/int.ts";
import { optionDeclaration } from "../../src/types/option-declaration.ts";
import { valueOf } from "./evaluate-option.ts";
import { accepts, diagnosticsOf, refuses } from "./expect-type.ts";

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

test("a declaration is handed through, from one definition", () => {
  expect(valueOf(optionDeclaration, declaration)).toBe(declaration);
  expect(diagnosticsOf(() => valueOf(optionDeclaration, declaration, declaration))[0]?.code).toBe("not-unique");
});
