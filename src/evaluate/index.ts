// What the rest of Confix may take from the evaluator.
export type { DeclarationSite, ListedDeclaration, ListedOption, ListedOptions } from "./declaration-walk.ts";
export { sensitiveNames } from "./declaration-walk.ts";
export { listDeclarations } from "./declarations.ts";
export { evalModules, evaluateShared, updateFollowing } from "./evaluation.ts";
export { type InspectedDefinition, type InspectedOption, inspectEvaluation } from "./inspect.ts";
export { Sharing } from "./session.ts";
export { partsOf } from "./submodule-trail.ts";
