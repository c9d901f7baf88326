// The catalogue of everything that can be wrong: code → severity, wording, explanation. One table for each theme.
import type { CatalogEntry } from "./catalog/entry.ts";
import { fileEntries } from "./catalog/files.ts";
import { lintEntries } from "./catalog/lint.ts";
import { moduleEntries } from "./catalog/modules.ts";
import { optionEntries } from "./catalog/options.ts";
import { systemEntries } from "./catalog/systems.ts";
import { valueEntries } from "./catalog/values.ts";

type Entries = typeof optionEntries &
  typeof valueEntries &
  typeof moduleEntries &
  typeof fileEntries &
  typeof systemEntries &
  typeof lintEntries;

/** Every code that a diagnostic can have. Codes are stable: tools may match on them. */
export type DiagnosticCode = keyof Entries;

/** The data that each code's wording needs. */
export type CatalogData = { readonly [C in DiagnosticCode]: Entries[C] extends CatalogEntry<infer D> ? D : never };

/** Code → entry. */
export const catalog: Entries = {
  ...optionEntries,
  ...valueEntries,
  ...moduleEntries,
  ...fileEntries,
  ...systemEntries,
  ...lintEntries,
};
