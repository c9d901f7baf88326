// Diagnostics as workflow commands: GitHub shows them beside the lines they are about.
import type { Diagnostic } from "./diagnostic.ts";
import { helpOf, hostsOf, messageOf } from "./render-text.ts";

/**
 * One line for each diagnostic. `nameOf` gives the name of a file as GitHub knows it, relative to the repository. The
 * format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub(diagnostics: readonly Diagnostic[], nameOf: (file: string) => string): string {
  return diagnostics.map((diagnostic) => `${annotation(diagnostic, nameOf)}\n`).join("");
}

function annotation(diagnostic: Diagnostic, nameOf: (file: string) => string): string {
  const { code, severity, origin } = diagnostic;
  const place =
    origin === null
      ? []
      : ([
          ["file", nameOf(origin.file)],
          ["line", origin.line],
          ["endLine", origin.endLine],
          ["col", origin.column],
          ["endColumn", origin.endColumn],
        ] as const);
  const properties = [...place, ["title", code] as const]
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const [help, hosts] = [helpOf(diagnostic), hostsOf(diagnostic)];
  const parts = [
    messageOf(diagnostic),
    ...(hosts === null ? [] : [`on ${hosts}`]),
    ...(help === null ? [] : [`help: ${help}`]),
  ];
  const text = parts.join("\n");
  return `::${severity} ${properties.join(",")}::${escapeText(text)}`;
}

function escapeText(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
