// The configuration of an evaluation as a JSON Schema, for editors of data modules.
import type { Evaluation } from "../../model/evaluation.ts";
import { insideOf } from "../configuration/evaluation-inside.ts";
import { disabledModulesSchema, importsSchema } from "./module-forms.ts";
import type { SchemaObject } from "./schema.ts";
import { SchemaWriter } from "./schema-writer.ts";

export type { JsonSchema, SchemaObject } from "./schema.ts";

/**
 * The JSON Schema (2020-12) of what a data module of an evaluation may hold, as plain data with names sorted: what it
 * accepts the evaluator accepts, and nothing is required, as definitions are partial. It is wider, never narrower, where
 * a schema cannot say what counts: checks that people wrote (`addCheck`, types of their own, `coercedTo`, schemas that
 * offer no JSON Schema), regular expressions with the flag `i`, what several definitions come to together, and whether a
 * file that is named exists. Two things are refused that the evaluator may let pass: undeclared names
 * in a file that itself turns off `_module.check`, and a wrong value under `_module` that nobody reads.
 *
 * Options carry their description, default and example as far as these are plain data and no secrets; what fails is left
 * out. Options under an old name are `deprecated`; what is not for users is accepted, but not offered (`doNotSuggest`).
 */
export function configurationSchema(evaluation: Evaluation): SchemaObject {
  const writer = new SchemaWriter();
  const { properties, ...set } = writer.inside(insideOf(evaluation), [], null);
  const definitions = writer.definitions();
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Confix configuration",
    ...set,
    // In a data module these three are no definitions, even if options of their names exist.
    properties: {
      ...properties,
      $schema: { description: "The schema of this file, for editors." },
      imports: importsSchema,
      disabledModules: disabledModulesSchema,
    },
    ...(Object.keys(definitions).length > 0 && { $defs: definitions }),
  };
}
