// The rows of the tables that pin what each code says.
import type { CatalogEntry } from "../../src/diagnostics/catalog/entry.ts";
import type { Path } from "../../src/kernel/path.ts";

/** What a code says about one example: its sentence, and what to do. */
export interface Example<D> {
  readonly path: Path | null;
  readonly data: D;
  readonly message: string;
  readonly help: string | null;
}

/** For each code of a table of the catalogue, examples of everything that it says in its own words. */
export type ExamplesOf<Entries> = {
  readonly [C in keyof Entries]: Entries[C] extends CatalogEntry<infer D> ? readonly Example<D>[] : never;
};
