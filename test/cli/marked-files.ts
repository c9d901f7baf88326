// Checks files in which places are marked.
import { confix, type World, writeFiles } from "./run.ts";

/** A place as the report shows it. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** A diagnostic as the report shows it. */
export interface Reported {
  readonly code: string;
  readonly path: readonly string[] | null;
  readonly origin: Place | null;
  readonly message: string;
  readonly help: string | null;
  readonly edit: { readonly origin: Place; readonly text: string } | null;
  readonly related: readonly { readonly message: string; readonly origin: Reported["origin"] }[];
}

/**
 * Checks files of which one has its places marked: `⟦…⟧` around what is to be reported, in the order of the text. Answers
 * what was reported, and where the marks are.
 */
export async function check(
  files: Readonly<Record<string, string>>,
  main: readonly string[],
  world: World = {},
): Promise<{ readonly found: readonly Reported[]; readonly marks: readonly string[] }> {
  const marks: string[] = [];
  const plain = Object.fromEntries(
    Object.entries(files).map(([name, text]) => {
      const parts = text.split(/[⟦⟧]/);
      let before = "";
      for (const [at, part] of parts.entries()) {
        const lines = before.split("\n");
        if (at % 2 === 1) marks.push(`${name}:${lines.length}:${(lines.at(-1) ?? "").length + 1}`);
        before += part;
      }
      return [name, parts.join("")];
    }),
  );
  const { stdout } = await confix(["check", ...main, "--error-format", "json"], { cwd: writeFiles(plain), ...world });
  // The cast: the report has its own test.
  return { found: (JSON.parse(stdout) as { diagnostics: readonly Reported[] }).diagnostics, marks };
}

/** `host.ts:3:7`. */
export function placeOf(origin: Reported["origin"]): string {
  const { file = "", line, column } = origin ?? {};
  return `${file.split("/").at(-1) ?? ""}:${String(line)}:${String(column)}`;
}
