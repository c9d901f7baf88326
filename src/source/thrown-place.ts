// Finds what in a line of a script threw an error: stacks tell columns of the text that runs, which a tool has made.
import type { MemberExpression, Node, Program } from "oxc-parser";
import { parseProgram, type ScriptParser, type ScriptText } from "./script/parse-program.ts";
import { findScopes } from "./script/scopes.ts";
import { childrenOf, constantText, memberText } from "./script/syntax.ts";
import { type Span, TextLines, type TextPlace } from "./text-place.ts";

/** What is known of an error: the message that it was thrown with, or the function of Confix that refused its arguments. */
export type Thrown = { readonly message: string } | { readonly refusedBy: string };

/** The expression or statement in a line that threw an error; null: it may have been one of several. */
export function placeOfThrow(parser: ScriptParser, script: ScriptText, line: number, thrown: Thrown): TextPlace | null {
  const program = parseProgram(parser, script);
  if (program === null) return null;
  const { text } = script;
  const lines = new TextLines(text);
  const here = nodesIn(program, (node) => {
    const at = whereThrown(node);
    return at !== null && lines.place({ start: at, end: at }).line === line;
  });
  const found =
    "message" in thrown
      ? (byEngine(here, thrown.message, text) ?? byUser(here.filter(ofOthers(program)), thrown.message))
      : callOf(here, thrown.refusedBy);
  return found === null ? null : lines.place(found);
}

// What Confix refuses names the function that does; what is thrown besides was not thrown by one.
function ofOthers(program: Program): (node: Node) => boolean {
  const { bindings } = findScopes(program);
  const isConfix = (node: Node): boolean => {
    if (node.type === "MemberExpression") return isConfix(node.object);
    const source = bindings.get(node)?.source;
    return source?.kind === "import" && source.from === "confix";
  };
  return (node) => node.type !== "CallExpression" || !isConfix(node.callee);
}

// By its last name: `types.listOf`, or `listOf`.
function callOf(here: readonly Node[], name: string): Span | null {
  const calls = here.filter((node) => {
    if (node.type !== "CallExpression") return false;
    const { callee } = node;
    return callee.type === "MemberExpression" ? memberText(callee) === name : isNamed(callee, name);
  });
  return only(calls);
}

function isNamed(node: Node, name: string): boolean {
  return node.type === "Identifier" && node.name === name;
}

function nodesIn(root: Node, isWanted: (node: Node) => boolean): readonly Node[] {
  const found: Node[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isWanted(node)) found.push(node);
    open.push(...childrenOf(node));
  }
  return found;
}

// The offset that a stack shows if the node throws; null: it throws nothing by itself.
function whereThrown(node: Node): number | null {
  switch (node.type) {
    case "ThrowStatement":
      return node.argument.start;
    case "NewExpression":
    case "Identifier":
      return node.start;
    case "CallExpression":
      return node.callee.type === "MemberExpression" ? node.callee.property.start : node.start;
    case "MemberExpression":
      return node.property.start;
    default:
      return null;
  }
}

// What JavaScript itself throws says which expression it was. Null: these are no words of the engine.
function byEngine(here: readonly Node[], message: string, text: string): Span | null {
  const { member, called, made, name } = engineWords.exec(message)?.groups ?? {};
  const source = ({ start, end }: Span): string => text.slice(start, end);
  if (member !== undefined) return only(here.filter((node) => isMember(node) && memberText(node) === member));
  if (called !== undefined) {
    return only(here.filter((node) => node.type === "CallExpression" && source(node.callee) === called));
  }
  if (made !== undefined)
    return only(here.filter((node) => node.type === "NewExpression" && source(node.callee) === made));
  return name === undefined ? null : only(here.filter((node) => isNamed(node, name)));
}

const engineWords =
  /^(?:Cannot (?:read|set) properties of (?:undefined|null) \((?:reading|setting) '(?<member>.*)'\)|(?<called>.+) is not a function|(?<made>.+) is not a constructor|(?<name>[\p{L}\p{N}_$]+) is not defined)$/u;

function isMember(node: Node): node is MemberExpression {
  return node.type === "MemberExpression";
}

// What somebody threw: the only `throw` of the line that may have this message, or the only call.
function byUser(here: readonly Node[], message: string): Span | null {
  const throws = here.filter((node) => node.type === "ThrowStatement");
  const worded = throws.filter((node) => thrownText(node) === message);
  if (worded.length === 1) return only(worded);
  const possible = throws.filter((node) => thrownText(node) === null);
  const calls = here.filter(
    (node) =>
      (node.type === "CallExpression" || node.type === "NewExpression") &&
      !throws.some(({ start, end }) => start <= node.start && node.end <= end),
  );
  return only([...possible, ...calls]);
}

// The message of `throw new Error("…")`, where it stands there; null: it is computed.
function thrownText({ argument }: Extract<Node, { readonly type: "ThrowStatement" }>): string | null {
  const [first] = argument.type === "NewExpression" ? argument.arguments : [];
  return first === undefined || first.type === "SpreadElement" ? null : constantText(first);
}

function only(nodes: readonly Span[]): Span | null {
  const [first, ...others] = nodes;
  return first === undefined || others.length > 0 ? null : first;
}
