// Finds the texts that a source file holds as string literals, by parsing it.
import { parseSync, Visitor } from "oxc-parser";

/** Every string literal, and every literal piece of a template, in `text`. */
export function readStrings(file: string, text: string): readonly string[] {
  const found: string[] = [];
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === "string") found.push(value);
    },
    TemplateElement: ({ value }) => {
      found.push(value.cooked ?? value.raw);
    },
  }).visit(parseSync(file, text).program);
  return found;
}

/** Whether one of `strings` is `code`, or mentions it as a word of its own: `error[unknown-option]: …`. */
export function mentions(strings: readonly string[], code: string): boolean {
  const word = new RegExp(`(?<![\\w-])${code}(?![\\w-])`);
  return strings.some((text) => word.test(text));
}
