// Writes unit files of systemd.
import type { UnitAtom, UnitSetting, UnitSettings } from "./unit-setting.ts";

/** One section of a unit file: `lines` as they are, then the settings. */
export interface UnitSection {
  readonly name: string;
  readonly lines?: readonly string[];
  readonly settings: UnitSettings;
}

/** The text of a unit file. Sections without any line are left out. */
export function renderUnit(sections: readonly UnitSection[]): string {
  const texts = sections.map(({ name, lines = [], settings }) => {
    const all = [...lines, ...Object.entries(settings).flatMap(([key, value]) => renderSetting(key, value))];
    return all.length === 0 ? "" : `[${name}]\n${all.join("\n")}\n`;
  });
  return texts.filter((text) => text !== "").join("\n");
}

function renderSetting(key: string, value: UnitSetting): readonly string[] {
  if (value === null) return [];
  const values: readonly UnitAtom[] = typeof value === "object" ? value : [value];
  return values.map((each) => `${key}=${String(each)}`);
}

/**
 * The lines that set environment variables to exactly these values; null leaves a variable out. systemd takes off the
 * quotes, resolves backslashes, then expands what begins with `%`.
 */
export function renderEnvironment(variables: Readonly<Record<string, string | number | null>>): readonly string[] {
  return Object.entries(variables).flatMap(([name, value]) =>
    value === null ? [] : [`Environment="${escapeQuoted(`${name}=${value}`)}"`],
  );
}

/**
 * The path of a program at the beginning of a setting such as `ExecStart`. A `$` stays as it is: systemd expands variables
 * only in the words behind the program.
 */
export function quoteExecutable(path: string): string {
  return /^[\w./:@$=,+-]+$/.test(path) ? path : `"${escapeQuoted(path)}"`;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ['"', '\\"'],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["%", "%%"],
]);

function escapeQuoted(text: string): string {
  return text.replaceAll(/[\\"\n\r\t%]/g, (character) => escapes.get(character) ?? character);
}
