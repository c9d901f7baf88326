// Tells of names that scripts import and that nobody exports: they are `undefined`, since no transformer asks.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { Suggester } from "../diagnostics/suggest.ts";
import { type Imported, missingExports } from "../source/missing-exports.ts";
import { originOf } from "../source/text-place.ts";
import { isRestricted } from "./access.ts";
import { importedScript, scriptParser, scriptText } from "./script-text.ts";

/** The names that are exported by what is no file to scripts, such as `confix`; null: something else is meant. */
export type NamesOf = (specifier: string) => readonly string[] | null;

/** A diagnostic for each such name in some scripts. To be asked where something is wrong: it parses them. */
export function describeMissingExports(files: Iterable<string>, namesOf: NamesOf): readonly Diagnostic[] {
  // The parser is native code.
  if (isRestricted()) return [];
  const imported: Imported = (specifier, from) => namesOf(specifier) ?? importedScript(specifier, from);
  return [...files].flatMap((file) => {
    const script = scriptText(file);
    const missing = script === null ? [] : missingExports(scriptParser(), script, imported);
    return missing.map(({ script: from, place, name, specifier, names }) => {
      const data = { name, specifier, from, ...new Suggester(names).tell(name) };
      return diagnostic("missing-export", { origin: originOf(from, place) }, data);
    });
  });
}
