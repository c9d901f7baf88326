// Makes option types from a record of small functions, and fills in what most types share.
import { nearestName } from "../diagnostics/suggest.ts";
import type { Path } from "../kernel/path.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { leafBrand, typeBrand } from "../model/brands.ts";
import type { SettledDefinition } from "../model/definition.ts";
import type {
  AnyOptionType,
  DescriptionClass,
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
  return makeType(definition, false);
}

/**
 * Makes an option type that is a leaf: its `check` looks at the value and nothing else, and its `merge` gives a single
 * definition back unchanged.
 */
export function mkLeafType<T>(definition: TypeDefinition): OptionType<T> {
  return makeType(definition, true);
}

function makeType<T, I>(definition: TypeDefinition, isLeaf: boolean): OptionType<T, I> {
  const { description, descriptionClass, subModules, typeMerge, withSubModules, withNestedOptions } = definition;
  const { nestedTypes = {} } = definition;
  const check = definition.check ?? acceptAnything;
  const merge = definition.merge ?? mergeDefaultOption;
  const mergeOriginals = (other: AnyOptionType): AnyOptionType | null =>
    typeMerge === undefined ? mergeEqualNames(type, other) : typeMerge(type, other);
  const type: OptionType<T, I> = Object.freeze({
    [typeBrand]: true as const,
    ...(isLeaf && { [leafBrand]: { check, merge } }),
    get [originalType](): AnyOptionType {
      return type;
    },
    name: definition.name,
    get description(): string {
      return typeof description === "function" ? description() : (description ?? definition.name);
    },
    get descriptionClass(): DescriptionClass | null {
      return (typeof descriptionClass === "function" ? descriptionClass() : descriptionClass) ?? null;
    },
    check,
    explain: definition.explain ?? explainNothing,
    merge,
    emptyValue: definition.emptyValue ?? null,
    typeMerge(other: AnyOptionType): AnyOptionType | null {
      const self = calledType(this, type);
      if (self === other) return self;
      const merged = originalOf(other) === type ? type : mergeOriginals(other);
      return merged === null ? null : keepUpdatesOfBoth(merged, self, other);
    },
    functor: definition.functor ?? { name: definition.name, payload: null },
    get nestedTypes(): Readonly<Record<string, AnyOptionType>> {
      return typeof nestedTypes === "function" ? nestedTypes() : nestedTypes;
    },
    memberName: definition.memberName ?? null,
    get subModules(): readonly unknown[] | null {
      return subModules?.() ?? null;
    },
    withSubModules(modules: readonly unknown[]): AnyOptionType {
      return withSubModules === undefined
        ? calledType(this, type)
        : keepUpdates(withSubModules(type, modules), calledType(this, type));
    },
    withNestedOptions:
      withNestedOptions === undefined
        ? null
        : function extended(this: unknown, module: unknown): AnyOptionType {
            return keepUpdates(withNestedOptions(type, module), calledType(this, type));
          },
    submodule: definition.submodule ?? null,
    deprecationMessage: definition.deprecationMessage ?? null,
  });
  return type;
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

// What TypeScript finds, found again for those who write JavaScript.
function checkDefinition(definition: unknown): void {
  if (!isPlainObject(definition)) failArgument("mkOptionType", "it needs an object");
  if (typeof definition["name"] !== "string") failArgument("mkOptionType", "`name` must be a string");
  const kinds = new Map(Object.entries(attributes));
  for (const [attribute, value] of Object.entries(definition)) {
    const expected = kinds.get(attribute);
    if (expected === undefined) {
      const near = nearestName(attribute, [...kinds.keys()]);
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
