// Diagnostics as the published JSON document: for tools.
import type { Origin } from "../kernel/origin.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Severity } from "./severity.ts";
import { type ShownStack, shownFrames } from "./render-stack.ts";
import { helpOf, messageOf } from "./render-text.ts";

/** A place: lines and columns count from 1, columns in UTF-16 units; the end is behind the last character. */
export interface JsonOrigin {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** A change of the text at a place that would mend what is wrong. */
export interface JsonEdit {
  readonly origin: JsonOrigin;
  readonly text: string;
}

/** One diagnostic with its words. */
export interface JsonDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The option it is about; null: none. */
  readonly path: readonly string[] | null;
  /** The place to change; null: unknown. */
  readonly origin: JsonOrigin | null;
  readonly related: readonly { readonly message: string; readonly origin: JsonOrigin }[];
  readonly help: string | null;
  readonly edit: JsonEdit | null;
  /** Of a fleet: the hosts of which it was found. */
  readonly hosts?: readonly string[];
  /** The calls on the way to what a module threw, innermost first. */
  readonly stack?: readonly JsonCall[];
}

/** A call of a stack. */
export interface JsonCall {
  /** The function; null: it has no name, or the top of a module ran. */
  readonly name: string | null;
  readonly origin: JsonOrigin;
}

/** What `--error-format json` prints; `schemas/diagnostics.json` describes it. */
export interface JsonDiagnostics {
  readonly formatVersion: 1;
  readonly diagnostics: readonly JsonDiagnostic[];
}

/** The document for these diagnostics, in their order, with as much of their stacks as is wanted. */
export function renderJson(diagnostics: readonly Diagnostic[], stack: ShownStack = "own"): JsonDiagnostics {
  return { formatVersion: 1, diagnostics: diagnostics.map((each) => toJson(each, stack)) };
}

function toJson(diagnostic: Diagnostic, shown: ShownStack): JsonDiagnostic {
  const { code, severity, path, origin, related, edit, hosts } = diagnostic;
  const stack = shownFrames(diagnostic, shown).map((each) => ({ name: each.name, origin: originToJson(each.origin) }));
  return {
    code,
    severity,
    message: messageOf(diagnostic),
    path,
    origin: origin === null ? null : originToJson(origin),
    related: related.map((each) => ({ message: each.message, origin: originToJson(each.origin) })),
    help: helpOf(diagnostic),
    edit: edit === null ? null : { origin: originToJson(edit.origin), text: edit.text },
    ...(hosts !== undefined && { hosts }),
    ...(stack.length > 0 && { stack }),
  };
}

/** A place with nothing that is unknown about it. */
export function originToJson({ file, line, column, endLine, endColumn }: Origin): JsonOrigin {
  return {
    file,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  };
}
