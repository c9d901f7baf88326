// The neutral description of a case: modules as data, which are written both as Nix and as TypeScript.

/** Data without parts. */
export type Scalar = null | boolean | number | string;

export type Path = readonly string[];

/** What a module writes as a definition or a default. */
export type Expression =
  | {
      readonly is: "scalar";
      readonly value: Scalar;
      /** Whether it stands, by mistake, where definitions by name of option should. */
      readonly isOptions?: boolean;
    }
  | { readonly is: "list"; readonly items: readonly Expression[] }
  | {
      readonly is: "set";
      readonly entries: readonly (readonly [name: string, value: Expression])[];
      /** Whether it holds definitions by name of option, and is no value itself. */
      readonly isOptions?: boolean;
    }
  | { readonly is: "if"; readonly condition: Code; readonly content: Expression }
  | { readonly is: "merge"; readonly contents: readonly Expression[] }
  | { readonly is: "override"; readonly priority: number; readonly content: Expression }
  | { readonly is: "order"; readonly priority: number; readonly content: Expression }
  | { readonly is: "definition"; readonly file: string; readonly content: Expression }
  // Definitions that a module gives only if some module declares an option at the path.
  | { readonly is: "where"; readonly path: Path; readonly content: Expression }
  // Computed when needed, from what the module's arguments hold.
  | { readonly is: "computed"; readonly code: Code }
  // A module with arguments of its own, as the definition of a submodule.
  | { readonly is: "module"; readonly module: ModuleDescription }
  // A function of one number, as the definition of an option of type functionTo.
  | { readonly is: "function"; readonly body: Expression };

/** What is computed. */
export type Code =
  | { readonly code: "value"; readonly value: Expression }
  | { readonly code: "config"; readonly path: Path }
  | { readonly code: "argument"; readonly name: string }
  // The argument of the function around it.
  | { readonly code: "parameter" }
  | { readonly code: "operation"; readonly name: OperationName; readonly operands: readonly Code[] }
  // A member that may be absent; without `otherwise`, that is a mistake.
  | { readonly code: "member"; readonly of: Code; readonly name: string; readonly otherwise: Code | null }
  | { readonly code: "has"; readonly of: Code; readonly name: string }
  | { readonly code: "choice"; readonly condition: Code; readonly accepted: Code; readonly otherwise: Code }
  | { readonly code: "state"; readonly path: Path; readonly attribute: StateAttribute }
  // What is defined of another option, with or without its priority; or a definition made of its value.
  | { readonly code: "alias"; readonly path: Path; readonly how: "definitions" | "priority" | "value" }
  | { readonly code: "throw"; readonly message: string };

/** What a module may ask of the state of an option. */
export type StateAttribute = "isDefined" | "highestPrio" | "value" | "definitions" | "files" | "declarations";

export type OperationName =
  | "add"
  | "concatenate"
  | "append"
  | "length"
  | "not"
  | "and"
  | "equal"
  | "less"
  | "toText"
  | "join"
  | "names";

/** An option type. */
export type TypeDescription =
  | { readonly type: "plain"; readonly name: PlainTypeName }
  | { readonly type: "between"; readonly lowest: number; readonly highest: number }
  | { readonly type: "separatedString"; readonly separator: string }
  | { readonly type: "strMatching"; readonly pattern: string }
  | { readonly type: "enum"; readonly values: readonly Scalar[] }
  | {
      readonly type: WrapperTypeName;
      readonly of: TypeDescription;
      /** Whether a list is computed with all its elements when it is read; for Nix, which does not do so by itself. */
      readonly isAtOnce?: boolean;
    }
  | { readonly type: "addCheck"; readonly of: TypeDescription; readonly check: CheckName }
  | { readonly type: "either"; readonly arms: readonly [TypeDescription, TypeDescription] }
  | { readonly type: "oneOf"; readonly arms: readonly TypeDescription[] }
  | { readonly type: "coercedTo"; readonly coercion: CoercionName }
  | { readonly type: "attrTag"; readonly tags: readonly (readonly [tag: string, option: OptionDescription])[] }
  | { readonly type: "deferredModule"; readonly level: LevelDescription }
  | SubmoduleDescription;

/** A submodule. */
export interface SubmoduleDescription {
  readonly type: "submodule";
  readonly level: LevelDescription;
  /** Whether a set that defines it holds definitions only, or is a module. */
  readonly isShorthand: boolean;
  /** What only `submoduleWith` takes. */
  readonly more: {
    readonly class: string | null;
    readonly description: string | null;
    readonly specialArgs: readonly (readonly [name: string, value: Scalar])[];
  } | null;
}

