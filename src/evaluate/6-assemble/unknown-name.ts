// Room 6: what is said of a name that is read and that nobody declares.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { Suggester } from "../../diagnostics/suggest.ts";
import type { Path } from "../../kernel/path.ts";

/** Fails because nobody declares a name that is read; `names` are those that do stand there. */
export function unknownName(path: Path, name: string, names: Suggester): never {
  return fail(diagnostic("unknown-name", { path }, { name, ...names.tell(name) }));
}

/** The declared names that somebody may have meant. Made once for a level: of names that are read in vain there may be many. */
export function namesToRead(declared: readonly string[]): Suggester {
  return new Suggester(declared.filter((each) => each !== "_module"));
}
