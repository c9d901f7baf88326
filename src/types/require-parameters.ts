// Refuses parameters of types that do not exist or are of the wrong kind, which would change nothing and be missed.
import { nearestName } from "../diagnostics/suggest.ts";
import { describeValue } from "../kernel/describe-value.ts";
import { isPlainObject } from "../kernel/plain.ts";
import type { ValueKind } from "../kernel/value-kind.ts";
import { failArgument } from "./require-type.ts";

/**
 * Fails if what `types.<taker>` is given is no object of parameters with these names and kinds. All may be left out, or
 * `undefined`.
 */
export function requireParameters(taker: string, given: unknown, expected: Readonly<Record<string, ValueKind>>): void {
  if (!isPlainObject(given)) return failArgument(taker, `it needs an object, but was given ${describeValue(given)}`);
  for (const [name, value] of Object.entries(given)) {
    const kind = Object.hasOwn(expected, name) ? expected[name] : undefined;
    if (kind === undefined) {
      const near = nearestName(name, Object.keys(expected));
      failArgument(taker, `\`${name}\` is not known${near === null ? "" : `; did you mean \`${near}\`?`}`);
    } else if (value !== undefined && !kind.accepts(value)) {
      failArgument(taker, `\`${name}\` must be ${kind.expected}, but is ${describeValue(value)}`);
    }
  }
}
