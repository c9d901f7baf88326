// Writes what a command found, in the form that was asked for.
import picocolors from "picocolors";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isMasked, misspeltNames } from "../diagnostics/mask.ts";
import { renderGithub } from "../diagnostics/render-github.ts";
import type { ShownStack } from "../diagnostics/render-stack.ts";
import { renderWithFrame } from "../diagnostics/render-text.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import { withThrownColumns } from "../host/thrown-columns.ts";
import { countOf } from "./count-of.ts";
import type { CliIo, TextOutput } from "./io.ts";
import { nameFiles } from "./name-files.ts";
import type { SecretNames } from "./secret-names.ts";
import { shortName } from "./short-name.ts";
import { SourceFrames } from "./source-frames.ts";

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
  /** Whether all of the stacks is shown of what user code threw. Default: what is in user code. */
  readonly trace?: boolean;
  /** Whether they are in the order in which they are to be written. Default: they are ordered by file and line. */
  readonly isOrdered?: boolean;
}

/** Writes findings to a stream, by file and line. In the forms for tools there is a report also if nothing was found. */
export async function writeFindings(
  io: CliIo,
  stream: TextOutput,
  found: readonly Diagnostic[],
  request: FindingsRequest,
): Promise<void> {
  const { isOrdered = false, mayShow = (): boolean => true } = request;
  const secrets = await withMisspelt(request.secrets ?? null, found);
  const placed = found.map((each) => (mayShow(each.origin?.file ?? "") ? withThrownColumns(each) : each));
  const hiding = secrets === null ? placed : placed.map((each) => secrets.hideIn(each));
  const { shown, hidden } = limit(isOrdered ? hiding : sortDiagnostics(hiding), request.maxErrors);
  const text = await textOf(shown, io, stream, { ...request, secrets });
  const more = hidden === 0 || request.format !== "text" ? "" : `… and ${countOf(hidden, "more error")}\n`;
  if (text + more !== "") await stream.write(text + more);
}

// Secrets that stand under a name which is misspelt.
async function withMisspelt(secrets: SecretNames | null, found: readonly Diagnostic[]): Promise<SecretNames | null> {
  const names = misspeltNames(found);
  if (names.length === 0) return secrets;
  return secrets === null ? await namesToHide(names) : secrets.and(names);
}

/** What must not be shown, by the names of sensitive options; null: there are none. */
export async function namesToHide(names: readonly string[]): Promise<SecretNames | null> {
  if (names.length === 0) return null;
  // Loaded only then: it knows all formats of files.
  const { SecretNames: Names } = await import("./secret-names.ts");
  return new Names(names);
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
    return reportFor(format, named, { command, cwd: io.cwd, stack: shownStack(request) });
  }
  const text = textFor(diagnostics, wantsColour(io, stream), request);
  // https://docs.github.com/actions/reference/variables-reference
  const isOnGithub = io.env["GITHUB_ACTIONS"] === "true";
  return isOnGithub ? text + renderGithub(named, (file) => shortName(file, io.cwd)) : text;
}

function shownStack({ trace = false }: Pick<FindingsRequest, "trace">): ShownStack {
  return trace ? "all" : "own";
}

function textFor(
  diagnostics: readonly Diagnostic[],
  isColoured: boolean,
  { mayShow = () => true, nameOf, secrets = null, trace = false }: FindingsRequest,
): string {
  const { red, yellow, cyan, bold, dim } = picocolors.createColors(isColoured);
  const frames = new SourceFrames(secrets);
  return diagnostics
    .map((diagnostic) => {
      const { severity, code, origin } = diagnostic;
      const head = severity === "error" ? bold(red(severity)) : bold(yellow(severity));
      const isShown = origin !== null && !isMasked(diagnostic) && mayShow(origin.file);
      const frame = isShown ? frames.frame(origin) : null;
      const text = renderWithFrame(
        nameOf === undefined ? diagnostic : nameFiles(diagnostic, nameOf),
        frame?.map((line) => (/^ *\|/.test(line) ? red(line) : dim(line))) ?? [],
        shownStack({ trace }),
      );
      return `${head}${dim(`[${code}]`)}: ${text.replace(/^ {2}help:/m, (help) => cyan(help))}\n`;
    })
    .join(diagnostics.some(({ origin }) => origin?.line !== undefined) ? "\n" : "");
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
