// Strings that are joined by line breaks.
import type { OptionType } from "../model/option-type.ts";
import { separatedString } from "./separated-string.ts";

/** A string; several definitions are joined by a line break. */
export const lines: OptionType<string> = separatedString("\n");
