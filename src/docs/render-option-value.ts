// Values as documentation shows them.
import { show } from "../kernel/show.ts";
import { isPlainObject } from "../kernel/plain.ts";
import type { DocumentedText } from "./documented-option.ts";
import { readValue, Sign, stringIn } from "./read-value.ts";

/**
 * A default or an example as text for documentation. Text made by `literalExpression`, `literalMD` or `literalCode`, and
 * any set with a `_type` and a `text`, is that text; everything else becomes code: the value as one would write it in
 * JavaScript, keys sorted, each member of a set or list on a line of its own. A function is shown as `<function>`, a
 * package as `<derivation NAME>`. The value is computed to the bottom; what is wrong with it is thrown.
 */
export function renderOptionValue(value: unknown): DocumentedText {
  return textOf(value) ?? Object.freeze({ _type: "literalExpression", text: renderCode(readValue(value)) });
}

function textOf(value: unknown): DocumentedText | null {
  if (!isPlainObject(value)) return null;
  const _type = stringIn(value, "_type");
  const text = _type === null ? null : stringIn(value, "text");
  return _type === null || text === null ? null : Object.freeze({ _type, text });
}

/** What `readValue` read, as code. */
export function renderCode(read: unknown): string {
  return show(read, {
    // A reader wants all of it; a bound only keeps what nobody would read from filling the memory.
    lines: 10_000,
    width: Number.POSITIVE_INFINITY,
    depth: 100,
    mark: (object) => (object instanceof Sign ? { before: object.text, inside: null, after: "" } : null),
  });
}
