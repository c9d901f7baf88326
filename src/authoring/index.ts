// What modules are written with.
export { type ConfixConfig, defineConfig, type LintConfig } from "./define-config.ts";
export {
  type ConfigurableModule,
  type ConfigurableSubmodule,
  defineModule,
  defineSubmodule,
  type ModuleAttributes,
} from "./define-module.ts";
export {
  type AnyDefinition,
  type DefinedOption,
  mkAliasAndWrapDefinitions,
  mkAliasAndWrapDefsWithPriority,
  mkAliasDefinitions,
  mkDerivedConfig,
} from "./aliases.ts";
export { literalCode, literalExample, literalExpression, literalMD } from "./literal.ts";
export { mapDefinitionValue } from "./map-definition-value.ts";
export { type MergedAttribute, mergeAttrDefinitionsWithPrio } from "./merge-attr-definitions-with-prio.ts";
export { mkAssert } from "./mk-assert.ts";
export { mkDefinition, type MkDefinitionArguments } from "./mk-definition.ts";
export { mkEnableOption } from "./mk-enable-option.ts";
export { mkIf } from "./mk-if.ts";
export { mkMerge } from "./mk-merge.ts";
export { mkOption, type MkOptionAttributes } from "./mk-option.ts";
export { mkPackageOption, type MkPackageOptionArguments, type PackageSource } from "./mk-package-option.ts";
export { mkSinkUndeclaredOptions } from "./mk-sink-undeclared-options.ts";
export { defaultOrderPriority, mkAfter, mkBefore, mkOrder } from "./order.ts";
export {
  defaultOverridePriority,
  mkDefault,
  mkForce,
  mkImageMediaOverride,
  mkOptionDefault,
  mkOverride,
  mkVMOverride,
} from "./priorities.ts";
export {
  type DatedRenameArguments,
  doRename,
  mkAliasOptionModule,
  mkRenamedOptionModule,
  mkRenamedOptionModuleWith,
  type OptionAt,
  type RenameArguments,
  type RenameModule,
} from "./renames/do-rename.ts";
export { type MergedModule, mkChangedOptionModule, mkMergedOptionModule } from "./renames/mk-merged-option-module.ts";
export { mkRemovedOptionModule } from "./renames/mk-removed-option-module.ts";
export { setDefaultModuleLocation } from "./set-default-module-location.ts";
export { type DeclaredFunction, setFunctionArgs } from "./set-function-args.ts";
