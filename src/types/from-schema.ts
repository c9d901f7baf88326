// Values that a schema of a validation library accepts.
import { describeValue } from "../kernel/describe-value.ts";
import { showName } from "../kernel/path.ts";
import { show } from "../kernel/show.ts";
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { mergeEqualOption } from "./merge-strategies.ts";
import { failArgument } from "./require-type.ts";
import { isStandardSchema } from "./standard-schema.ts";
import type { SchemaIssue, SchemaResult, StandardSchema } from "./standard-schema.ts";

/** How a type made of a schema is documented. */
export interface FromSchemaOptions {
  /** What a value is, as it stands in a sentence. Default `value that the <library> schema accepts`. */
  readonly description?: string;
}

/**
 * A value that `schema` accepts; it may come from zod, valibot, arktype or any library that follows Standard Schema. What
 * one reads is the schema's output, with its defaults and transformations; what one writes is its input. Several
 * definitions must be equal. The schema sees the whole value, so functions in it are data, not lazy values. Fails if
 * `schema` is no Standard Schema, or, when it is used, if it validates asynchronously. What a function in the schema throws
 * is reported as what any other function of a module throws.
 */
export function fromSchema<I, O>(
  schema: StandardSchema<I, O>,
  { description }: FromSchemaOptions = {},
): OptionType<O, I> {
  if (!isStandardSchema(schema)) {
    failArgument(
      "fromSchema",
      `a Standard Schema (https://standardschema.dev) with \`~standard\` is expected, but this is ${describeValue(schema)}`,
    );
  }
  return mkOptionType<O, I>({
    name: "fromSchema",
    description: description ?? `value that the ${schema["~standard"].vendor} schema accepts`,
    descriptionClass: "noun",
    check: (value) => validate(schema, value).issues === undefined,
    explain: (value) => explain(validate(schema, value).issues ?? []),
    merge: (context, definitions) => {
      const value = mergeEqualOption(context, definitions);
      const result = validate(schema, value);
      if (result.issues === undefined) return result.value;
      // Only a schema that answers differently each time gets here: `check` has seen the value.
      return failArgument(
        "fromSchema",
        `the schema accepted ${show(value)} and then refused it: ${explain(result.issues)}`,
      );
    },
    functor: { name: "fromSchema", payload: schema },
    typeMerge: (self, { functor }) => (functor.name === "fromSchema" && functor.payload === schema ? self : null),
  });
}

function validate<I, O>(schema: StandardSchema<I, O>, value: unknown): SchemaResult<O> {
  const result = schema["~standard"].validate(value);
  if (!("then" in result)) return result;
  // Nobody will look at what it comes to, and a rejection that nobody looks at ends the process.
  result.then(undefined, () => undefined);
  throwAgain(schema, value);
  return failArgument(
    "fromSchema",
    "the schema validates asynchronously, but values are computed synchronously; use one without asynchronous parts",
  );
}

// zod answers with a promise also where a function in the schema threw, of which the promise tells nobody in time. Its own
// method throws what was thrown, or a complaint that the schema is asynchronous.
function throwAgain(schema: object, value: unknown): void {
  // The cast: any object may be asked.
  const { parse } = schema as { readonly parse?: unknown };
  if (typeof parse !== "function") return;
  try {
    parse.call(schema, value);
  } catch (error) {
    const isComplaint = error instanceof Error && error.message.includes("parseAsync");
    if (!isComplaint) throw error;
  }
}

function explain(issues: readonly SchemaIssue[]): string | null {
  const sentences = issues.map(({ path = [], message }) => {
    const place = path.map((part) => showPart(typeof part === "object" ? part.key : part)).join("");
    const sentence = message.replace(/\.$/, "");
    return place === "" ? sentence : `\`${place.replace(/^\./, "")}\`: ${sentence}`;
  });
  return sentences.length === 0 ? null : sentences.join("; ");
}

function showPart(part: PropertyKey): string {
  return typeof part === "number" ? `[${part}]` : `.${showName(String(part))}`;
}
