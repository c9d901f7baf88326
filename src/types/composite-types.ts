// The types that are made of other types, or of modules.
export { addCheck } from "./add-check.ts";
export { anything } from "./anything.ts";
export { attrListOf, attrListWith } from "./attr-list-of.ts";
export { attrTag } from "./attr-tag.ts";
export { attrsOf, attrsWith, lazyAttrsOf } from "./attrs-of.ts";
export { coercedTo } from "./coerced-to.ts";
export { deferredModule, deferredModuleWith } from "./deferred-module.ts";
export { either, oneOf } from "./either.ts";
export { functionTo } from "./function-to.ts";
export { listOf, nonEmptyListOf } from "./list-of.ts";
export { loaOf } from "./loa-of.ts";
export { mergeTypes } from "./merge-types.ts";
export { nullOr } from "./null-or.ts";
export { optionDeclaration } from "./option-declaration.ts";
export { optionType } from "./option-type.ts";
export { submodule, submoduleWith } from "./submodule.ts";
export { uniq, unique } from "./unique.ts";
