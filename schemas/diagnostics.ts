// What commands found, as `--error-format json` writes it.
import * as z from "zod";

const count = z.int().min(1);

const origin = z
  .strictObject({
    file: z.string().meta({ description: "The absolute path, or a name for what is no file: `--set a.b`, `<stdin>`." }),
    line: count.optional().meta({ description: "From 1." }),
    column: count.optional().meta({ description: "From 1, in UTF-16 units." }),
    endLine: count.optional().meta({ description: "The line in which the place ends." }),
    endColumn: count.optional().meta({ description: "The column behind the last character." }),
  })
  .readonly()
  .meta({ description: "A place in a file, as far as it is known." });

const diagnostic = z
  .strictObject({
    code: z.string().meta({
      description: "What is wrong, for tools; `confix explain CODE` explains it. A rule of the linter is its own code.",
    }),
    severity: z.enum(["error", "warning"]),
    message: z.string().meta({ description: "One sentence. It may change between versions." }),
    path: z.array(z.string()).readonly().nullable().meta({ description: "The option it is about; null: none." }),
    origin: origin.nullable().meta({ description: "The place to change; null: unknown." }),
    related: z
      .array(z.strictObject({ message: z.string(), origin }).readonly())
      .readonly()
      .meta({ description: "Further places that have to do with it." }),
    help: z.string().nullable().meta({ description: "What to do; null: nothing is known to help." }),
    edit: z
      .strictObject({ origin, text: z.string() })
      .readonly()
      .nullable()
      .meta({ description: "A text to put at a place, which would mend it; null: none is known for sure." }),
    hosts: z
      .array(z.string())
      .readonly()
      .optional()
      .meta({ description: "Of `confix eval --fleet`: the hosts of which it was found." }),
    stack: z
      .array(
        z
          .strictObject({
            name: z
              .string()
              .nullable()
              .meta({ description: "The function; null: it has none, or is the top of a module." }),
            origin,
          })
          .readonly(),
      )
      .readonly()
      .optional()
      .meta({
        description:
          "Of what a module threw: the calls on the way to it, innermost first; those in its own code, with `--trace` all.",
      }),
  })
  .readonly();

/** The report. */
export const diagnosticsSchema: z.ZodType = z
  .strictObject({
    formatVersion: z.literal(1),
    diagnostics: z.array(diagnostic).readonly().meta({ description: "By file and line; those of a fleet by host." }),
  })
  .readonly()
  .meta({ title: "What Confix found" });
