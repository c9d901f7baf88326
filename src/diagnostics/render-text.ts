// A diagnostic as lines for a person: the sentence, where it is, the definitions it is about, and what to do.
import { showOrigin } from "../kernel/origin.ts";
import { showPath } from "../kernel/path.ts";
import { catalog } from "./catalog.ts";
import { type CatalogEntry, code, option } from "./catalog/entry.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { renderStack, type ShownStack } from "./render-stack.ts";

/** The sentence of a diagnostic. */
export function messageOf(diagnostic: Diagnostic): string {
  return entryOf(diagnostic).message(diagnostic.data, diagnostic.path ?? []);
}

/** What the reader can do about it, or null. */
export function helpOf(diagnostic: Diagnostic): string | null {
  return entryOf(diagnostic).help?.(diagnostic.data, diagnostic.path ?? []) ?? null;
}

// More are counted.
const mostHosts = 5;

/** The hosts of a fleet of which it was found, in words, or null. */
export function hostsOf({ hosts }: Diagnostic): string | null {
  if (hosts === undefined) return null;
  const named = hosts.slice(0, mostHosts).map(code).join(", ");
  if (hosts.length === 1) return `host ${named}`;
  const others = hosts.length - mostHosts;
  return `${hosts.length} hosts: ${named}${others > 0 ? ` and ${others} more` : ""}`;
}

/** The whole diagnostic as text without colour, without a final newline. */
export function renderText(diagnostic: Diagnostic): string {
  return renderWithFrame(diagnostic, []);
}

/** The same with the lines of the file around the place, as `renderFrame` makes them, and as much of a stack as is wanted. */
export function renderWithFrame(diagnostic: Diagnostic, frame: readonly string[], stack: ShownStack = "own"): string {
  const message = messageOf(diagnostic);
  const lines = indentRest(message, "  ");
  const { related } = diagnostic;
  const where = [placeOf(diagnostic), optionOf(diagnostic, message)].filter((part) => part !== null).join(", in ");
  if (where !== "") lines.push(`  at ${where}`);
  lines.push(...frame.map((line) => `  ${line}`));
  const hosts = hostsOf(diagnostic);
  if (hosts !== null) lines.push(`  on ${hosts}`);
  for (const { message: what, origin } of related) {
    lines.push(...indentRest(`  - in ${showOrigin(origin)}${what === "" ? "" : `: ${what}`}`, "    "));
  }
  lines.push(...renderStack(diagnostic, stack).map((line) => `  ${line}`));
  const help = helpOf(diagnostic);
  if (help !== null) lines.push(...indentRest(`  help: ${help}`, "  "));
  return lines.join("\n");
}

// Where the definitions are listed, the first of them is the place.
function placeOf({ origin, related }: Diagnostic): string | null {
  const place = origin === null ? null : showOrigin(origin);
  return related[0] !== undefined && showOrigin(related[0].origin) === place ? null : place;
}

// An option that the sentence does not speak of, but in which it happened.
function optionOf({ path }: Diagnostic, message: string): string | null {
  if (path === null || path.length === 0) return null;
  const named = option(path);
  // A sentence may also speak of something in it: "The option `services.wbe` …".
  return message.includes(named) || message.includes(`\`${showPath(path)}.`) ? null : named;
}

function indentRest(text: string, indent: string): string[] {
  return text.split("\n").map((line, at) => (at === 0 ? line : `${indent}${line}`));
}

// A diagnostic of another installed copy of Confix may have a code that this one does not know.
const foreign: CatalogEntry<Readonly<Record<string, unknown>>> = {
  severity: "error",
  message: () => "Another version of Confix reports something that this one does not know.",
  explanation: "",
};

function entryOf(diagnostic: Diagnostic): CatalogEntry<Readonly<Record<string, unknown>>> {
  if (!Object.hasOwn(catalog, diagnostic.code))
    return { ...foreign, help: () => `its code is ${code(diagnostic.code)}` };
  // The cast: a diagnostic is made by `diagnostic()` alone, which pairs each code with its own data.
  return catalog[diagnostic.code] as CatalogEntry<Readonly<Record<string, unknown>>>;
}
