// What the exit code of a command says.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../diagnostics/catalog.ts";

/** 0: all is well. 1: something is wrong in the configuration. 2: the command could not do its work. */
export type ExitCode = 0 | 1 | 2;

// The evaluation could not be put together: a file or what should be a module is missing or broken.
const brokenModules: ReadonlySet<DiagnosticCode> = new Set([
  "bad-default-export",
  "bad-encoding",
  "data-not-a-module",
  "data-not-representable",
  "duplicate-key",
  "file-not-found",
  "file-unreadable",
  "load-threw",
  "missing-export",
  "module-threw",
  "never-settles",
  "no-default-export",
  "no-loader",
  "no-result",
  "not-a-module",
  "out-of-memory",
  "package-not-found",
  "process-exit",
  "syntax-error",
  "top-level-await",
  "unhandled-error",
  "unknown-base",
  "unsupported-file",
  "worker-ended",
]);

/** The exit code for what an evaluation found; warnings do not count. */
export function exitCodeFor(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.some(({ code }) => brokenModules.has(code))) return 2;
  return errors.length > 0 ? 1 : 0;
}
