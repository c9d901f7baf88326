// Finds the modules that a script exports, and those that it defines at a line.
import type { CallExpression, Expression, Node, Program } from "oxc-parser";
import type { Scopes } from "./bindings.ts";
import type { Follower } from "./follow.ts";
import type { LibraryCall } from "./library.ts";
import { valueOf } from "./module-form.ts";
import { isFunction, isNode, memberText, unwrap } from "./syntax.ts";

/** The value that a script exports under a name (`default` for the default export), as it is written; null: none, or from elsewhere. */
export function findExport(program: Program, scopes: Scopes, follower: Follower, name: string): Expression | null {
  for (const statement of program.body) {
    const found = exportIn(statement, scopes, follower, name);
    if (found !== null) return found;
  }
  // As CommonJS does it; what is assigned last counts.
  let whole: Expression | null = null;
  let named: Expression | null = null;
  let isAddedTo = false;
  for (const statement of program.body) {
    const assigned = statement.type === "ExpressionStatement" ? assignedExport(statement.expression, scopes) : null;
    if (assigned === null) continue;
    if (assigned.name === null) whole = assigned.value;
    else {
      isAddedTo = true;
      if (assigned.name === name) named = assigned.value;
    }
  }
  if (named !== null || whole === null) return named;
  if (name === "default") return isAddedTo ? null : whole;
  return valueOf(follower.member(whole, name));
}

function exportIn(statement: Node, scopes: Scopes, follower: Follower, name: string): Expression | null {
  switch (statement.type) {
    case "ExportDefaultDeclaration": {
      const { declaration } = statement;
      if (name !== "default" || declaration.type === "TSInterfaceDeclaration") return null;
      return declaration.type === "ClassDeclaration" || declaration.type === "ClassExpression" ? null : declaration;
    }
    case "TSExportAssignment":
      return name === "default" ? statement.expression : null;
    case "ExportNamedDeclaration": {
      const { declaration, source, specifiers } = statement;
      if (source !== null) return null;
      const specifier = specifiers.find(({ exported }) => exportedName(exported) === name);
      // The cast: what a script exports of its own is a name, and names are expressions.
      if (specifier !== undefined) return specifier.local as Expression;
      return isNode(declaration) ? declared(declaration, scopes, follower, name) : null;
    }
    default:
      return null;
  }
}

function exportedName(node: Node): string {
  if (node.type === "Identifier") return node.name;
  return node.type === "Literal" ? String(node.value) : "";
}

function declared(declaration: Node, scopes: Scopes, follower: Follower, name: string): Expression | null {
  const binding = scopes.top.get(name);
  if (binding === undefined) return null;
  if (isFunction(declaration)) return binding.node === declaration.id && !binding.isDoubled ? declaration : null;
  if (declaration.type !== "VariableDeclaration") return null;
  const found = declaration.declarations.find(({ id }) => id === binding.node);
  if (found === undefined || found.init === null) return null;
  // What it becomes later is not known; the name, which nothing is written under, stands for that.
  // The cast: the name of a variable is a name like others.
  return follower.mayChange(binding) ? (found.id as Expression) : found.init;
}

function assignedExport(
  expression: Expression,
  scopes: Scopes,
): { readonly name: string | null; readonly value: Expression } | null {
  if (expression.type !== "AssignmentExpression" || expression.operator !== "=") return null;
  const { left, right } = expression;
  if (left.type !== "MemberExpression") return null;
  const { object } = left;
  const isNamed = isGlobal(object, "exports", scopes) || isModuleExports(object, scopes);
  if (isNamed) return { name: memberText(left), value: right };
  return isModuleExports(left, scopes) ? { name: null, value: right } : null;
}

function isModuleExports(node: Node, scopes: Scopes): boolean {
  return node.type === "MemberExpression" && memberText(node) === "exports" && isGlobal(node.object, "module", scopes);
}

function isGlobal(node: Node, name: string, scopes: Scopes): boolean {
  return node.type === "Identifier" && node.name === name && !scopes.bindings.has(node);
}

/** A call of `defineModule` or `defineSubmodule`. */
export interface DefineCall {
  /** Where a stack shows the call: the start of the function's name. */
  readonly offset: number;
  /** The module: the call, or the call of `.config` on it, if it has exactly one. */
  readonly module: Expression;
}

/** All calls that define modules, in the order of the text. */
export function findDefineCalls(scopes: Scopes, follower: Follower): readonly DefineCall[] {
  const calls = [...scopes.parents.keys()].filter((node): node is CallExpression => node.type === "CallExpression");
  const defining = calls.filter((call) => {
    const name = follower.library.call(call)?.name;
    return name === "defineModule" || name === "defineSubmodule";
  });
  const configured = new Map<CallExpression, CallExpression[]>();
  for (const call of calls) {
    const callee = unwrap(call.callee);
    if (callee.type !== "MemberExpression" || memberText(callee) !== "config") continue;
    const base = follower.library.call(callee.object)?.call;
    if (base !== undefined) configured.set(base, [...(configured.get(base) ?? []), call]);
  }
  return defining
    .map((call) => {
      const [only, ...others] = configured.get(call) ?? [];
      return { offset: offsetInStack(call), module: only === undefined || others.length > 0 ? call : only };
    })
    .toSorted((left, right) => left.offset - right.offset);
}

/** All calls of Confix, with the offset that a stack shows for each, in the order of the text. */
export function findLibraryCalls(
  scopes: Scopes,
  follower: Follower,
): readonly (LibraryCall & { readonly offset: number })[] {
  return [...scopes.parents.keys()]
    .flatMap((node) => {
      const found = node.type === "CallExpression" ? follower.library.call(node) : null;
      return found === null ? [] : { ...found, offset: offsetInStack(found.call) };
    })
    .toSorted((left, right) => left.offset - right.offset);
}

// A stack shows a call at the name of what is called.
function offsetInStack({ callee }: CallExpression): number {
  const called = unwrap(callee);
  return called.type === "MemberExpression" ? called.property.start : called.start;
}
