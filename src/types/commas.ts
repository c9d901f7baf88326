// Strings that are joined by commas.
import type { OptionType } from "../model/option-type.ts";
import { separatedString } from "./separated-string.ts";

/** A string; several definitions are joined by a comma. */
export const commas: OptionType<string> = separatedString(",");
