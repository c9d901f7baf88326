// What the package offers is documented where it stands: every public name has a comment that editors show.
import { parseSync } from "oxc-parser";
import type { Statement } from "oxc-parser";
import { expect, test } from "vitest";
import { listSources, readText } from "./files.ts";
import { optionTypes } from "./public-members.ts";
import { nodeTypeNames, nodeValues, typeNames, values } from "./public-surface.ts";

/** The names that a file declares and exports, and whether a doc comment stands before one of their declarations. */
function documentedExports(file: string, text: string): ReadonlyMap<string, boolean> {
  const { program, comments } = parseSync(file, text);
  const found = new Map<string, boolean>();
  for (const statement of program.body) {
    // Other comments may stand between, for those who read the source.
    const above = comments.filter(({ end }) => end <= statement.start);
    const doc = above.findLast(({ type, value }) => type === "Block" && value.startsWith("*"));
    const between = doc === undefined ? "nothing" : withoutLineComments(text.slice(doc.end, statement.start));
    for (const name of namesOf(statement)) found.set(name, found.get(name) === true || between === "");
  }
  return found;
}

function withoutLineComments(text: string): string {
  return text.replace(/^\s*\/\/.*$/gm, "").trim();
}

function namesOf(statement: Statement): readonly string[] {
  if (statement.type !== "ExportNamedDeclaration") return [];
  const { declaration } = statement;
  if (declaration === null || declaration === undefined) return [];
  if (declaration.type === "VariableDeclaration") {
    return declaration.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
  }
  return "id" in declaration && declaration.id?.type === "Identifier" ? [declaration.id.name] : [];
}

test("every public name has a doc comment", () => {
  const all = new Map<string, boolean>();
  for (const file of listSources("src")) {
    for (const [name, isDocumented] of documentedExports(file, readText(file))) {
      all.set(name, isDocumented && all.get(name) !== false);
    }
  }
  const names = [...values, ...typeNames, ...nodeValues, ...nodeTypeNames, ...optionTypes];
  expect(names.filter((name) => all.get(name) === true).length).toBeGreaterThan(150);
  expect(names.filter((name) => all.get(name) === false)).toEqual([]);
});

test.each([
  ["/** Says. */\nexport const a = 1;", [["a", true]]],
  ["/** Says. */\n// Why.\nexport interface A {}", [["A", true]]],
  ["/** Of b. */\nconst b = 1;\nexport const a = b;", [["a", false]]],
  ["// Not for editors.\nexport function a() {}", [["a", false]]],
  ["/** Says. */\nexport function a(): void;\nexport function a(x?: number): void {}", [["a", true]]],
])("%j", (text, expected) => {
  expect([...documentedExports("a.ts", text)]).toEqual(expected);
});
