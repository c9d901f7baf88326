// Makes option types from a record of small functions, and fills in what most types share.
import { nearestName } from "../diagnostics/suggest.ts";
import type { Path } from "../kernel/path.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { leafBrand, typeBrand } from "../model/brands.ts";
import type { SettledDefinition } from "../model/definition.ts";
import type {
  AnyOptionType,
  DescriptionClass,
  Leaf,
  MergeContext,
  OptionType,
  SubmoduleParameters,
} from "../model/option-type.ts";
import { mergeDefaultOption } from "./merge-strategies.ts";
import { failArgument } from "./require-type.ts";
import { calledType, keepUpdates, keepUpdatesOfBoth, originalOf, originalType } from "./update-type.ts";

/** What a type is made of. Only `name` is required; the comment of each field states its default. */
export interface TypeDefinition {
  readonly name: string;
  /** Default: the name. May be computed, since describing a type that contains itself must not recurse when it is made. */
  readonly description?: string | (() => string);
  /** How the description is embedded. Default null: in parentheses. */
  readonly descriptionClass?: DescriptionClass | null | (() => DescriptionClass | null);
  /** Whether the outermost shape fits. Default: anything does. */
  readonly check?: (value: unknown) => boolean;
  /** Says more about why a value was refused. Default: nothing. */
  readonly explain?: (value: unknown) => string | null;
  /** Default: `mergeDefaultOption`, which joins lists and strings and takes one of anything else. */
  readonly merge?: (context: MergeContext, definitions: readonly SettledDefinition[]) => unknown;
  /** The value where nothing defines the option. Default: there is none. */
  readonly emptyValue?: ((context: MergeContext) => unknown) | null;
  /** The type of an option declared with this type and another. Default: a type agrees with itself alone. */
  readonly typeMerge?: (self: AnyOptionType, other: AnyOptionType) => AnyOptionType | null;
  /** What parameterises the type; two types of one `functor` name may merge. Default: the type's name, no payload. */
  readonly functor?: { readonly name: string; readonly payload: unknown };
  /** The types this one is made of. May be computed, for types that contain themselves. Default: none. */
  readonly nestedTypes?: Readonly<Record<string, AnyOptionType>> | (() => Readonly<Record<string, AnyOptionType>>);
  readonly memberName?: string | null;
  /** The modules of the submodules inside. May be computed, for types that contain themselves. Default: none. */
  readonly subModules?: () => readonly unknown[] | null;
  readonly withSubModules?: (self: AnyOptionType, modules: readonly unknown[]) => AnyOptionType;
  readonly withNestedOptions?: (self: AnyOptionType, module: unknown) => AnyOptionType;
  readonly submodule?: SubmoduleParameters;
  readonly deprecationMessage?: string | null;
}

/**
 * Makes an option type. `T` is what one reads from an option of the type, `I` what one may define; TypeScript takes the
 * caller's word for both. The result is frozen. It may be updated as a record, `{ ...type, description: "…" }`; what is
 * updated stays when the submodules inside are extended. Fails with `bad-type-argument` for a definition that makes no
 * sense.
 */
export function mkOptionType<T, I = T>(definition: TypeDefinition): OptionType<T, I> {
  checkDefinition(definition);
  return makeType(definition, null);
}

/**
 * Makes an option type that is a leaf: its `check` looks at the value and nothing else, and its `merge` gives a single
 * definition back unchanged.
 */
export function mkLeafType<T>(definition: TypeDefinition): OptionType<T> {
  return makeType(definition, { isAtomic: true });
}

/** Makes an option type that takes sets and lists as well, but whose `merge` gives a single atom back unchanged. */
export function mkTreeType<T>(definition: TypeDefinition): OptionType<T> {
  return makeType(definition, { isAtomic: false });
}

function makeType<T, I>(definition: TypeDefinition, leaf: Pick<Leaf, "isAtomic"> | null): OptionType<T, I> {
  const { typeMerge, withSubModules, withNestedOptions } = definition;
  const check = definition.check ?? acceptAnything;
  const merge = definition.merge ?? mergeDefaultOption;
  const type = {
    [typeBrand]: true as const,
    [leafBrand]: leaf === null ? undefined : { check, merge, ...leaf },
    [madeOf]: definition,
    [derivedFrom]: { type: null, known: null } as Derived,
    name: definition.name,
    check,
    explain: definition.explain ?? explainNothing,
    merge,
    emptyValue: definition.emptyValue ?? null,
    typeMerge(other: AnyOptionType): AnyOptionType | null {
      const self = calledType(this, made);
      if (self === other) return self;
      const merged = originalOf(other) === made ? made : mergeOriginals(typeMerge, made, other);
      return merged === null ? null : keepUpdatesOfBoth(merged, self, other);
    },
    functor: definition.functor ?? { name: definition.name, payload: null },
    memberName: definition.memberName ?? null,
    withSubModules(modules: readonly unknown[]): AnyOptionType {
      const self = calledType(this, made);
      return withSubModules === undefined ? self : keepUpdates(withSubModules(made, modules), self);
    },
    withNestedOptions:
      withNestedOptions === undefined
        ? null
        : function extended(this: unknown, module: unknown): AnyOptionType {
            return keepUpdates(withNestedOptions(made, module), calledType(this, made));
          },
    submodule: definition.submodule ?? null,
    deprecationMessage: definition.deprecationMessage ?? null,
  };
  // The cast: the parts that may be computed are added here.
  const made = Object.defineProperties(type, computedParts) as unknown as OptionType<T, I>;
  Object.defineProperty(made, originalType, { value: made, enumerable: true });
  type[derivedFrom].type = made;
  return Object.freeze(made);
}

