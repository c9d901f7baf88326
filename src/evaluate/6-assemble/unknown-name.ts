// Room 6: what is said of a name that is read and that nobody declares.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { Suggester } from "../../diagnostics/suggest.ts";
import type { Path } from "../../kernel/path.ts";

/** Fails because nobody declares a name that is read. */
export function unknownName(path: Path, name: string, declared: readonly string[]): never {
  const others = declared.filter((each) => each !== "_module");
  return fail(diagnostic("unknown-name", { path }, { name, ...new Suggester(others).tell(name) }));
}
