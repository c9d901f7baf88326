// Diagnostics as the published JSON document: for tools.
import type { Origin } from "../kernel/origin.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Severity } from "./severity.ts";
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
}

/** What `--error-format json` prints; `schemas/diagnostics.json` describes it. */
export interface JsonDiagnostics {
  readonly formatVersion: 1;
  readonly diagnostics: readonly JsonDiagnostic[];
}

/** The document for these diagnostics, in their order. */
export function renderJson(diagnostics: readonly Diagnostic[]): JsonDiagnostics {
  return { formatVersion: 1, diagnostics: diagnostics.map(toJson) };
}

function toJson(diagnostic: Diagnostic): JsonDiagnostic {
  const { code, severity, path, origin, related, edit } = diagnostic;
  return {
    code,
    severity,
    message: messageOf(diagnostic),
    path,
    origin: origin === null ? null : originToJson(origin),
    related: related.map((each) => ({ message: each.message, origin: originToJson(each.origin) })),
    help: helpOf(diagnostic),
    edit: edit === null ? null : { origin: originToJson(edit.origin), text: edit.text },
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
