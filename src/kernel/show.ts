// Shows any value in a few lines for a message. Total: forces nothing, calls no user code, never throws, never recurses far.
import { classNames } from "./class-name.ts";
import { peekElement } from "./lazy-list.ts";
import { isIdentifier, sortNames } from "./path.ts";
import { isPlainObject } from "./plain.ts";
import { type RecordSource, recordSource } from "./record.ts";

/** An object that stands for something else than its members: text around a value. */
export interface Mark {
  readonly before: string;
  /** The value inside; null: there is nothing more to see. */
  readonly inside: { readonly value: unknown } | null;
  readonly after: string;
}

/** How much of a value is shown, and how. Defaults: 5 lines of 100 characters, 10 levels. */
export interface ShowLimits {
  /** With 1 the value stands on one line, which is cut. */
  readonly lines?: number;
  readonly width?: number;
  readonly depth?: number;
  /** How to show an object by something else than its members; null: by these. Default: always. */
  readonly mark?: (value: object) => Mark | null;
}

// What a line can hold; more would be cut anyway.
const linesOfOne = 20;

/**
 * The value as text, JavaScript-like, keys sorted, several lines if it has members. What is not computed yet is shown as
 * `<lazy>`, a function as `<function>`, an object of a class by its class, `<Date>`, and as `<object>` what cannot be looked
 * at without running foreign code.
 */
export function show(value: unknown, limits: ShowLimits = {}): string {
  const { lines: maxLines = 5, width = 100 } = limits;
  const isOne = maxLines === 1;
  const shownLines = isOne ? linesOfOne : maxLines;
  // One line more than is shown, so that we know whether something was left out.
  const writer = new Writer(shownLines + 1, { width, depth: limits.depth ?? 10, mark: limits.mark ?? markNothing });
  writer.value(value, "", "", 0);
  const lines = writer.lines.slice(0, shownLines);
  if (writer.lines.length > shownLines) lines.push("...");
  return isOne ? onOneLine(lines, width) : lines.join("\n");
}

function onOneLine(lines: readonly string[], width: number): string {
  const text = lines.map((line) => line.trim()).reduce(joinLines);
  return text.length > width ? `${text.slice(0, width)}...` : text;
}

// A list closely, `[1, 2]`, a set with room, `{ a: 1 }`; without the comma after the last member.
function joinLines(before: string, line: string): string {
  if (before.endsWith("[")) return before + line;
  if (!/^[\]}]/.test(line)) return `${before} ${line}`;
  return before.replace(/,$/, "") + (line.startsWith("}") ? " " : "") + line;
}

const markNothing = (): null => null;

class Writer {
  readonly lines: string[] = [];
  readonly #maxLines: number;
  readonly #limits: Required<Omit<ShowLimits, "lines">>;

  constructor(maxLines: number, limits: Required<Omit<ShowLimits, "lines">>) {
    this.#maxLines = maxLines;
    this.#limits = limits;
  }

  line(text: string): void {
    if (this.lines.length < this.#maxLines) this.lines.push(text);
  }

  /** `marks` is how many marks stand around the value on this line. */
  value(value: unknown, before: string, after: string, depth: number, marks: number = 0): void {
    if (this.lines.length >= this.#maxLines) return;
    const already = this.lines.length;
    try {
      this.#value(value, before, after, depth, marks);
    } catch {
      // A hostile proxy: its traps ran and threw, perhaps after something of it was shown.
      this.lines.length = already;
      this.line(`${"  ".repeat(depth)}${before}<object>${after}`);
    }
  }

  #value(value: unknown, before: string, after: string, depth: number, marks: number): void {
    const indent = "  ".repeat(depth);
    const isObject = typeof value === "object" && value !== null;
    const mark = isObject ? this.#limits.mark(value) : null;
    if (!isObject) {
      this.line(indent + before + showAtom(value, this.#limits.width) + after);
    } else if (depth + marks >= this.#limits.depth) {
      this.line(`${indent}${before}<deep>${after}`);
    } else if (mark !== null) {
      this.#marked(mark, before, after, depth, marks);
    } else if (Array.isArray(value)) {
      this.#list(value, before, after, depth);
    } else {
      this.#object(value, before, after, depth);
    }
  }

  #marked(mark: Mark, before: string, after: string, depth: number, marks: number): void {
    if (mark.inside === null) this.line("  ".repeat(depth) + before + mark.before + mark.after + after);
    else this.value(mark.inside.value, before + mark.before, mark.after + after, depth, marks + 1);
  }

  #object(value: object, before: string, after: string, depth: number): void {
    const source = recordSource(value);
    if (source !== null) {
      this.#set([...source.keys()], (name) => known(source, name), before, after, depth);
      return;
    }
    if (!isPlainObject(value)) {
      this.line(`${"  ".repeat(depth)}${before}<${classNames(value)[0] ?? "object"}>${after}`);
      return;
    }
    // Only data properties are looked at: a getter is user code.
    this.#set(sortNames(Object.keys(value)), (name) => dataProperty(value, name), before, after, depth);
  }

  #set(names: readonly string[], read: (name: string) => unknown, before: string, after: string, depth: number): void {
    const indent = "  ".repeat(depth);
    if (names.length === 0) {
      this.line(`${indent}${before}{}${after}`);
      return;
    }
    this.line(`${indent}${before}{`);
    for (const name of names) {
      if (this.lines.length >= this.#maxLines) return;
      this.value(read(name), `${showKey(name, this.#limits.width)}: `, ",", depth + 1);
    }
    this.line(`${indent}}${after}`);
  }

  #list(value: readonly unknown[], before: string, after: string, depth: number): void {
    const indent = "  ".repeat(depth);
    if (value.length === 0) {
      this.line(`${indent}${before}[]${after}`);
      return;
    }
    this.line(`${indent}${before}[`);
    for (let at = 0; at < value.length; at += 1) {
      if (this.lines.length >= this.#maxLines) return;
      this.value(element(value, at), "", ",", depth + 1);
    }
    this.line(`${indent}]${after}`);
  }
}

const lazy = Symbol("lazy");
const hole = Symbol("hole");

function known(source: RecordSource, name: string): unknown {
  const found = source.peek(name);
  return found === null ? lazy : found.value;
}

function showKey(name: string, width: number): string {
  if (name.length > width) return `${JSON.stringify(name.slice(0, width))}...`;
  return isIdentifier(name) ? name : JSON.stringify(name);
}

function dataProperty(value: object, name: string): unknown {
  const property = Object.getOwnPropertyDescriptor(value, name);
  return property !== undefined && "value" in property ? property.value : lazy;
}

function element(list: readonly unknown[], at: number): unknown {
  if (!Object.hasOwn(list, at)) return hole;
  const found = peekElement(list, at);
  return found === null ? lazy : found.value;
}

function showAtom(value: unknown, width: number): string {
  switch (typeof value) {
    case "string":
      return value.length > width ? `${JSON.stringify(value.slice(0, width))}...` : JSON.stringify(value);
    case "bigint":
      return `${value}n`;
    case "function":
      return "<function>";
    case "symbol":
      return value === lazy ? "<lazy>" : value === hole ? "<hole>" : "<symbol>";
    default:
      return Object.is(value, -0) ? "-0" : String(value);
  }
}

/** What kind of thing a value is, as a word for a message: `string`, `list`, `attribute set`, `function`, `Date`, … */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value !== "object") return typeof value;
  return isPlainObject(value) ? "attribute set" : (classNames(value)[0] ?? "object");
}
