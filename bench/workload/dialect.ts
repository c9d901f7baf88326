// How the languages write values: one walk over a value, and for each language the words.
import { expressionOf, isSet, type Value } from "./document.ts";

/** The words of a language. What is passed in is already written, and closed in parentheses where it needs them. */
export interface Dialect {
  readonly scalar: (value: null | boolean | number | string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly set: (members: readonly (readonly [name: string, value: string])[]) => string;
  /** Reads an option: of the configuration, or of the submodule around. */
  readonly read: (from: "ref" | "self", path: readonly string[]) => string;
  /** The name of the submodule around. */
  readonly name: string;
  readonly join: (separator: string, list: string) => string;
  readonly equal: string;
  /** A value with a priority; without, the language has none. */
  readonly override?: (priority: number, value: string) => string;
}

/** That a language has no way to say something. */
export class NotExpressible extends Error {}

/** A value as text of a language. */
export function write(value: Value, dialect: Dialect): string {
  const of = (inner: Value): string => write(inner, dialect);
  if (Array.isArray(value)) return dialect.list(value.map(of));
  const expression = expressionOf(value);
  if (expression === null) {
    if (isSet(value)) return dialect.set(Object.entries(value).map(([name, member]) => [name, of(member)]));
    // The cast: lists and sets are dealt with above.
    return dialect.scalar(value as null | boolean | number | string);
  }
  switch (expression.$) {
    case "ref":
    case "self":
      return dialect.read(expression.$, expression.path);
    case "name":
      return dialect.name;
    case "concat":
      return `(${expression.parts.map(of).join(" + ")})`;
    case "join":
      return `(${dialect.join(of(expression.sep), of(expression.list))})`;
    case "add":
      return `(${of(expression.a)} + ${of(expression.b)})`;
    case "gt":
      return `(${of(expression.a)} > ${of(expression.b)})`;
    case "eq":
      return `(${of(expression.a)} ${dialect.equal} ${of(expression.b)})`;
    case "not":
      return `(!${of(expression.e)})`;
    case "override":
      if (dialect.override === undefined) throw new NotExpressible("a priority inside of a value");
      return dialect.override(expression.priority, of(expression.value));
  }
}

/** Whether every language takes a word as the name of a member without quotes. */
export function isPlainName(name: string): boolean {
  return /^[a-z][A-Za-z0-9_]*$/.test(name) && !reserved.has(name);
}

// Words of any of the languages that name no member there.
const reserved: ReadonlySet<string> = new Set(
  (
    "abstract amends as assert assertThat case catch class const delete else error extends external false final fixed " +
    "for function hidden if import importstr in inherit is let local module new nothing null open or out outer package " +
    "protected read rec record self super switch tailstrict then this throw trace true typealias unknown vararg when with"
  ).split(" "),
);
