// What the rest of Confix may take from the documentation of options. Renderers are imported by those who render: they
// load what reads Markdown.
export { optionAttrSetToDocList } from "./doc-list.ts";
export type { DocumentedOption, DocumentedText } from "./documented-option.ts";
export type { DocumentedCurrent, DocumentedPlace, PlacedOption } from "./documented-place.ts";
export { documentOptions, type DocumentRequest, listOptions } from "./list-options.ts";
export type { DocumentProblem, ListedOption } from "./listed-option.ts";
export {
  optionsJson,
  type OptionsJson,
  type OptionsJsonEntry,
  type OptionsJsonFile,
  type OptionsJsonRequest,
} from "./render-json.ts";
export { renderOptionValue } from "./render-option-value.ts";
