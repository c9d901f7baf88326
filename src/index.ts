// The public surface: browser-safe and synchronous. Explicit names, no others.
export {
  type AnyDefinition,
  type ConfigurableModule,
  type ConfigurableSubmodule,
  type ConfixConfig,
  type DatedRenameArguments,
  defineConfig,
  type DefinedOption,
  defineModule,
  defineSubmodule,
  doRename,
  type LintConfig,
  literalExample,
  literalExpression,
  literalMD,
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
} from "./authoring/index.ts";
export type { Diagnostic, RelatedPlace } from "./diagnostics/diagnostic.ts";
export type { DiagnosticCode } from "./diagnostics/catalog.ts";
export type { Severity } from "./diagnostics/severity.ts";
export { ConfixError, isConfixError } from "./diagnostics/errors.ts";
export { helpOf, messageOf, renderText } from "./diagnostics/render-text.ts";
export { evalModules } from "./evaluate/index.ts";
export type { Origin } from "./kernel/origin.ts";
export { parsePath, type Path, showPath } from "./kernel/path.ts";
export type { EvalModulesArguments } from "./model/arguments.ts";
export type { Definition, ModuleArgs, SettledDefinition } from "./model/definition.ts";
export type { Evaluation, ExtendArguments, Output, OutputRequest } from "./model/evaluation.ts";
export type { LocatedDefinition, OptionState } from "./model/option-state.ts";
export type { Module, ModuleGraphNode, ModuleLoader, ModuleObject } from "./model/module.ts";
export type { Finding, LiteralText, Option, OptionAttributes, OptionTree } from "./model/option.ts";
export type { Property } from "./model/property.ts";
export type { AnyOptionType, Member, MergeContext, OptionType } from "./model/option-type.ts";
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
  ModuleInput,
  ModuleItem,
  OptionsOf,
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
  type Emulator,
  type ParsedSystem,
  type Platform,
  type PlatformInput,
  type Systems,
  systems,
} from "./systems/index.ts";
export { mkOptionType, type TypeDefinition } from "./types/define-type.ts";
export { types } from "./types/types.ts";
export type { DeferredModule } from "./types/deferred-module.ts";
export type { PackageObject } from "./types/package.ts";
export type { JsonValue, TomlValue } from "./types/serializable-value.ts";
