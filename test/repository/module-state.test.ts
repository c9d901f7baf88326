// No file keeps state of its own: two evaluations in one program know nothing of each other.
import { parseSync } from "oxc-parser";
import type { BindingPattern, Expression, VariableDeclaration } from "oxc-parser";
import { expect, test } from "vitest";
import { listSources, readText } from "./files.ts";

// What these make is there to be changed, as an empty list is. Where the type says that it is not, the compiler sees to it.
const containers = /^(?:Array|Map|Set|WeakMap|WeakSet)$/;
const readonlyTypes = /^:\s*(?:ReadonlyMap|ReadonlySet|readonly |Readonly<)/;

/** The variables at the top of a file that can be assigned to, or hold what can be changed; each as `file: name`. */
function stateOf(file: string, text: string): readonly string[] {
  const { program } = parseSync(file, text);
  const declarations = program.body.flatMap((statement): readonly VariableDeclaration[] => {
    const found = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    return found?.type === "VariableDeclaration" && found.declare !== true ? [found] : [];
  });
  return declarations.flatMap(({ kind, declarations: variables }) =>
    variables
      .filter(({ id, init }) => kind !== "const" || (isContainer(init) && !isReadonly(text, id)))
      .map(({ id }) => `${file}: ${text.slice(id.start, id.end)}`),
  );
}

function isContainer(value: Expression | null): boolean {
  if (value?.type === "ArrayExpression") return value.elements.length === 0;
  return value?.type === "NewExpression" && value.callee.type === "Identifier" && containers.test(value.callee.name);
}

function isReadonly(text: string, id: BindingPattern): boolean {
  if (id.type !== "Identifier") return false;
  const { typeAnnotation } = id;
  return typeAnnotation !== null && typeAnnotation !== undefined
    ? readonlyTypes.test(text.slice(typeAnnotation.start, typeAnnotation.end))
    : false;
}

test("no file of src, modules or schemas has any", () => {
  const files = listSources("src", "modules", "schemas");
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap((file) => stateOf(file, readText(file)))).toEqual([]);
});

test.each([
  ["let count = 0;", ["a.ts: count"]],
  ["export let count = 0;", ["a.ts: count"]],
  ["const known = new Map();", ["a.ts: known"]],
  ["const known: Map<string, number> = new Map(), other = 1;", ["a.ts: known: Map<string, number>"]],
  ["const seen: unknown[] = [];", ["a.ts: seen: unknown[]"]],
  ["const known = new WeakMap<object, number>();", ["a.ts: known"]],
  ["const names: ReadonlySet<string> = new Set(); const none: readonly number[] = []; const some = [1];", []],
  ["function f() { let own = 0; return own; }", []],
  ["declare const tag: unique symbol; const one = 1;", []],
])("%s", (text, found) => {
  expect(stateOf("a.ts", text)).toEqual(found);
});
