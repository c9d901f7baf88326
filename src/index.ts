// The public surface: browser-safe and synchronous. Explicit names, no others.
export {
  type AnyDefinition,
  type ConfigurableModule,
  type ConfigurableSubmodule,
  type ConfixConfig,
  type DatedRenameArguments,
  type DeclaredFunction,
  defaultOrderPriority,
  defaultOverridePriority,
  defineConfig,
  type DefinedOption,
  defineModule,
  defineSubmodule,
  doRename,
  type LintConfig,
  literalCode,
  literalExample,
  literalExpression,
  literalMD,
  mapDefinitionValue,
  mergeAttrDefinitionsWithPrio,
  type MergedAttribute,
  type MergedModule,
  mkAfter,
  mkAliasAndWrapDefinitions,
  mkAliasAndWrapDefsWithPriority,
  mkAliasDefinitions,
  mkAliasOptionModule,
  mkAssert,
  mkBefore,
  mkChangedOptionModule,
  mkDefault,
  mkDefinition,
  type MkDefinitionArguments,
  mkDerivedConfig,
  mkEnableOption,
  mkForce,
  mkIf,
  mkImageMediaOverride,
  mkMerge,
  mkMergedOptionModule,
  mkOption,
  mkOptionDefault,
  type MkOptionAttributes,
  mkOrder,
  mkOverride,
  mkPackageOption,
  type MkPackageOptionArguments,
  mkRemovedOptionModule,
  mkRenamedOptionModule,
  mkRenamedOptionModuleWith,
  mkSinkUndeclaredOptions,
  mkVMOverride,
  type ModuleAttributes,
  type OptionAt,
  type PackageSource,
  type RenameArguments,
  type RenameModule,
  setDefaultModuleLocation,
  setFunctionArgs,
} from "./authoring/index.ts";
export type { Diagnostic, RelatedPlace } from "./diagnostics/diagnostic.ts";
export type { DiagnosticCode } from "./diagnostics/catalog.ts";
export type { Severity } from "./diagnostics/severity.ts";
export { ConfixError, isConfixError } from "./diagnostics/errors.ts";
export { helpOf, messageOf, renderText } from "./diagnostics/render-text.ts";
export {
  type DocumentedCurrent,
  type DocumentedOption,
  type DocumentedPlace,
  type DocumentedText,
  documentOptions,
  type DocumentProblem,
  type DocumentRequest,
  optionAttrSetToDocList,
  optionsJson,
  type OptionsJson,
  type OptionsJsonEntry,
  type OptionsJsonFile,
  type OptionsJsonRequest,
  type PlacedOption,
  renderOptionValue,
} from "./docs/index.ts";
export { evalModules } from "./evaluate/index.ts";
export { lint, type LintRequest } from "./lint/index.ts";
export { type Origin, unknownFile as unknownModule } from "./kernel/origin.ts";
export { parsePath, type Path, showPath, showPath as showOption } from "./kernel/path.ts";
export type { EvalModulesArguments } from "./model/arguments.ts";
export type { Definition, ModuleArgs, SettledDefinition } from "./model/definition.ts";
export type { Evaluation, ExtendArguments, Output, OutputRequest, UpdateArguments } from "./model/evaluation.ts";
export type { Stats, Timed } from "./model/stats.ts";
export type { Counters } from "./kernel/counters.ts";
export type { LocatedDefinition, OptionState } from "./model/option-state.ts";
export type { Module, ModuleGraphNode, ModuleLoader, ModuleObject } from "./model/module.ts";
export {
  type Finding,
  isOption,
  type LiteralText,
  type Option,
  type OptionAttributes,
  type OptionTree,
} from "./model/option.ts";
export type { Property } from "./model/property.ts";
export {
  type AnyOptionType,
  type DescriptionClass,
  isOptionType,
  type Member,
  type MergeContext,
  type OptionType,
  type SubmoduleEvaluation,
  type SubmoduleParameters,
  type TypeBehaviour,
  type ValueMeta,
} from "./model/option-type.ts";
export type {
  AnyModule,
  Args,
  ConfigOf,
  ConfigOfModule,
  ConfigOfModules,
  Data,
  Def,
  Definitions,
  FreeformOptions,
  ImportedOptions,
  InputOf,
  InputOfModule,
  InputOfModules,
  Lazy,
  LazyTree,
  ModuleArguments,
  ModuleDef,
  ModuleInput,
  ModuleItem,
  Opened,
  OpenedInput,
  OptionsOf,
  OptionsOfObject,
  SubmoduleArgs,
  SubmoduleTreeArgs,
  TreeArgs,
  TreeDef,
  TypedModule,
  TypedOptionState,
  Untyped,
  UntypedArgs,
  ValueOf,
} from "./model/typed.ts";
export {
  type Abi,
  type AbiName,
  type Architectures,
  type CpuFamily,
  type CpuName,
  type CpuType,
  type DoubleListName,
  type Doubles,
  type Emulator,
  type ExampleName,
  type Examples,
  type ExecFormat,
  type Extensions,
  type GccSettings,
  type GoNames,
  type Kernel,
  type KernelFamily,
  type KernelFamilyName,
  type KernelName,
  type NimNames,
  type NodeNames,
  type ParsedSystem,
  type Platform,
  type PlatformExtras,
  type PlatformInput,
  type Predicate,
  type PredicateName,
  type Predicates,
  type RustcInput,
  type RustInput,
  type RustNames,
  type RustPlatform,
  type SignificantByte,
  type Systems,
  systems,
  type Uname,
  type Vendor,
  type VendorName,
} from "./systems/index.ts";
export { mkOptionType, type TypeDefinition } from "./types/define-type.ts";
export {
  getFiles,
  getValues,
  type GivenDefinition,
  showDefs,
  showFiles,
  showOptionWithDefLocs,
} from "./types/definition-lists.ts";
export {
  mergeDefaultOption,
  mergeEqualOption,
  mergeOneOption,
  type MergeStrategy,
  mergeUniqueOption,
} from "./types/merge-strategies.ts";
export { type Types, types } from "./types/types.ts";
export type { AttrListParameters, MergeAttrValues } from "./types/attr-list-of.ts";
export type { AttrsParameters } from "./types/attrs-of.ts";
export type { DeferredModule } from "./types/deferred-module.ts";
export type { FromSchemaOptions } from "./types/from-schema.ts";
export type { LuaInline } from "./types/lua-inline.ts";
export type { PackageObject } from "./types/package.ts";
export type { PathParameters } from "./types/path.ts";
export type { JsonValue, SerializableParameters, SerializableValue, TomlValue } from "./types/serializable-value.ts";
export type { SchemaIssue, SchemaResult, StandardSchema } from "./types/standard-schema.ts";
export type { SubmoduleArguments, SubmoduleConfig, SubmoduleInput } from "./types/submodule.ts";
export type { Tags } from "./types/tag-type.ts";
