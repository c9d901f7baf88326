// What writing the schema of a type needs of who writes the whole.
import type { OptionState } from "../../model/option-state.ts";
import type { AnyOptionType } from "../../model/option-type.ts";
import type { Inside } from "../configuration/evaluation-inside.ts";
import type { NamedParts } from "../configuration/named-parts.ts";
import type { Place } from "../configuration/place.ts";
import type { SetSchema } from "./module-forms.ts";
import type { JsonSchema, Reference } from "./schema.ts";
import type { Shape } from "./shape.ts";

/** What a schema is written with. */
export interface Writing {
  /** Parts that contain themselves. */
  readonly parts: NamedParts<JsonSchema>;
  /** What a type accepts. */
  shape(type: AnyOptionType, place: Place): Shape;
  /** The set of options of an evaluation; `around` is the option that it is a submodule of. */
  inside(inside: Inside, names: readonly string[], around: OptionState | null): SetSchema;
  /** Puts a schema under `$defs`. */
  define(name: string, schema: JsonSchema): Reference;
  /** Remembers that there is a secret in what is being written, so that no default around it is shown. */
  noteSecret(): void;
}

/** The reference to a definition: the JSON Pointer to it. */
export function referenceTo(name: string): string {
  return `#/$defs/${name}`;
}

/** What a definition for a place might be called. */
export function hintOf({ names }: Place): string {
  const name = names.at(-1) ?? "";
  return name.replaceAll(/[^A-Za-z0-9_-]+/g, "-").replaceAll(/^-|-$/g, "") || "part";
}
