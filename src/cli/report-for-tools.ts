// Findings in the forms that other programs read.
import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { renderGithub } from "../diagnostics/render-github.ts";
import { renderJson } from "../diagnostics/render-json.ts";
import { renderJunit } from "../diagnostics/render-junit.ts";
import { renderSarif } from "../diagnostics/render-sarif.ts";
import type { ShownStack } from "../diagnostics/render-stack.ts";
import { packageVersion } from "../host/package-root.ts";
import { jsonText } from "./json-text.ts";
import { shortName } from "./short-name.ts";
import type { ErrorFormat } from "./write-findings.ts";

/** The report with a final newline. `command` names what was done: `confix check`. */
export function reportFor(
  format: Exclude<ErrorFormat, "text">,
  diagnostics: readonly Diagnostic[],
  { command, cwd, stack }: { readonly command: string; readonly cwd: string; readonly stack: ShownStack },
): string {
  switch (format) {
    case "json":
      return `${jsonText(renderJson(diagnostics, stack), "indented")}\n`;
    case "sarif":
      return `${jsonText(sarif(diagnostics, cwd, stack), "indented")}\n`;
    case "github":
      return renderGithub(diagnostics, (file) => shortName(file, cwd));
    case "junit":
      return renderJunit(diagnostics, command);
  }
}

function sarif(diagnostics: readonly Diagnostic[], cwd: string, stack: ShownStack): object {
  return renderSarif(diagnostics, {
    stack,
    version: packageVersion(),
    uriOf: (file) => {
      if (!isAbsolute(file)) return encode(file);
      const short = shortName(file, cwd);
      return isAbsolute(short) ? pathToFileURL(file).href : short.split(sep).map(encode).join("/");
    },
  });
}

// What no encoding knows (half a character, which a module may name its file by) is replaced.
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, "\uFFFD"));
}
