// Attribute sets whose values all have one type, strict or lazy in their names.
import { isPlainObject } from "../kernel/plain.ts";
import { anything, flag, text } from "../kernel/value-kind.ts";
import { isDefinedModule } from "../model/module.ts";
import type { AnyOptionType, Member, OptionType } from "../model/option-type.ts";
import { derivedType, mkOptionType } from "./define-type.ts";
import { describeElement } from "./describe.ts";
import { dropUndefined, membersByName, setOfMembers } from "./members.ts";
import { requireParameters } from "./require-parameters.ts";
import { requireType } from "./require-type.ts";

/** What `attrsWith` takes. */
export interface AttrsParameters<T, I> {
  readonly elemType: OptionType<T, I>;
  /** Whether names are known without computing anything; then no name is ever dropped. Default false. */
  readonly lazy?: boolean;
  /** What documentation writes in place of a name: `<placeholder>`. Default `name`. */
  readonly placeholder?: string;
}

interface Payload {
  readonly lazy: boolean;
  readonly placeholder: string;
}

const functorName = "attrsWith";
const defaultPlaceholder = "name";

/**
 * An attribute set of values of one type. Each name is merged by itself; a value is computed when it is read. Nothing
 * defined is `{}`. With `lazy`, a name whose definitions all stand under false conditions stays, with the element
 * type's empty value, or an error when it is read; without, it is dropped, for which conditions of all values are
 * computed as soon as names are needed. Two declarations agree if their element types do and they are equally lazy.
 */
export function attrsWith<T, I>(
  parameters: AttrsParameters<T, I>,
): OptionType<Readonly<Record<string, T>>, Readonly<Record<string, I>>> {
  requireParameters("attrsWith", parameters, { elemType: anything, lazy: flag, placeholder: text });
  const { elemType, lazy = false, placeholder = defaultPlaceholder } = parameters;
  requireType(elemType, lazy ? "lazyAttrsOf" : "attrsOf");
  const payload: Payload = { lazy, placeholder };
  const rebuild = (inner: AnyOptionType, name: string): AnyOptionType =>
    attrsWith({ elemType: inner, lazy, placeholder: name });
  return mkOptionType<Readonly<Record<string, T>>, Readonly<Record<string, I>>>({
    name: lazy ? "lazyAttrsOf" : "attrsOf",
    description: () => `${lazy ? "lazy " : ""}attribute set of ${describeElement(elemType)}`,
    descriptionClass: "composite",
    // A module that stands where a set belongs would be read as an empty one.
    check: (value) => isPlainObject(value) && !isDefinedModule(value),
    merge: (context, definitions) => {
      const members = membersByName(context, elemType, definitions);
      const make = (all: ReadonlyMap<string, Member>): object => setOfMembers(context, all);
      return lazy ? make(members) : dropUndefined(members, make);
    },
    emptyValue: (context) => setOfMembers(context, new Map()),
    functor: { name: functorName, payload },
    typeMerge: (self, other) => {
      // The cast: whoever has this functor was made here, but for a user's type of the same name.
      const theirs = other.functor.name === functorName ? (other.functor.payload as Payload | null) : null;
      const name = theirs?.lazy === lazy ? commonPlaceholder(placeholder, theirs.placeholder) : null;
      const otherElement = other.nestedTypes["elemType"];
      if (name === null || otherElement === undefined) return null;
      const merged = elemType.typeMerge(otherElement);
      if (merged === null) return null;
      return merged === elemType && name === placeholder ? self : rebuild(merged, name);
    },
    nestedTypes: { elemType },
    memberName: `<${placeholder}>`,
    subModules: () => elemType.subModules,
    withSubModules: (_self, modules) => rebuild(elemType.withSubModules(modules), placeholder),
  });
}

/** An attribute set of values of one type; names whose definitions do not hold are absent. */
export function attrsOf<T, I>(
  elemType: OptionType<T, I>,
): OptionType<Readonly<Record<string, T>>, Readonly<Record<string, I>>> {
  requireType(elemType, "attrsOf");
  return derivedType(elemType, "attrsOf", () => attrsWith({ elemType }));
}

/** An attribute set of values of one type whose names never depend on its values, so that values may refer to each other. */
export function lazyAttrsOf<T, I>(
  elemType: OptionType<T, I>,
): OptionType<Readonly<Record<string, T>>, Readonly<Record<string, I>>> {
  requireType(elemType, "lazyAttrsOf");
  return derivedType(elemType, "lazyAttrsOf", () => attrsWith({ elemType, lazy: true }));
}

// The default yields to a name that somebody chose; two chosen ones do not agree.
function commonPlaceholder(left: string, right: string): string | null {
  if (left === right || right === defaultPlaceholder) return left;
  return left === defaultPlaceholder ? right : null;
}
