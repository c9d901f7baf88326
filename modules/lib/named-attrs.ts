// Attribute sets whose names have to follow a rule, because they end up in files where not every name can stand.
import { type OptionType, types } from "confix";

/** What the names of an attribute set have to be. */
export interface NameRule {
  /** What a name is, as it stands in a sentence: "the name of a unit". */
  readonly what: string;
  /** Which characters it may have, as it stands in a sentence. */
  readonly allowed: string;
  readonly pattern: RegExp;
}

/** An attribute set of `elemType` that takes no other names than the rule allows, and says which one it refuses. */
export function attrsNamed<T, I>(
  { what, allowed, pattern }: NameRule,
  elemType: OptionType<T, I>,
): OptionType<Readonly<Record<string, T>>, Readonly<Record<string, I>>> {
  const refused = (value: object): string | undefined => Object.keys(value).find((name) => !pattern.test(name));
  return {
    ...types.addCheck(types.attrsOf(elemType), (value) => refused(value) === undefined),
    explain: (value) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
      const name = refused(value);
      return name === undefined ? null : `${JSON.stringify(name)} cannot be ${what}, which is made of ${allowed}`;
    },
  };
}
