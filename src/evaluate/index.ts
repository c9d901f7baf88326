// What the rest of Confix may take from the evaluator.
export {
  type DeclarationSite,
  type ListedDeclaration,
  type ListedOption,
  type ListedOptions,
  listDeclarations,
} from "./declarations.ts";
export { evalModules } from "./evaluation.ts";
export { type InspectedDefinition, type InspectedOption, inspectEvaluation } from "./inspect.ts";
export { writtenModule } from "./submodule-trail.ts";
