// Nests properties in the one order that Nix takes.
import type { Expression } from "./description.ts";
import { replaceExpressions } from "./walk.ts";

// Properties that stand around an expression, and are yet to be written around what is in it.
interface Around {
  readonly file: string | null;
  readonly priority: number | null;
  readonly order: number | null;
}

const nothing: Around = { file: null, priority: null, order: null };

/** A description in which conditions and merges stand outside, then places, then one priority, then one order. */
export function nestAsNix<T>(description: T): T {
  return replaceExpressions(description, (expression) => (isProperty(expression) ? nest(expression, nothing) : null));
}

/** A description in which no order stands around a set of options. */
export function pushOrdersDown<T>(description: T): T {
  return replaceExpressions(description, (expression) =>
    expression.is === "order" && "isOptions" in expression.content && expression.content.isOptions === true
      ? nest(expression, nothing)
      : null,
  );
}

function isProperty({ is }: Expression): boolean {
  return is === "if" || is === "merge" || is === "override" || is === "order" || is === "definition";
}

function nest(expression: Expression, around: Around): Expression {
  switch (expression.is) {
    case "if":
      return { ...expression, content: nest(expression.content, around) };
    case "merge":
      return { ...expression, contents: expression.contents.map((content) => nest(content, around)) };
    case "definition":
      return nest(expression.content, { ...around, file: expression.file });
    case "override": {
      const { priority, content } = expression;
      return nest(content, { ...around, priority: Math.min(priority, around.priority ?? priority) });
    }
    case "order":
      return nest(expression.content, { ...around, order: expression.priority });
    default:
      return write(expression, around);
  }
}

function write(expression: Expression, around: Around): Expression {
  if (expression.is === "scalar" && expression.isOptions === true) return expression;
  // Nix moves a priority down itself, but not around one that stands there.
  if (expression.is === "set" && expression.isOptions === true && (around.priority ?? around.order) !== null) {
    return { ...expression, entries: expression.entries.map(([name, value]) => [name, nest(value, around)]) };
  }
  const { file, priority, order } = around;
  let written = expression;
  if (order !== null) written = { is: "order", priority: order, content: written };
  if (priority !== null) written = { is: "override", priority, content: written };
  if (file !== null) written = { is: "definition", file, content: written };
  return written;
}
