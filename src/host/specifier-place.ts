// Where a script says what it imports.
import type { Origin } from "../kernel/origin.ts";
import { originOf, TextLines } from "../source/text-place.ts";
import { scriptText } from "./script-text.ts";

/** Where a script names what it imports, if it does so once; else the script. */
export function placeOfSpecifier(script: string, specifier: string): Origin {
  const text = scriptText(script)?.text ?? "";
  const found = [`"${specifier}"`, `'${specifier}'`].flatMap((quoted) => occurrences(text, quoted));
  const [start, ...others] = found;
  if (start === undefined || others.length > 0) return { file: script };
  return originOf(script, new TextLines(text).place({ start, end: start + specifier.length + 2 }));
}

function occurrences(text: string, part: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}
