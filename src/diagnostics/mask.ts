// Keeps values of sensitive options out of messages.
import { isWithin, type Path } from "../kernel/path.ts";
import type { Diagnostic, RelatedPlace } from "./diagnostic.ts";
import { type ConfixError, withDiagnostics } from "./errors.ts";

/** Stands for a value that must not be shown. */
export const masked = "‹sensitive›";

// What is said of a place without showing a value.
const harmless: ReadonlySet<string> = new Set(["", "does not apply", "declared here", "thrown here"]);
// Members of data that may hold a value, or words about it.
const telling: ReadonlySet<string> = new Set(["detail", "found", "got", "value", "values"]);

/** The error with the values masked in everything that is about the option at `path`, or something inside it. */
export function maskValues(error: ConfixError, path: Path): ConfixError {
  const diagnostics = error.diagnostics.map((each) =>
    each.path !== null && isWithin(each.path, path) ? mask(each) : each,
  );
  return withDiagnostics(error, diagnostics);
}

function mask(diagnostic: Diagnostic): Diagnostic {
  const data = Object.entries(diagnostic.data).map(([name, value]) => [name, telling.has(name) ? hide(value) : value]);
  return Object.freeze({
    ...diagnostic,
    related: diagnostic.related.map(maskPlace),
    edit: null,
    data: { ...Object.fromEntries(data), [mark]: true },
  });
}

/** The diagnostic about a name without the values that stand under it; a change of the name may be shown. */
export function maskMisspelt(diagnostic: Diagnostic): Diagnostic {
  return Object.freeze({ ...mask(diagnostic), edit: diagnostic.edit });
}

/** The names of which that is so. */
export function misspeltNames(diagnostics: readonly Diagnostic[]): readonly string[] {
  const names = diagnostics.filter((each) => isMasked(each) && each.code === "undeclared-option");
  return [...new Set(names.flatMap(({ path }) => path?.at(-1) ?? []))];
}

/** The diagnostic with the texts masked, among those that may show a value, of which `tellsOne` is true; the same if none is. */
export function maskTexts(diagnostic: Diagnostic, tellsOne: (text: string) => boolean): Diagnostic {
  const { related, edit, data } = diagnostic;
  let isTold = false;
  const tells = (text: string): boolean => {
    const isOne = tellsOne(text);
    isTold ||= isOne;
    return isOne;
  };
  const hideIf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(hideIf);
    return typeof value === "string" && tells(value) ? masked : value;
  };
  const shown = Object.entries(data).map(([name, value]) => [name, telling.has(name) ? hideIf(value) : value]);
  const hidden = {
    ...diagnostic,
    related: related.map((place) => (tells(place.message) ? maskPlace(place) : place)),
    edit: edit !== null && tells(edit.text) ? null : edit,
    data: Object.fromEntries(shown),
  };
  return isTold ? Object.freeze(hidden) : diagnostic;
}

/** A pattern for texts in which one of the names is given a value; null: there are no names. */
export function givesValueTo(names: readonly string[]): RegExp | null {
  const written = names.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  if (written.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}_$-])["']?(?:${written.join("|")})["']?\\s*[:=]`, "u");
}

/** Whether a diagnostic shows a set, which may hold anything. */
export function showsSet(diagnostic: Diagnostic): boolean {
  let isShown = false;
  maskTexts(diagnostic, (text) => {
    isShown ||= text.includes("{");
    return false;
  });
  return isShown;
}

const mark = "isMasked";

/** Whether values were taken out of a diagnostic; then the text at its place must not be shown either. */
export function isMasked({ data }: Diagnostic): boolean {
  return data[mark] === true;
}

function maskPlace({ message, origin }: RelatedPlace): RelatedPlace {
  return { message: harmless.has(message) ? message : masked, origin };
}

function hide(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hide);
  return typeof value === "string" ? masked : value;
}
