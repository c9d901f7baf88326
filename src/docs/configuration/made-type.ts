// Types may be updated like records. What a type says of its values holds only as far as it does what it was made to do.
import type { AnyOptionType } from "../../model/option-type.ts";

/** A type as it was made, and what was changed in it since. */
export interface MadeType {
  readonly base: AnyOptionType;
  /** What it accepts: what it was made to accept, less than that (`addCheck`), or something else. */
  readonly accepts: "same" | "less" | "other";
  /** Whether it makes its value in another way, so that members need not be of the types inside. */
  readonly isMergedOtherwise: boolean;
}

// The marks that types carry from where they are made; registered, as types of another copy of Confix have them too.
const originalType: unique symbol = Symbol.for("confix.original-type");
const addedCheck: unique symbol = Symbol.for("confix.added-check");

/** Tells what was changed in a type. */
export function madeType(type: AnyOptionType): MadeType {
  // The cast: any type may be asked for its original; one without counts as its own.
  const base = (type as { readonly [originalType]?: AnyOptionType })[originalType] ?? type;
  const innermost = withoutAdded(type.check);
  const isSame = innermost === base.check;
  return {
    base,
    accepts: !isSame ? "other" : type.check === base.check ? "same" : "less",
    isMergedOtherwise: type.merge !== base.merge,
  };
}

function withoutAdded(check: unknown): unknown {
  // The cast: any function may be asked, only those that `addCheck` made answer.
  const parts = (check as { readonly [addedCheck]?: { readonly base: unknown } })[addedCheck];
  return parts === undefined ? check : withoutAdded(parts.base);
}
