// Writes what a command found, in the form that was asked for.
import { isAbsolute } from "node:path";
import { readFileSync } from "node:fs";
import picocolors from "picocolors";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isMasked } from "../diagnostics/mask.ts";
import { renderFrame } from "../diagnostics/render-frame.ts";
import { renderGithub } from "../diagnostics/render-github.ts";
import { renderWithFrame } from "../diagnostics/render-text.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import type { CliIo, TextOutput } from "./io.ts";
import { nameFiles } from "./name-files.ts";
import type { SecretNames } from "./secret-names.ts";
import { shortName } from "./short-name.ts";

/** The forms in which findings can be written. */
export const errorFormats = ["text", "json", "sarif", "github", "junit"] as const;
export type ErrorFormat = (typeof errorFormats)[number];

/** How to write findings. */
export interface FindingsRequest {
  readonly format: ErrorFormat;
  /** How many errors to write at most; null: all. Warnings are always written. */
  readonly maxErrors: number | null;
  /** The command, as reports name it: `confix check`. */
  readonly command: string;
  /** Whether lines of a file may be shown. Default: of every file. */
  readonly mayShow?: (file: string) => boolean;
  /** What must not be shown. Default: what diagnostics leave out by themselves. */
  readonly secrets?: SecretNames | null;
  /** How a file is called. Default: as its path. */
  readonly nameOf?: (file: string) => string;
  /** Whether text shows all of the stacks of what user code threw. Default: what is in user code. */
  readonly trace?: boolean;
}

/** Writes findings to a stream, by file and line. In the forms for tools there is a report also if nothing was found. */
export async function writeFindings(
  io: CliIo,
  stream: TextOutput,
  found: readonly Diagnostic[],
  request: FindingsRequest,
): Promise<void> {
  const { secrets = null } = request;
  const sorted = sortDiagnostics(secrets === null ? found : found.map((each) => secrets.hideIn(each)));
  const { shown, hidden } = limit(sorted, request.maxErrors);
  const text = await textOf(shown, io, stream, request);
  const more =
    hidden === 0 || request.format !== "text" ? "" : `… and ${hidden} more ${hidden === 1 ? "error" : "errors"}\n`;
  if (text + more !== "") await stream.write(text + more);
}

async function textOf(
  diagnostics: readonly Diagnostic[],
  io: CliIo,
  stream: TextOutput,
  request: FindingsRequest,
): Promise<string> {
  const { format, command, nameOf } = request;
  const named = nameOf === undefined ? diagnostics : diagnostics.map((each) => nameFiles(each, nameOf));
  if (format !== "text") {
    // Loaded when a program asks; people read text.
    const { reportFor } = await import("./report-for-tools.ts");
    return reportFor(format, named, { command, cwd: io.cwd });
  }
  const text = textFor(diagnostics, wantsColour(io, stream), request);
  // https://docs.github.com/actions/reference/variables-reference
  const isOnGithub = io.env["GITHUB_ACTIONS"] === "true";
  return isOnGithub ? text + renderGithub(named, (file) => shortName(file, io.cwd)) : text;
}

function textFor(
  diagnostics: readonly Diagnostic[],
  isColoured: boolean,
  { mayShow = () => true, nameOf, secrets = null, trace = false }: FindingsRequest,
): string {
  const { red, yellow, cyan, bold, dim } = picocolors.createColors(isColoured);
  const texts = new SourceTexts();
  return diagnostics
    .map((diagnostic) => {
      const { severity, code, origin } = diagnostic;
      const head = severity === "error" ? bold(red(severity)) : bold(yellow(severity));
      const isShown = origin !== null && !isMasked(diagnostic) && mayShow(origin.file);
      const lines = isShown ? texts.frame(origin) : null;
      const frame = lines === null || secrets === null ? lines : secrets.hideInFrame(lines);
      const text = renderWithFrame(
        nameOf === undefined ? diagnostic : nameFiles(diagnostic, nameOf),
        frame?.map((line) => (/^ *\|/.test(line) ? red(line) : dim(line))) ?? [],
        trace ? "all" : "own",
      );
      return `${head}${dim(`[${code}]`)}: ${text.replace(/^ {2}help:/m, (help) => cyan(help))}\n`;
    })
    .join(diagnostics.some(({ origin }) => origin?.line !== undefined) ? "\n" : "");
}

/** The texts of files, each read once. */
class SourceTexts {
  readonly #texts = new Map<string, string | null>();

  frame(origin: NonNullable<Diagnostic["origin"]>): readonly string[] | null {
    if (origin.line === undefined || !isAbsolute(origin.file)) return null;
    let text = this.#texts.get(origin.file);
    if (text === undefined) {
      text = readOrNull(origin.file);
      this.#texts.set(origin.file, text);
    }
    return text === null ? null : renderFrame(text, origin);
  }
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null; // It was there when it was loaded; that it is gone since is no finding.
  }
}

function limit(
  diagnostics: readonly Diagnostic[],
  maxErrors: number | null,
): { readonly shown: readonly Diagnostic[]; readonly hidden: number } {
  if (maxErrors === null) return { shown: diagnostics, hidden: 0 };
  let errors = 0;
  const shown = diagnostics.filter(({ severity }) => severity !== "error" || ++errors <= maxErrors);
  return { shown, hidden: diagnostics.length - shown.length };
}

/** NO_COLOR wins; see https://no-color.org and https://force-color.org: both count when they are not empty. */
export function wantsColour({ env }: CliIo, stream: TextOutput): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"] ?? "";
  if (forced !== "") return forced !== "0" && forced !== "false";
  return stream.isTerminal && env["TERM"] !== "dumb";
}
