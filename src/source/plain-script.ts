// Tells whether a script holds nothing but what every transformer of scripts understands alike.
import type { Node, Program } from "oxc-parser";
import { childrenOf, isFunction } from "./script/syntax.ts";

// What needs the URL of the file or loads another one later, what Node 20 lacks, and what of TypeScript is more than types.
const special: ReadonlySet<string> = new Set([
  "AccessorProperty",
  "Decorator",
  "ImportExpression",
  "JSXElement",
  "JSXFragment",
  "TSDeclareFunction",
  "TSEnumDeclaration",
  "TSExportAssignment",
  "TSGlobalDeclaration",
  "TSImportEqualsDeclaration",
  "TSModuleDeclaration",
  "TSNamespaceExportDeclaration",
]);

/** What was found out about a plain script. */
export interface PlainScript {
  /** The names that something in it assigns to, and perhaps more. */
  readonly assigned: ReadonlySet<string>;
  /** Where statements begin, among others, that are expressions: one that began with a bracket might go on from the line before. */
  readonly expressions: readonly number[];
  /** The types that calls of a name are given. */
  readonly typeArguments: readonly Node[];
}

/**
 * Looks at all of a script; null: there is more to it than imports and exports, JavaScript as this version of Node runs it, and
 * types. Waiting at the top is more, and so is a class in TypeScript, whose fields may be types or code.
 */
export function plainScript({ body }: Program, isTypeScript: boolean): PlainScript | null {
  const assigned = new Set<string>();
  const expressions = startsOf(body);
  const typeArguments: Node[] = [];
  const top: Node[] = [...body];
  const inFunctions: Node[] = [];
  for (const open of [top, inFunctions]) {
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (isSpecial(node, isTypeScript) || (open === top && waits(node))) return null;
      for (const target of targetsOf(node)) noteNames(target, assigned);
      if (node.type === "BlockStatement" || node.type === "StaticBlock") expressions.push(...startsOf(node.body));
      typeArguments.push(...typesOfCall(node));
      if (node.type === "SwitchCase") expressions.push(...startsOf(node.consequent));
      (isFunction(node) ? inFunctions : open).push(...childrenOf(node));
    }
  }
  return { assigned, expressions, typeArguments };
}

function startsOf(statements: readonly Node[]): number[] {
  return statements.filter(({ type }) => type === "ExpressionStatement").map(({ start }) => start);
}

function isSpecial(node: Node, isTypeScript: boolean): boolean {
  switch (node.type) {
    case "ClassDeclaration":
    case "ClassExpression":
      return isTypeScript;
    case "MetaProperty":
      return node.meta.name === "import";
    case "VariableDeclaration":
      return node.declare === true || node.kind.endsWith("using");
    default:
      return special.has(node.type);
  }
}

function typesOfCall(node: Node): readonly Node[] {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return [];
  // In JavaScript the parser says nothing of types.
  return [node.typeArguments ?? []].flat();
}

function waits(node: Node): boolean {
  return node.type === "AwaitExpression" || (node.type === "ForOfStatement" && node.await);
}

function targetsOf(node: Node): readonly Node[] {
  switch (node.type) {
    case "AssignmentExpression":
    case "ForInStatement":
    case "ForOfStatement":
      return [node.left];
    case "UpdateExpression":
      return [node.argument];
    default:
      return [];
  }
}

function noteNames(target: Node, names: Set<string>): void {
  const open: Node[] = [target];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "Identifier") names.add(node.name);
    open.push(...childrenOf(node));
  }
}
