// Strings that are joined by colons, as in the environment variable PATH.
import type { OptionType } from "../model/option-type.ts";
import { separatedString } from "./separated-string.ts";

/** A string; several definitions are joined by a colon. */
export const envVar: OptionType<string> = separatedString(":");
