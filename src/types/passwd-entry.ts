// Fields of files like /etc/passwd.
import type { AnyOptionType, OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { describeInside } from "./describe.ts";
import { requireType } from "./require-type.ts";

/**
 * A value of `entryType` that can stand in a field of `/etc/passwd`: if it is a string, it holds neither a colon nor a
 * line feed. Declared once with it and once with `entryType` alone, an option is of `entryType`. Fails if
 * `entryType` is no type.
 */
export function passwdEntry<T, I>(entryType: OptionType<T, I>): OptionType<T, I> {
  requireType(entryType, "passwdEntry");
  return mkOptionType<T, I>({
    name: `passwdEntry ${entryType.name}`,
    description: () => `${describeInside(entryType, ["noun"])}, not containing newlines or colons`,
    descriptionClass: "nonRestrictiveClause",
    check: (value) => entryType.check(value) && !isBroken(value),
    explain: (value) => {
      if (!isBroken(value)) return entryType.explain(value);
      return `the string has a ${value.includes(":") ? "colon" : "line feed"}`;
    },
    merge: entryType.merge,
    emptyValue: entryType.emptyValue,
    functor: entryType.functor,
    nestedTypes: entryType.nestedTypes,
    memberName: entryType.memberName,
    typeMerge: (self, other) => {
      const merged = entryType.typeMerge(other);
      if (merged === null || other.name !== self.name) return merged;
      return merged === entryType ? self : passwdEntry<unknown, unknown>(merged);
    },
    subModules: () => entryType.subModules,
    withSubModules: (_self, modules): AnyOptionType => passwdEntry(entryType.withSubModules(modules)),
  });
}

function isBroken(value: unknown): value is string {
  return typeof value === "string" && /[:\n]/.test(value);
}
