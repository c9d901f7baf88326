// Changes of definitions in the text of files: another name, or a call around the value. Only what is safe is offered.
import type { TextChange } from "../kernel/trail.ts";
import type { DataFormat } from "../source/data-format.ts";
import type { DefinitionPlace, ScriptModule, TrailStep } from "../source/script/index.ts";
import type { ScriptSource, TextEdit } from "../source/script-source.ts";
import { originOf, type TextPlace } from "../source/text-place.ts";

/** Lends scripts by their path. */
export type ReadScript = (file: string) => ScriptSource | null;

/** Gives the definition at the end of a trail another name; null: that is not written in one place, or the name is taken. */
export function renameInScript(
  module: ScriptModule,
  trail: readonly TrailStep[],
  name: string,
  read: ReadScript,
): TextChange | null {
  const found = module.definition(trail);
  if (trail.at(-1)?.kind !== "name" || !found.exact || found.key === null) return null;
  // Two members of one name: the later would win unseen.
  if (module.definition([...trail.slice(0, -1), { kind: "name", name }]).exact) return null;
  const { key } = found;
  const source = key.file === found.file ? read(key.file) : null;
  if (source === null || source.text[key.start - 1] === "[") return null;
  const written = keyInScript(name);
  const text = isShorthand(found) ? `${written}: ${source.text.slice(key.start, key.end)}` : written;
  return { origin: originOf(key.file, key), text };
}

/** Puts a call of something that Confix exports around the value at the end of a trail; null: it cannot be told where it stands. */
export function wrapInScript(
  module: ScriptModule,
  trail: readonly TrailStep[],
  call: string,
  read: ReadScript,
): TextChange | null {
  const found = module.definition(trail, true);
  if (!found.exact || found.properties.some(({ name }) => name !== "mkIf" && name !== "mkMerge")) return null;
  const source = read(found.file);
  if (source === null) return null;
  const { start, end } = found;
  const { local, edit } = source.nameOf(call);
  const value = source.text.slice(start, end);
  const wrapped = `${local}(${value})`;
  const wrap = { start, end, text: isShorthand(found) ? `${value}: ${wrapped}` : wrapped };
  const joined = edit === null ? wrap : join(source.text, edit, wrap);
  return joined === null ? null : { origin: originOf(found.file, source.script.place(joined)), text: joined.text };
}

/** Gives a member of a data file another name. */
export function renameInData(
  { file, format }: { readonly file: string; readonly format: DataFormat },
  key: TextPlace,
  name: string,
): TextChange {
  return { origin: originOf(file, key), text: keyInData(format, name) };
}

// `{ port }` names its value after itself.
function isShorthand({ key, start }: DefinitionPlace): boolean {
  return key !== null && key.start === start;
}

/** One change that makes both; null: they overlap. */
function join(text: string, first: TextEdit, second: TextEdit): TextEdit | null {
  if (first.end > second.start) return null;
  const between = text.slice(first.end, second.start);
  return { start: first.start, end: second.end, text: first.text + between + second.text };
}

function keyInScript(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) && name !== "__proto__" ? name : JSON.stringify(name);
}

function keyInData(format: DataFormat, name: string): string {
  switch (format) {
    case "json":
    case "jsonc":
      return JSON.stringify(name);
    case "toml":
      return /^[A-Za-z0-9_-]+$/.test(name) ? name : JSON.stringify(name);
    case "yaml":
      return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name) && !yamlWords.test(name) ? name : JSON.stringify(name);
  }
}

// Words that YAML, of one version or the other, takes for something else than text.
const yamlWords = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
