// Computed values of a workload as JavaScript functions: nothing of the document is interpreted while Confix runs.
import { expressionOf, isSet, type Value } from "../workload/document.ts";

/** What a computed value can read. */
export interface Scope {
  /** The configuration. */
  readonly root: unknown;
  /** The configuration of the submodule in which it stands. */
  readonly self?: unknown;
  /** The name of that submodule. */
  readonly name?: unknown;
}

/** A value, given what it can read. */
export type Compiled = (scope: Scope) => unknown;

/** The function for a value. */
export function compile(value: Value): Compiled {
  if (Array.isArray(value)) {
    const items = value.map(compile);
    return (scope) => items.map((item) => item(scope));
  }
  const expression = expressionOf(value);
  if (expression === null) {
    if (!isSet(value)) return () => value;
    const members = Object.entries(value).map(([name, member]) => [name, compile(member)] as const);
    return (scope) => Object.fromEntries(members.map(([name, member]) => [name, member(scope)]));
  }
  switch (expression.$) {
    case "ref":
      return reading((scope) => scope.root, expression.path);
    case "self":
      return reading((scope) => scope.self, expression.path);
    case "name":
      return (scope) => scope.name;
    case "concat": {
      const parts = expression.parts.map(compile);
      return (scope) => parts.map((part) => String(part(scope))).join("");
    }
    case "join": {
      const [list, { sep }] = [compile(expression.list), expression];
      // The cast: the workload says that it is a list.
      return (scope) => (list(scope) as readonly unknown[]).join(sep);
    }
    case "not": {
      const inner = compile(expression.e);
      return (scope) => inner(scope) !== true;
    }
    case "add":
    case "eq":
    case "gt": {
      const [left, right] = [compile(expression.a), compile(expression.b)];
      if (expression.$ === "eq") return (scope) => left(scope) === right(scope);
      if (expression.$ === "gt") return (scope) => Number(left(scope)) > Number(right(scope));
      return (scope) => Number(left(scope)) + Number(right(scope));
    }
    case "override":
      throw new Error("a priority stands inside of a computed value");
  }
}

function reading(start: Compiled, path: readonly string[]): Compiled {
  const [first = "", second] = path;
  // What most of them are, without a loop.
  if (path.length === 1) return (scope) => member(start(scope), first);
  if (path.length === 2 && second !== undefined) return (scope) => member(member(start(scope), first), second);
  return (scope) => path.reduce(member, start(scope));
}

function member(of: unknown, name: string): unknown {
  // The cast: the workload says that there is such a member; if there is none, Confix or JavaScript says so.
  return (of as Readonly<Record<string, unknown>>)[name];
}
