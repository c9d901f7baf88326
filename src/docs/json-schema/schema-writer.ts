// Writes the schemas of options, of the sets they stand in, and of their types.
import { sortNames } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { isOptionState, type OptionState } from "../../model/option-state.ts";
import type { AnyOptionType } from "../../model/option-type.ts";
import type { Inside } from "../configuration/evaluation-inside.ts";
import { type OptionFacts, factsOf } from "../configuration/option-facts.ts";
import { anything, below, type Undeclared } from "../configuration/freeform.ts";
import { NamedParts } from "../configuration/named-parts.ts";
import { firstOption, type Place } from "../configuration/place.ts";
import type { SetSchema } from "./module-forms.ts";
import { notesOf } from "./notes.ts";
import { type JsonSchema, type Reference, withNotes } from "./schema.ts";
import type { Shape } from "./shape.ts";
import { reservedNames, shapeOf } from "./type-shape.ts";
import { referenceTo, type Writing } from "./writing.ts";

/** Writes schemas, and collects those that others refer to. */
export class SchemaWriter implements Writing {
  readonly parts: NamedParts<JsonSchema>;
  readonly #defined = new Map<string, JsonSchema>();
  // Names of definitions that are the same in many places, by their text.
  readonly #shared = new Map<string, string>();
  #secrets = 0;

  constructor() {
    this.parts = new NamedParts<JsonSchema>((name) => {
      // What is inside is not known before the part is finished.
      this.noteSecret();
      return { $ref: referenceTo(name) };
    }, reservedNames);
  }

  /** Everything under `$defs`, names sorted. */
  definitions(): Readonly<Record<string, JsonSchema>> {
    const all = new Map([...this.parts.defined, ...this.#defined]);
    return Object.fromEntries(sortNames(all.keys()).map((name) => [name, all.get(name) ?? true]));
  }

  define(name: string, schema: JsonSchema): Reference {
    this.#defined.set(name, schema);
    return { $ref: referenceTo(name) };
  }

  noteSecret(): void {
    this.#secrets += 1;
  }

  inside({ options, undeclared }: Inside, names: readonly string[], around: OptionState | null): SetSchema {
    return this.#set(options, undeclared, names, around);
  }

  #set(
    tree: Readonly<Record<string, unknown>>,
    undeclared: Undeclared,
    names: readonly string[],
    around: OptionState | null,
  ): SetSchema {
    const properties = sortNames(Object.keys(tree)).flatMap((name): readonly (readonly [string, JsonSchema])[] => {
      const schema = this.#member(tree[name], undeclared, [...names, name], around);
      return schema === null ? [] : [[name, schema]];
    });
    const others = this.#undeclared(undeclared, tree, names, around);
    return {
      type: "object",
      properties: Object.fromEntries(properties),
      ...(others !== true && { additionalProperties: others }),
    };
  }

  #member(
    member: unknown,
    undeclared: Undeclared,
    names: readonly string[],
    around: OptionState | null,
  ): JsonSchema | null {
    if (isOptionState(member)) return this.#option(member, names);
    if (!isPlainObject(member)) return null;
    if (names.at(-1) !== "_module") return this.#set(member, below(undeclared), names, around);
    // What modules say to the evaluator: the same everywhere, nobody's first thought, and read by name alone.
    const unread = undeclared.kind === "nothing" ? undeclared : anything;
    return { ...this.#share("_module", this.#set(member, unread, names, around)), doNotSuggest: true };
  }

  // A reference to a schema that stands under `$defs` once, however often it is needed.
  #share(hint: string, schema: JsonSchema): Reference {
    const text = JSON.stringify(schema);
    const name = this.#shared.get(text) ?? this.parts.free(hint);
    this.#shared.set(text, name);
    return this.define(name, schema);
  }

  #undeclared(
    undeclared: Undeclared,
    tree: Readonly<Record<string, unknown>>,
    names: readonly string[],
    around: OptionState | null,
  ): JsonSchema {
    if (undeclared.kind !== "type") return undeclared.kind === "anything";
    const option = around ?? firstOption(tree);
    return option === null ? true : this.shape(undeclared.type, { option, names }).full;
  }

  #option(option: OptionState, names: readonly string[]): JsonSchema {
    const facts = factsOf(option);
    const before = this.#secrets;
    const schema = this.#accepted(facts, { option, names });
    if (facts.isSensitive) this.noteSecret();
    return withNotes(schema, notesOf(option, facts, this.#secrets > before));
  }

  #accepted({ type, removal, isReadOnly, hasDefault, isObsolete }: OptionFacts, place: Place): JsonSchema {
    // One definition is all that such an option takes, and the default is one.
    if (removal !== null || (isReadOnly && hasDefault)) return false;
    if (type === null) return true;
    const { full } = this.shape(type, place);
    // The old name of a set of options: its type is for documentation, definitions go where they are checked.
    const isSet = isObsolete && type.submodule !== null && type.functor.name === "submodule";
    return isSet && isEmptySet(full) ? { type: "object" } : full;
  }

  shape(type: AnyOptionType, place: Place): Shape {
    return shapeOf(type, place, this);
  }
}

function isEmptySet(schema: JsonSchema): boolean {
  const properties = typeof schema === "boolean" ? null : schema["properties"];
  return isPlainObject(properties) && Object.keys(properties).every((name) => name === "_module");
}