/** On every type: types that were made of it. */
const derivedFrom: unique symbol = Symbol("confix.derived-from");

interface Derived {
  /** Whose it is: an update of a type copies it along, but of an update other types are made. */
  type: AnyOptionType | null;
  known: Map<string, AnyOptionType> | null;
}

/**
 * A type that is made of another one and nothing else, such as a list of it: the same each time. In large configurations
 * thousands of options are lists of strings.
 */
export function derivedType<T, I>(from: AnyOptionType, name: string, make: () => OptionType<T, I>): OptionType<T, I> {
  // The cast: types of another copy of Confix have no such part.
  const derived = (from as { readonly [derivedFrom]?: Derived })[derivedFrom];
  if (derived?.type !== from) return make();
  derived.known ??= new Map();
  // The cast: who asks for a name makes what is there.
  const known = derived.known.get(name) as OptionType<T, I> | undefined;
  const type = known ?? make();
  if (known === undefined) derived.known.set(name, type);
  return type;
}

/** On every type: what it is made of. An update copies it along. */
const madeOf: unique symbol = Symbol("confix.made-of");

interface Made {
  readonly [madeOf]: TypeDefinition;
}

/**
 * The parts of a type that may be computed when they are read. The functions are the same for all types: if each brought
 * its own, each type would be of a hidden class of its own, which is what most of its memory would go to.
 */
const computedParts: PropertyDescriptorMap = {
  description: {
    get(this: Made): string {
      const { description, name } = this[madeOf];
      return typeof description === "function" ? description() : (description ?? name);
    },
    enumerable: true,
  },
  descriptionClass: {
    get(this: Made): DescriptionClass | null {
      const { descriptionClass } = this[madeOf];
      return (typeof descriptionClass === "function" ? descriptionClass() : descriptionClass) ?? null;
    },
    enumerable: true,
  },
  nestedTypes: {
    get(this: Made): Readonly<Record<string, AnyOptionType>> {
      const { nestedTypes = {} } = this[madeOf];
      return typeof nestedTypes === "function" ? nestedTypes() : nestedTypes;
    },
    enumerable: true,
  },
  subModules: {
    get(this: Made): readonly unknown[] | null {
      return this[madeOf].subModules?.() ?? null;
    },
    enumerable: true,
  },
};

function mergeOriginals(
  typeMerge: TypeDefinition["typeMerge"],
  type: AnyOptionType,
  other: AnyOptionType,
): AnyOptionType | null {
  return typeMerge === undefined ? mergeEqualNames(type, other) : typeMerge(type, other);
}

const attributes: Readonly<Record<keyof TypeDefinition, readonly string[]>> = {
  name: ["string"],
  description: ["string", "function"],
  descriptionClass: ["string", "function"],
  check: ["function"],
  explain: ["function"],
  merge: ["function"],
  emptyValue: ["function"],
  typeMerge: ["function"],
  functor: ["object"],
  nestedTypes: ["object", "function"],
  memberName: ["string"],
  subModules: ["function"],
  withSubModules: ["function"],
  withNestedOptions: ["function"],
  submodule: ["object"],
  deprecationMessage: ["string"],
};

const kindsOf: Readonly<Record<string, readonly string[]>> = attributes;

// What TypeScript finds, found again for those who write JavaScript.
function checkDefinition(definition: unknown): void {
  if (!isPlainObject(definition)) failArgument("mkOptionType", "it needs an object");
  if (typeof definition["name"] !== "string") failArgument("mkOptionType", "`name` must be a string");
  for (const [attribute, value] of Object.entries(definition)) {
    const expected = Object.hasOwn(kindsOf, attribute) ? kindsOf[attribute] : undefined;
    if (expected === undefined) {
      const near = nearestName(attribute, Object.keys(attributes));
      const hint = near === null ? "" : `, did you mean \`${near}\`?`;
      failArgument("mkOptionType", `there is no attribute \`${attribute}\`${hint}`);
    }
    const isGiven = value !== undefined && value !== null;
    if (isGiven && !expected.includes(typeof value)) {
      failArgument("mkOptionType", `\`${attribute}\` must be a ${expected.join(" or a ")}`);
    }
  }
}

const acceptAnything = (): boolean => true;
const explainNothing = (): null => null;

// Confix's own types without parameters: there is nothing in which two of one name, of two installed copies, could differ.
const ownNames: ReadonlySet<string> = new Set([
  "anything",
  "attrs",
  "bool",
  "boolByOr",
  "float",
  "luaInline",
  "nixpkgs-config",
  "nonEmptyStr",
  "optionDeclaration",
  "optionType",
  "package",
  "packageSet",
  "raw",
  "singleLineStr",
  "str",
  "unspecified",
]);

function mergeEqualNames(type: AnyOptionType, other: AnyOptionType): AnyOptionType | null {
  const plain = type.functor.payload === null && other.functor.payload === null;
  return plain && type.functor.name === other.functor.name && ownNames.has(type.functor.name) ? type : null;
}

/** The path of a type's member in messages. */
export function memberPath(context: MergeContext, segment: string): Path {
  return [...context.path, segment];
}
