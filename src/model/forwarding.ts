// Marks what a rename defines at its target, so that a missing target is reported as the rename's.
import type { Path } from "../kernel/path.ts";
import { isPlainObject, memberValue } from "../kernel/plain.ts";

const forwarded: unique symbol = Symbol.for("confix.forwarded");

/** What a rename passes on from one path to another; both without the prefix of the evaluation. */
export interface Forwarded {
  readonly from: Path;
  readonly to: Path;
}

/** The definition that passes on, marked. */
export function markForwarding<T extends object>(definition: T, { from, to }: Forwarded): T {
  return Object.defineProperty(definition, forwarded, { value: Object.freeze({ from, to }) });
}

/** What a definition, or the set that holds nothing else, passes on; null: it is no rename's. */
export function forwardingIn(definition: unknown): Forwarded | null {
  let inner = definition;
  // What users write may contain itself.
  const seen = new Set<unknown>();
  while (isPlainObject(inner) && !seen.has(inner)) {
    seen.add(inner);
    const [name, ...others] = Object.keys(inner);
    if (name === undefined || others.length > 0) return null;
    inner = memberValue(inner, name);
  }
  // The cast: any function may be asked, only those marked above answer.
  return typeof inner === "function" ? ((inner as { readonly [forwarded]?: Forwarded })[forwarded] ?? null) : null;
}
