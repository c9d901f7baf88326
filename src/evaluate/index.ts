// What the rest of Confix may take from the evaluator.
export { evalModules } from "./evaluation.ts";
