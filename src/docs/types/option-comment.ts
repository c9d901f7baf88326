// What the comment above a name in the configuration says.
import type { OptionState } from "../../model/option-state.ts";
import { defaultData, type OptionFacts } from "../configuration/option-facts.ts";

/** The lines: the description, and what tools know to show. */
export function commentOf(option: OptionState, facts: OptionFacts): readonly string[] {
  const { description, deprecation, isObsolete, isSensitive, isShown } = facts;
  const value = isObsolete || isSensitive ? undefined : defaultData(option);
  const text = JSON.stringify(value);
  // What is longer nobody reads in a comment, and what has members may hold a secret further down.
  const isShort = text !== undefined && text.length <= 60 && (typeof value !== "object" || text.length <= 4);
  return [
    ...(description === null ? [] : linesOf(description)),
    ...(isShort ? [`@default ${text}`] : []),
    ...(deprecation === null ? [] : [`@deprecated ${linesOf(deprecation).join(" ")}`]),
    ...(isShown || isObsolete ? [] : ["@internal"]),
  ];
}

/** The lines of a text that people wrote, none of which is a tag. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.replace(/^(\s*)@/, "$1\\@"));
}
