// Shows any value in a few lines for a message. Total: forces nothing, calls no user code, never throws, never recurses far.
import { isIdentifier, sortNames } from "./path.ts";
import { type RecordSource, recordSource } from "./record.ts";

/** How much of a value is shown. Defaults: 5 lines of 100 characters, 10 levels. */
export interface ShowLimits {
  readonly lines?: number;
  readonly width?: number;
  readonly depth?: number;
}

/**
 * The value as text, JavaScript-like, keys sorted, several lines if it has members. What is not computed yet is shown as
 * `<lazy>`, a function as `<function>`, whatever cannot be looked at without running foreign code as `<object>`.
 */
export function show(value: unknown, limits: ShowLimits = {}): string {
  const lines: string[] = [];
  const maxLines = limits.lines ?? 5;
  const width = limits.width ?? 100;
  // One line more than is shown, so that we know whether something was left out.
  const writer = new Writer(maxLines + 1, width, limits.depth ?? 10);
  try {
    writer.value(value, "", "", 0);
  } catch {
    writer.line("<object>"); // A hostile proxy: its traps ran and threw.
  }
  lines.push(...writer.lines.slice(0, maxLines));
  if (writer.lines.length > maxLines) lines.push("...");
  return lines.join("\n");
}

class Writer {
  readonly lines: string[] = [];
  readonly #maxLines: number;
  readonly #width: number;
  readonly #maxDepth: number;

  constructor(maxLines: number, width: number, maxDepth: number) {
    this.#maxLines = maxLines;
    this.#width = width;
    this.#maxDepth = maxDepth;
  }

  line(text: string): void {
    if (this.lines.length < this.#maxLines) this.lines.push(text);
  }

  value(value: unknown, before: string, after: string, depth: number): void {
    if (this.lines.length >= this.#maxLines) return;
    const indent = "  ".repeat(depth);
    if (typeof value !== "object" || value === null) {
      this.line(indent + before + showAtom(value, this.#width) + after);
    } else if (depth >= this.#maxDepth) {
      this.line(`${indent}${before}<deep>${after}`);
    } else if (Array.isArray(value)) {
      this.#members(value, before, after, depth, "[", "]");
    } else {
      this.#object(value, before, after, depth);
    }
  }

  #object(value: object, before: string, after: string, depth: number): void {
    const source = recordSource(value);
    if (source !== null) {
      this.#open([...source.keys()], (name) => known(source, name), before, after, depth);
      return;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      this.line(`${"  ".repeat(depth)}${before}<object>${after}`);
      return;
    }
    // Only data properties are looked at: a getter is user code.
    this.#open(sortNames(Object.keys(value)), (name) => dataProperty(value, name), before, after, depth);
  }

  #open(names: readonly string[], read: (name: string) => unknown, before: string, after: string, depth: number): void {
    const indent = "  ".repeat(depth);
    if (names.length === 0) {
      this.line(`${indent}${before}{}${after}`);
      return;
    }
    this.line(`${indent}${before}{`);
    for (const name of names) {
      if (this.lines.length >= this.#maxLines) return;
      this.value(read(name), `${showKey(name, this.#width)}: `, ",", depth + 1);
    }
    this.line(`${indent}}${after}`);
  }

  #members(value: readonly unknown[], before: string, after: string, depth: number, open: string, close: string): void {
    const indent = "  ".repeat(depth);
    if (value.length === 0) {
      this.line(`${indent}${before}${open}${close}${after}`);
      return;
    }
    this.line(`${indent}${before}${open}`);
    for (let at = 0; at < value.length; at += 1) {
      if (this.lines.length >= this.#maxLines) return;
      this.value(dataProperty(value, String(at)), "", ",", depth + 1);
    }
    this.line(`${indent}${close}${after}`);
  }
}

const lazy = Symbol("lazy");

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

function showAtom(value: unknown, width: number): string {
  switch (typeof value) {
    case "string":
      return value.length > width ? `${JSON.stringify(value.slice(0, width))}...` : JSON.stringify(value);
    case "bigint":
      return `${value}n`;
    case "function":
      return "<function>";
    case "symbol":
      return value === lazy ? "<lazy>" : "<symbol>";
    default:
      return Object.is(value, -0) ? "-0" : String(value);
  }
}

/** What kind of thing a value is, as a word for a message: `string`, `list`, `attribute set`, `function`, … */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  return typeof value === "object" ? "attribute set" : typeof value;
}
