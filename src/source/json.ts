// JSON, with or without comments, as data.
import type { ParseErrorCode } from "jsonc-parser";
import type * as Jsonc from "jsonc-parser";
import {
  checkDepth,
  type DataText,
  describeBigInteger,
  failDuplicate,
  failSyntax,
  failUnrepresentable,
  withinStack,
} from "./data-errors.ts";
import { originAt } from "./position.ts";

/** What this file needs of `jsonc-parser`. Lent, so that whoever parses decides when the library is loaded. */
export type JsoncLibrary = Pick<typeof Jsonc, "visit" | "printParseErrorCode">;

interface Container {
  readonly add: (value: unknown) => void;
  readonly keys: Set<string>;
  key: string;
  readonly value: unknown;
}

/**
 * The value of a JSON text; objects have a null prototype. `.jsonc` also takes comments and trailing commas. A key that
 * stands twice is an error, and so is a number that a JavaScript number cannot hold: both would lose what is written.
 */
export function parseJson(library: JsoncLibrary, source: DataText): unknown {
  return withinStack(source, () => readJson(library, source));
}

function readJson(library: JsoncLibrary, source: DataText): unknown {
  const { file, text, format } = source;
  let result: unknown;
  const open: Container[] = [];
  const top = (): Container | undefined => open.at(-1);
  const place = (value: unknown): void => {
    const container = top();
    if (container === undefined) result = value;
    else container.add(value);
  };
  const enter = (container: Container, offset: number): void => {
    open.push(container);
    checkDepth(source, open.length, offset);
  };
  const visitor: Jsonc.JSONVisitor = {
    onObjectBegin: (offset) => {
      const value: Record<string, unknown> = Object.create(null);
      const container: Container = {
        value,
        key: "",
        keys: new Set(),
        add: (member) => void (value[container.key] = member),
      };
      enter(container, offset);
    },
    onObjectProperty: (key, offset) => {
      const container = top();
      if (container === undefined) return;
      if (container.keys.has(key)) failDuplicate(source, offset, key);
      container.keys.add(key);
      container.key = key;
    },
    onObjectEnd: () => place(open.pop()?.value),
    onArrayBegin: (offset) => {
      const value: unknown[] = [];
      enter({ value, key: "", keys: new Set(), add: (member) => void value.push(member) }, offset);
    },
    onArrayEnd: () => place(open.pop()?.value),
    onLiteralValue: (value: unknown, offset, length) => {
      if (typeof value === "number") checkNumber(source, value, offset, length);
      place(value);
    },
    onError: (error, offset) =>
      failSyntax(source, originAt(file, text, offset), describe(library, error, text, offset)),
  };
  library.visit(text, visitor, format === "jsonc" ? { allowTrailingComma: true } : { disallowComments: true });
  return result;
}

function checkNumber(source: DataText, value: number, offset: number, length: number): void {
  const written = source.text.slice(offset, offset + length);
  const origin = (): ReturnType<typeof originAt> => originAt(source.file, source.text, offset);
  if (!Number.isFinite(value)) failUnrepresentable(source, origin(), `the number ${written} is too large`);
  if (!Number.isSafeInteger(value) && /^-?\d+$/.test(written)) {
    failUnrepresentable(source, origin(), describeBigInteger(written));
  }
}

function describe(library: JsoncLibrary, error: ParseErrorCode, text: string, offset: number): string {
  if (offset >= text.length) return "the text ends too early";
  // The library names its errors in camel case: `ValueExpected`.
  const words = library
    .printParseErrorCode(error)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase();
  return `${words} at \`${String.fromCodePoint(text.codePointAt(offset) ?? 0)}\``;
}
