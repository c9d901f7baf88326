// Tells whether a script holds nothing but what every transformer of scripts understands alike.
import type { Node, Program } from "oxc-parser";
import { childrenOf, isDirective, isFunction, namesIn } from "./script/syntax.ts";

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
  /** The names that something in it assigns to. */
  readonly assigned: ReadonlySet<string>;
  /** The names of all `var`: one in a block is one of the script, unless it is in a function. */
  readonly variables: ReadonlySet<string>;
  /** Where statements begin that might go on from the line before, once types are gone. */
  readonly starts: readonly number[];
}

/**
 * Looks at all of a script; null: there is more to it than imports and exports, JavaScript as this version of Node runs it, and
 * types. Waiting at the top is more, and so are a class in TypeScript, whose fields may be types or code, and a name with escapes.
 */
export function plainScript({ body }: Program, text: string, isTypeScript: boolean): PlainScript | null {
  const assigned = new Set<string>();
  const variables = new Set<string>();
  const starts = startsOf(body);
  const top: Node[] = [...body];
  const inFunctions: Node[] = [];
  for (const open of [top, inFunctions]) {
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (isSpecial(node, text, isTypeScript) || (open === top && waits(node))) return null;
      for (const name of targetsOf(node).flatMap(namesIn)) assigned.add(name);
      for (const name of variablesOf(node).flatMap(namesIn)) variables.add(name);
      if (node.type === "BlockStatement" || node.type === "StaticBlock") starts.push(...startsOf(node.body));
      if (node.type === "SwitchCase") starts.push(...startsOf(node.consequent));
      (isFunction(node) ? inFunctions : open).push(...childrenOf(node));
    }
  }
  return { assigned, variables, starts };
}

// A type goes with the semicolon that follows.
function startsOf(statements: readonly Node[]): number[] {
  return statements
    .filter(
      (each) => (each.type === "ExpressionStatement" && !isDirective(each)) || each.type === "TSTypeAliasDeclaration",
    )
    .map(({ start }) => start);
}

function isSpecial(node: Node, text: string, isTypeScript: boolean): boolean {
  switch (node.type) {
    case "Identifier":
      return !text.startsWith(node.name, node.start);
    case "ClassDeclaration":
    case "ClassExpression":
      return isTypeScript;
    case "MetaProperty":
      return node.meta.name === "import";
    case "VariableDeclaration":
      return node.declare === true || node.kind.endsWith("using");
    case "ReturnStatement":
    case "YieldExpression":
      // Types that end on another line: without them, nothing would be returned.
      return isTypeScript && node.argument !== null && text[node.argument.start] === "<";
    default:
      return special.has(node.type);
  }
}

function variablesOf(node: Node): readonly Node[] {
  return node.type === "VariableDeclaration" && node.kind === "var" ? node.declarations.map(({ id }) => id) : [];
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
