// Random scripts, transformed quickly, do what they do when Babel has transformed them.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { expectTheSame, head, quick } from "./same-outcome.ts";

const name = fc.constantFrom("a", "c", "own", "b", "common", "x", "y", "z", "text");
const expression: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("1", '"s"', "null", "`t`"),
    name,
    tie("any").map((of) => `[${of}]`),
    fc
      .tuple(name, tie("any"))
      .map(([key, of]) => `{ ${key}: ${of}, y: 1 }`)
      .map((of) => `(${of})`),
    name.map((of) => `({ ${of} })`),
    fc.tuple(name, tie("any")).map(([of, given]) => `${of}(${given})`),
    fc.tuple(name, tie("any")).map(([of, body]) => `(${of} = 1) => ${body}`),
    fc.tuple(name, tie("any")).map(([of, body]) => `(function () { const ${of} = 2; return ${body}; })()`),
    fc.tuple(name, tie("any"), tie("any")).map(([test, yes, no]) => `(${test} ? ${yes} : ${no})`),
    fc.tuple(name, name).map(([of, member]) => `${of}?.${member}`),
  ),
})).any;

const statement = fc.oneof(
  fc
    .tuple(fc.constantFrom("", "export "), fc.constantFrom("x", "y", "z"), expression)
    .map(([word, of, value]) => `${word}const ${of} = ${value}`),
  fc
    .tuple(fc.constantFrom("", "export "), fc.constantFrom("x", "y", "z"), expression)
    .map(([word, of, value]) => `${word}function ${of}(text) { return ${value} }`),
  expression.map((value) => `export default ${value}`),
  expression.map((value) => `export default function (text) { return ${value} }`),
  fc.constantFrom("x", "y", "z").map((of) => `export { ${of} as ${of}1 }`),
  expression.map((value) => `void ${value}`),
);

test("random scripts do the same", () => {
  let compared = 0;
  const scripts = fc.array(statement, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(scripts, fc.constantFrom("/a.js", "/a.ts"), (statements, file) => {
      const text = `${head}${statements.join(";\n")};\n`;
      const made = quick.transform(text, file);
      // Two of one name, and lists before what they name, are left to Babel.
      if (made === null || !isScript(made)) return;
      compared += 1;
      expectTheSame(text, file);
    }),
    { numRuns: 1000, seed: 7 },
  );
  expect(compared).toBeGreaterThan(300);
});

function isScript(body: string): boolean {
  try {
    return typeof new Function("exports", "require", "module", body) === "function";
  } catch {
    return false;
  }
}
