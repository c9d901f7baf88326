// The configuration of the tool: what `confix.config.*` holds.
import * as z from "zod";

/** What the document holds. `ConfixConfig`, which `defineConfig` takes, is the same without zod; a test compares them. */
export interface ConfigDocument {
  readonly $schema?: string | undefined;
  readonly modules?: readonly (string | object)[] | undefined;
  readonly specialArgs?: Readonly<Record<string, unknown>> | undefined;
  readonly extends?: string | readonly string[] | undefined;
  readonly lint?: LintDocument | undefined;
}

/** Which rules `confix lint` applies. */
export interface LintDocument {
  readonly preset?: string | undefined;
  readonly rules?: Readonly<Record<string, "off" | "warn" | "error">> | undefined;
}

const module: z.ZodType<string | object> = z
  .custom<string | object>(isModule, { error: "expected a path or a module" })
  // What JSON can say of it; a script may also hand over functions.
  .meta({ type: ["string", "object"] });

const lint = z.strictObject({
  preset: z.string().optional().meta({ description: "The set of rules to start from." }),
  rules: z
    .record(z.string(), z.enum(["off", "warn", "error"]))
    .readonly()
    .optional()
    .meta({ description: "Single rules by name, over what the preset says." }),
});

/** `confix.config.*`. Unknown keys are errors. */
export const configSchema: z.ZodType<ConfigDocument> = z
  .strictObject({
    $schema: z.string().optional().meta({ description: "For editors." }),
    modules: z
      .array(module)
      .readonly()
      .optional()
      .meta({ description: "The modules to evaluate when the command line names none: paths, relative to this file." }),
    specialArgs: z
      .record(z.string(), z.unknown())
      .readonly()
      .optional()
      .meta({ description: "Arguments for modules that are known while modules are collected." }),
    extends: z
      .union([z.string(), z.array(z.string()).readonly()])
      .optional()
      .meta({ description: "Configuration files that this one builds on. Theirs comes first, this one's own wins." }),
    lint: lint.readonly().optional().meta({ description: "What `confix lint` checks." }),
  })
  .readonly()
  .meta({ title: "Configuration of Confix" });

function isModule(value: unknown): boolean {
  if (typeof value === "string" || typeof value === "function") return true;
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
