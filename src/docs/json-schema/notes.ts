// What an option says of itself, in the words of JSON Schema and of the editors that read it.
import type { Option } from "../../model/option.ts";
import type { OptionState } from "../../model/option-state.ts";
import { defaultData, exampleData, type OptionFacts } from "../configuration/option-facts.ts";
import { type Json, plainJson } from "../configuration/plain-json.ts";
import { type JsonSchema, type SchemaObject, withNotes } from "./schema.ts";

/**
 * The notes on an option. `description` is its description, `markdownDescription` (an extension of VS Code) tells type and
 * default besides. `deprecationMessage` and `doNotSuggest` are extensions, too. With secrets, nothing is said of the value.
 */
export function notesOf(option: OptionState, facts: OptionFacts, hasSecrets: boolean): SchemaObject {
  const { description, deprecation, isReadOnly, isShown, isObsolete } = facts;
  const mayTell = !hasSecrets && !facts.isSensitive && !isObsolete;
  const value = isObsolete || facts.isSensitive ? undefined : defaultData(option);
  const example = mayTell ? exampleData(option) : undefined;
  const short = facts.removal ?? description;
  const markdown = markdownOf(facts, mayTell);
  return {
    ...(short !== null && { description: short }),
    ...(isShown && markdown !== "" && { markdownDescription: markdown }),
    ...(value !== undefined && (mayTell || isEmpty(value)) && { default: value }),
    ...(example !== undefined && { examples: [example] }),
    ...(deprecation !== null && { deprecated: true, deprecationMessage: deprecation }),
    ...(isReadOnly && { readOnly: true }),
    ...(!isShown && { doNotSuggest: true }),
  };
}

/** The schema of a tag of a union, with what the tag says of itself: it is the mere declaration of an option. */
export function notedTag(schema: JsonSchema, tag: Option<unknown, unknown>): JsonSchema {
  const { description, readOnly } = tag;
  if (readOnly === true && tag.default !== undefined) return false;
  const value = tag.sensitive === true ? undefined : plainJson(tag.default);
  return withNotes(schema, {
    ...(typeof description === "string" && { description }),
    ...(value !== undefined && { default: value }),
  });
}

function markdownOf({ description, typeText, defaultText }: OptionFacts, mayTell: boolean): string {
  return [
    ...(description === null ? [] : [description]),
    ...(typeText === null ? [] : [`Type: ${typeText.replaceAll(/[\\`*_<>[\]]/g, "\\$&")}`]),
    ...(defaultText === null || !mayTell ? [] : [`Default: ${defaultText}`]),
  ].join("\n\n");
}

// Nothing secret can be in it.
function isEmpty(value: Json): boolean {
  return value === null || (typeof value === "object" && Object.keys(value).length === 0);
}
