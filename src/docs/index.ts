// What the rest of Confix may take from the documentation of options.
export { optionAttrSetToDocList } from "./doc-list.ts";
export type { DocumentedOption, DocumentedText } from "./documented-option.ts";
export { renderOptionValue } from "./render-option-value.ts";
