// The part of SARIF 2.1.0 that Confix writes, as the standard restricts it (sections 3.13 to 3.55): required members,
// allowed values, numbers from 1. Strict, so that a misspelt member is noticed.
import * as z from "zod";

const count = z.int().min(1);
const message = z.strictObject({ text: z.string() });
const region = z
  .strictObject({
    startLine: count,
    startColumn: count.optional(),
    endLine: count.optional(),
    endColumn: count.optional(),
  })
  .refine(({ startLine, endLine = startLine }) => endLine >= startLine, "the end is before the start");
// A URI reference: no space, no bare percent sign, no backslash.
const uri = z.string().regex(/^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/);
const artifactLocation = z.strictObject({ uri });
const physicalLocation = z.strictObject({ artifactLocation, region: region.optional() });
const location = z.strictObject({
  id: z.int().min(-1).optional(),
  physicalLocation: physicalLocation.optional(),
  logicalLocations: z
    .array(z.strictObject({ fullyQualifiedName: z.string(), kind: z.enum(["member", "function"]) }))
    .optional(),
  message: message.optional(),
});
const fix = z.strictObject({
  artifactChanges: z
    .array(
      z.strictObject({
        artifactLocation,
        replacements: z.array(z.strictObject({ deletedRegion: region, insertedContent: message })).min(1),
      }),
    )
    .min(1),
});
const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(-1),
  level: z.enum(["none", "note", "warning", "error"]),
  message,
  locations: z.array(location).min(1).optional(),
  relatedLocations: z.array(location).optional(),
  fixes: z.array(fix).optional(),
  stacks: z.array(z.strictObject({ frames: z.array(z.strictObject({ location })) })).optional(),
});
const rule = z.strictObject({ id: z.string().min(1), fullDescription: message.optional() });

/** A report of one run. */
export const sarifDocument: z.ZodType = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          version: z.string(),
          rules: z
            .array(rule)
            .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, "ids differ"),
        }),
      }),
      columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
      results: z.array(result),
    }),
  ),
});
