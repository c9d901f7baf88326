// Finds the values that a script writes under certain names: of properties, variables, and what is assigned.
import type { Node } from "oxc-parser";
import { parseProgram, type ScriptParser, type ScriptText } from "./script/parse-program.ts";
import { childrenOf, keyText, memberText } from "./script/syntax.ts";
import { TextLines, type TextPlace } from "./text-place.ts";

/** The places of the values; none if the script has syntax errors. */
export function namedValues(
  parser: ScriptParser,
  script: ScriptText,
  isWanted: (name: string) => boolean,
): readonly TextPlace[] {
  const program = parseProgram(parser, script);
  if (program === null) return [];
  const lines = new TextLines(script.text);
  const found: TextPlace[] = [];
  const open: Node[] = [program];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { name, value } = namedValue(node) ?? nothing;
    if (name !== null && isWanted(name)) found.push(lines.place(value));
    open.push(...childrenOf(node));
  }
  return found;
}

const nothing = { name: null, value: { start: 0, end: 0 } } as const;

function namedValue(node: Node): { readonly name: string | null; readonly value: Node } | null {
  switch (node.type) {
    case "Property":
      return { name: keyText(node), value: node.value };
    case "VariableDeclarator":
      return node.init === null || node.id.type !== "Identifier" ? null : { name: node.id.name, value: node.init };
    case "AssignmentExpression":
      return { name: nameOf(node.left), value: node.right };
    default:
      return null;
  }
}

function nameOf(node: Node): string | null {
  if (node.type === "Identifier") return node.name;
  return node.type === "MemberExpression" ? memberText(node) : null;
}
