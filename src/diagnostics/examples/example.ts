// The shape of the example that `confix explain` and the documentation show for a code.
import type { DiagnosticCode } from "../catalog.ts";

/** Files by name. */
export type Files = Readonly<Record<string, string>>;

/** What somebody writes, and what they run then. */
export interface Attempt {
  readonly files?: Files;
  /** Shell commands, one a line, for what no text file can be: other encodings, folders that are missing. */
  readonly before?: string;
  /** What is run: one line of shell. Default: `confix eval` with the first of all files. */
  readonly command?: string;
}

/** The mistake that a code is about, as short as it can be understood. */
export interface CodeExample extends Attempt {
  readonly files: Files;
  /**
   * What to do instead. Its files take the place of those of the same name, the others stay; the command stays unless it
   * has its own.
   */
  readonly right: Attempt;
  /** What cannot but be reported with it. Default nothing. */
  readonly alongside?: readonly DiagnosticCode[];
  /**
   * Where the command has to run for the mistake to show. Default "anywhere". "own-process": the mistake is about a whole
   * process; "browser": there is no command, a program is run where no machine is known.
   */
  readonly runs?: "anywhere" | "own-process" | "browser";
}

/** An example for each code of a table of the catalogue. */
export type ExamplesFor<Entries> = { readonly [C in keyof Entries]: CodeExample };

/** The text of a file, without the indentation and the line ends that it has only where it stands in the source. */
export function text(parts: TemplateStringsArray): string {
  const lines = parts.join("").replace(/^\n/, "").replace(/\n *$/, "\n").split("\n");
  const indents = lines.filter((line) => line !== "").map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join("\n");
}
