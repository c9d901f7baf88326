// The names that a script declares, and where they are used.
import type { Expression, Node } from "oxc-parser";
import type { AnyFunction } from "./syntax.ts";

/** How a name came about. */
export type BindingSource =
  /** A variable: the value it starts with, if it is written there. `isHoisted`: with `var`, it is known before that. */
  | { readonly kind: "variable"; readonly init: Expression | null; readonly isHoisted: boolean }
  /** A parameter of a function. */
  | { readonly kind: "parameter"; readonly code: AnyFunction; readonly index: number }
  | { readonly kind: "function"; readonly code: AnyFunction }
  /** An import of a value; `name` null: the whole module. */
  | { readonly kind: "import"; readonly from: string; readonly name: string | null }
  /** Classes, enums, caught errors, loop variables: nothing is known of their values. */
  | { readonly kind: "other" };

/** A name that the script declares. */
export interface Binding {
  readonly name: string;
  /** Where it is declared: the name itself. */
  readonly node: Node;
  readonly source: BindingSource;
  /** The members of the source that destructuring took: `b` and `0` for `{ b: [x] }`; null if that is not known. */
  readonly access: readonly string[] | null;
  /** Destructuring names a value for where there is none. */
  readonly isDefaulted: boolean;
  /** Where the name is used, its declaration apart. */
  readonly uses: Node[];
  /** Declared more than once, as `var` and functions may be. */
  isDoubled: boolean;
}

/** A map of which nobody needs to know all that is in it. */
export type Lookup<V> = Pick<ReadonlyMap<Node, V>, "get" | "has">;

/** What names stand for, in one script or several. */
export interface Names {
  readonly bindings: Lookup<Binding>;
  readonly declared: Lookup<Binding>;
  readonly parents: Lookup<Node>;
  readonly globals: Pick<ReadonlySet<string>, "has">;
}

/** The names of a script. */
export interface Scopes extends Names {
  /** The declaration that a used name stands for; null: a global. */
  readonly bindings: ReadonlyMap<Node, Binding>;
  /** All names, by where they are declared. */
  readonly declared: ReadonlyMap<Node, Binding>;
  /** The nodes that nodes stand in. Types are left out. */
  readonly parents: ReadonlyMap<Node, Node>;
  /** The names that are used and not declared. */
  readonly globals: ReadonlySet<string>;
  /** The names declared at the top. */
  readonly top: ReadonlyMap<string, Binding>;
}

/**
 * Whether a name may come to stand for another value than the one it was declared with. `nodes` are the parents of all
 * nodes.
 */
export function isReassigned(binding: Binding, parents: Lookup<Node>): boolean {
  if (binding.isDoubled) return true;
  return binding.uses.some((use) => isAssignmentTarget(use, parents));
}

/** Whether a node stands where something is assigned to it: `x = 1`, `[x] = y`, `x++`, `for (x of y)`, `delete x`. */
export function isAssignmentTarget(node: Node, parents: Lookup<Node>): boolean {
  const parent = parents.get(node);
  switch (parent?.type) {
    case "AssignmentExpression":
    case "ForInStatement":
    case "ForOfStatement":
    case "AssignmentPattern":
      return parent.left === node;
    case "UpdateExpression":
    case "ArrayPattern":
    case "RestElement":
      return true;
    case "UnaryExpression":
      return parent.operator === "delete";
    case "Property":
      return parent.value === node && parents.get(parent)?.type === "ObjectPattern";
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "ChainExpression":
      return isAssignmentTarget(parent, parents);
    default:
      return false;
  }
}
