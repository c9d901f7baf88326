// Asks both sides whether a data module is right: the evaluator, and a validator with the schema of its configuration.
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { mkOption } from "../../../src/authoring/mk-option.ts";
import { configurationSchema } from "../../../src/docs/json-schema/configuration-schema.ts";
import { evalModules } from "../../../src/evaluate/index.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { dataModule } from "../../../src/host/data-module.ts";
import { isConfixError } from "../../../src/diagnostics/errors.ts";
import type { Evaluation, Output } from "../../../src/model/evaluation.ts";
import type { AnyOptionType } from "../../../src/model/option-type.ts";

/** The validator of a schema. Names of VS Code's are no keywords of JSON Schema. */
export function validatorOf(schema: object): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false });
  for (const name of ["markdownDescription", "deprecationMessage", "doNotSuggest"]) ajv.addKeyword(name);
  return ajv.compile(schema);
}

/** The schema of the configuration of modules, as a validator. */
export function schemaOf(...modules: readonly unknown[]): ValidateFunction {
  return validatorOf(configurationSchema(evalModules({ modules })));
}

/** Whether the evaluator takes a file that holds the data. What has no value because others are to define it is no fault. */
export function evaluates(modules: readonly unknown[], data: unknown): boolean {
  return isTaken(() => evaluationOf([...modules, fileOf(data)]).output({ checksAll: true, keepGoing: true }));
}

/** Whether the evaluator takes a file in which an option of a type is defined, for each of the values. */
export function evaluatesEach(type: AnyOptionType, values: readonly unknown[]): readonly boolean[] {
  const names = values.map((_, at) => `o${at}`);
  const options = Object.fromEntries(names.map((name) => [name, mkOption({ type })]));
  const data = Object.fromEntries(names.map((name, at) => [name, values[at]]));
  const evaluation = evaluationOf([{ options }, fileOf(data)]);
  return names.map((name) => isTaken(() => evaluation.output({ at: [name], checksAll: true, keepGoing: true })));
}

function evaluationOf(modules: readonly unknown[]): Evaluation {
  return evalModules({ modules });
}

function fileOf(data: unknown): object {
  return dataModule({ file: "/etc/data.json", format: "json", text: JSON.stringify(data) });
}

function isTaken(ask: () => Output): boolean {
  try {
    return areHarmless(ask().diagnostics);
  } catch (error) {
    if (isConfixError(error)) return areHarmless(error.diagnostics);
    throw error;
  }
}

function areHarmless(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ code, severity }) => severity !== "error" || harmless.has(code));
}

// What is said of a value that others are to give, that JSON cannot show, or of a file that is not there.
const harmless: ReadonlySet<string> = new Set(["missing-value", "no-json-form", "no-loader"]);