export type PlainTypeName =
  | "int"
  | "str"
  | "bool"
  | "float"
  | "number"
  | "path"
  | "lines"
  | "commas"
  | "raw"
  | "anything"
  | "attrs"
  | "unspecified"
  | "boolByOr"
  | "nonEmptyStr"
  | "singleLineStr"
  | "json"
  | "port"
  | "ints.u8"
  | "ints.u16"
  | "ints.u32"
  | "ints.s8"
  | "ints.s16"
  | "ints.s32"
  | "ints.positive"
  | "ints.unsigned"
  | "numbers.positive"
  | "numbers.nonnegative";

export type WrapperTypeName =
  | "listOf"
  | "nonEmptyListOf"
  | "attrsOf"
  | "lazyAttrsOf"
  | "attrsWith"
  | "lazyAttrsWith"
  | "nullOr"
  | "uniq"
  | "unique"
  | "attrListOf"
  | "passwdEntry"
  | "functionTo";

export type CoercionName = "int-to-str" | "str-to-list" | "bool-to-int" | "str-to-set";

export type CheckName = "positive" | "not empty" | "anything" | "without a";

/**
 * What `apply` makes of a value: the same; always 5; a set around it; its length; how many assertions in it fail; what the function gives for 3; the
 * configuration of the deferred module.
 */
export type ApplyName = "same" | "constant" | "wrapped" | "counted" | "failing" | "called" | "evaluated";

/** The declaration of an option. */
export interface OptionDescription {
  readonly type: TypeDescription | null;
  readonly default: Expression | null;
  readonly apply: ApplyName | null;
  readonly description: string | null;
  readonly isReadOnly: boolean;
  /** Whether the type stays as it is when it meets an equal one; for Nix, whose types do not all do so. */
  readonly keepsType?: boolean;
  readonly internal: boolean | null;
  readonly visible: boolean | "shallow" | "transparent" | null;
}

/** An option as the generator plans with it: what all declarations come to. */
export interface PlannedOption {
  readonly path: Path;
  readonly type: TypeDescription;
  readonly isReadOnly: boolean;
  /** Whether reading it gives a value of its type. */
  readonly isReadable: boolean;
  /** Whether what is defined is data, in which nothing is computed; absent: it is not. */
  readonly isData?: boolean;
  /** How many of the options before it its definitions may not read, because they end elsewhere. */
  readonly standsFor: number;
}

/** A module made by one of the functions that rename options. */
export type RenameDescription =
  | { readonly rename: "renamed" | "alias" | "changed" | "weak" | "dated"; readonly from: Path; readonly to: Path }
  | { readonly rename: "merged"; readonly from: readonly [Path, Path]; readonly to: Path }
  | { readonly rename: "removed"; readonly from: Path };

/** A module that is imported, perhaps only where a special argument is true. */
export interface ImportDescription {
  readonly id: string;
  readonly argument: string | null;
}

/** A module to leave out: by its key, by a set that has its key, by the last part of it, or the file of a module by its path. */
export type DisabledDescription =
  | { readonly key: string; readonly how: "key" | "set" | "short" }
  | { readonly id: string; readonly how: "file" };

/** One module. */
export interface ModuleDescription {
  /** Unique in the case; also the file that the module says it stands in. */
  readonly id: string;
  readonly key: string | null;
  /** Whether TypeScript tells the module by its identity, where Nix needs the key. */
  readonly isKeyHidden: boolean;
  readonly class: string | null;
  /** How it is written in TypeScript; Nix has only one way. */
  readonly form: "object" | "function" | "defined";
  /** Whether it stands in a file of its own, and is named by its path. */
  readonly isFile: boolean;
  /** Whether it is written without `config` and `options`, where it declares none. */
  readonly isShort: boolean;
  readonly imports: readonly ImportDescription[];
  readonly disabled: readonly DisabledDescription[];
  readonly renames: readonly RenameDescription[];
  readonly options: readonly (readonly [path: Path, option: OptionDescription])[];
  readonly config: Expression | null;
  readonly freeform: TypeDescription | null;
}

/** Modules that are evaluated together. */
export interface LevelDescription {
  readonly modules: readonly ModuleDescription[];
  readonly roots: readonly string[];
  /** What the generator plans with; not written. */
  readonly plan: { readonly options: readonly PlannedOption[]; readonly freeform: TypeDescription | null };
}

/** A case. */
export interface CaseDescription {
  readonly level: LevelDescription;
  readonly specialArgs: readonly (readonly [name: string, value: Scalar])[];
  readonly prefix: Path;
  readonly class: string | null;
  /** Roots that `extendModules` adds. */
  readonly extension: readonly string[];
}
