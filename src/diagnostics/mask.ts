// Keeps values of sensitive options out of messages.
import { isWithin, type Path } from "../kernel/path.ts";
import type { Diagnostic, RelatedPlace } from "./diagnostic.ts";
import { ConfixError, partialOf, withPartial } from "./errors.ts";

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
  const maskedError = new ConfixError(diagnostics, error.cause);
  const partial = partialOf(error);
  return partial === null ? maskedError : withPartial(maskedError, partial.value);
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

/** The diagnostic with the texts masked, among those that may show a value, of which `tells` is true. */
export function maskTexts(diagnostic: Diagnostic, tells: (text: string) => boolean): Diagnostic {
  const { related, edit, data } = diagnostic;
  const hideIf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(hideIf);
    return typeof value === "string" && tells(value) ? masked : value;
  };
  const shown = Object.entries(data).map(([name, value]) => [name, telling.has(name) ? hideIf(value) : value]);
  return Object.freeze({
    ...diagnostic,
    related: related.map((place) => (tells(place.message) ? maskPlace(place) : place)),
    edit: edit !== null && tells(edit.text) ? null : edit,
    data: Object.fromEntries(shown),
  });
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
