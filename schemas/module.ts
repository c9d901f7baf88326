// A module written as data: the names in a YAML, TOML or JSON file that are not definitions.
import * as z from "zod";

const priority = z
  .union([z.enum(["vm", "force", "imageMedia", "plain", "default", "optionDefault", "none"]), z.number()])
  .meta({ description: "The priority of all definitions in the file; lower numbers win, a plain definition has 100." });

const imported = z.union([z.string(), z.strictObject({ path: z.string(), priority }).readonly()]);

/** A data file as a module. Every other name is a definition, which the options of the configuration describe. */
export const moduleSchema: z.ZodType = z
  .looseObject({
    $schema: z.string().optional().meta({ description: "For editors." }),
    imports: z
      .array(imported)
      .readonly()
      .optional()
      .meta({ description: "Module files to import: paths relative to this file, or `confix/modules/…`." }),
    disabledModules: z
      .array(z.union([z.string(), z.strictObject({ key: z.string() }).readonly()]))
      .readonly()
      .optional()
      .meta({ description: "Modules to leave out. A path without `./` hangs off the shipped modules." }),
  })
  .readonly()
  .meta({ title: "Confix module" });
