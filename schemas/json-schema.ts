// The documents as JSON Schema, as they are committed beside them.
import * as z from "zod";
import { configSchema } from "./config.ts";
import { diagnosticsSchema } from "./diagnostics.ts";
import { moduleSchema } from "./module.ts";

/** The documents, by the name of their files. */
export const documents: Readonly<Record<string, z.ZodType>> = {
  config: configSchema,
  diagnostics: diagnosticsSchema,
  module: moduleSchema,
};

/** The text of a document's JSON Schema: what a file may hold before anything is filled in. */
export function jsonSchemaText(document: z.ZodType): string {
  const schema = z.toJSONSchema(document, {
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      // `readonly()` is about the values a program gets, not about files.
      delete jsonSchema.readOnly;
    },
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
