// Calls files in diagnostics by other names than their paths.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../kernel/origin.ts";

/** The diagnostic with its files, also those that its words name, called as `nameOf` says. */
export function nameFiles(diagnostic: Diagnostic, nameOf: (file: string) => string): Diagnostic {
  const named = <O extends Origin>(origin: O): O => ({ ...origin, file: nameOf(origin.file) });
  const { origin, related, edit, data, stack } = diagnostic;
  return Object.freeze({
    ...diagnostic,
    origin: origin === null ? null : named(origin),
    related: related.map((each) => ({ ...each, origin: named(each.origin) })),
    edit: edit === null ? null : { ...edit, origin: named(edit.origin) },
    ...(stack && { stack: stack.map((each) => ({ ...each, origin: named(each.origin) })) }),
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, nameIn(value, nameOf)])),
  });
}

function nameIn(value: unknown, nameOf: (file: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => nameIn(each, nameOf));
  return typeof value === "string" ? nameOf(value) : value;
}
