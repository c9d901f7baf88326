// Turns what would mend a finding into changes of the source.
import type { Edit } from "../diagnostics/diagnostic.ts";
import type { MemberPlace } from "../source/script/index.ts";
import type { ScriptSource, TextEdit } from "../source/script-source.ts";
import type { Located } from "./places.ts";
import type { About, Fix } from "./rule.ts";

/** What mends a finding, in one file. */
export interface Mending {
  readonly file: string;
  /** The edit that mends comes first. */
  readonly edits: readonly TextEdit[];
  /** What the script has to import for it. */
  readonly needs: readonly LiteralName[];
  /** What the script then needs no more. */
  readonly drops: readonly LiteralName[];
}

type LiteralName = "literalExpression" | "literalExample";

type Change = Omit<Mending, "file">;

/** What a fix changes; null: the source does not show where. */
export function mendingOf(fix: Fix, located: Located | null): Mending | null {
  if (located === null) return null;
  const { source } = located;
  const inSource = (name: About): MemberPlace | null => {
    const place = located.attribute(name);
    // What another script says is not this declaration's to change.
    return place === null || place.file !== source.file || place.key === null ? null : place;
  };
  const change = changeOf(fix, source, inSource);
  return change === null || change.edits.length === 0 ? null : { file: source.file, ...change };
}

/** The changes of imports that belong to what was mended in a script. */
export function importEdits(source: ScriptSource, mended: readonly Change[]): readonly TextEdit[] {
  const isNeeded = mended.some(({ needs }) => needs.includes("literalExpression"));
  const isDropped = mended.some(({ drops }) => drops.includes("literalExample"));
  const old = isDropped ? source.importOf("literalExample") : null;
  const { edit } = source.nameOf("literalExpression");
  if (old === null) return edit === null || !isNeeded ? [] : [edit];
  return [edit === null ? remove(source.text, old.all.start, old.all.end) : { ...old.all, text: "literalExpression" }];
}

function changeOf(fix: Fix, source: ScriptSource, placeOf: (name: About) => MemberPlace | null): Change | null {
  const { local } = source.nameOf("literalExpression");
  const plain = { needs: [], drops: [] };
  switch (fix.kind) {
    case "wrap": {
      const place = placeOf(fix.attribute);
      if (place === null) return null;
      const text = `${local}(${quoted(textOf(source, place))})`;
      return { ...plain, needs: ["literalExpression"], edits: [replaceValue(source, place, text)] };
    }
    case "add-default-text": {
      const place = placeOf("default");
      if (place === null || placeOf("defaultText") !== null) return null;
      const added = addBehind(source, place, `defaultText: ${local}(${quoted(textOf(source, place))})`);
      return added === null ? null : { ...plain, needs: ["literalExpression"], edits: [added] };
    }
    case "drop": {
      const place = placeOf(fix.attribute);
      const edit = place === null ? null : removeAttribute(source, place);
      return edit === null ? null : { ...plain, edits: [edit] };
    }
    case "rename-literal": {
      const place = placeOf(fix.attribute);
      return place === null ? null : renameLiterals(source, place, local);
    }
  }
}

/** Renames every call of the script, so that its import can be renamed as well; the one at `place` first. */
function renameLiterals(source: ScriptSource, place: MemberPlace, local: string): Change {
  const { text } = source;
  const old = source.importOf("literalExample");
  // Under a name of its own: only what is imported changes.
  if (old !== null && old.local !== "literalExample") {
    return { edits: [{ ...old.name, text: "literalExpression" }], needs: [], drops: [] };
  }
  const calls = [...text.matchAll(/(\.\s*)?\bliteralExample(?=\s*\()/g)].map(({ 0: all, 1: dot, index }) => {
    const end = index + all.length;
    return { start: end - "literalExample".length, end, text: dot === undefined ? local : "literalExpression" };
  });
  const here = calls.filter(({ start }) => start >= place.start && start < place.end);
  if (here.length === 0) return { edits: [], needs: [], drops: [] };
  const edits = [...here, ...calls.filter((call) => !here.includes(call))];
  return old === null
    ? { edits, needs: [], drops: [] }
    : { edits, needs: ["literalExpression"], drops: ["literalExample"] };
}

/** The edit that mends, as a diagnostic shows it; null: it takes more than one, such as that of an import. */
export function editOf(located: Located | null, mending: Mending | null): Edit | null {
  const [edit, ...others] = mending?.edits ?? [];
  if (located === null || mending === null || edit === undefined || others.length > 0) return null;
  if (importEdits(located.source, [mending]).length > 0) return null;
  const { file, line, column, endLine, endColumn } = located.source.script.place(edit);
  return { origin: { file, line, column, endLine, endColumn }, text: edit.text };
}

// Of a function that does nothing but return something, that.
function textOf(source: ScriptSource, place: MemberPlace): string {
  const { start, end } = source.returned(place) ?? place;
  return unindented(source.text.slice(start, end));
}

// Lines after the first lose what all of them are indented by.
function unindented(text: string): string {
  const [first = "", ...rest] = text.split(/\r\n|\n|\r/);
  const indents = rest.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const least = Math.min(...indents);
  return [first, ...rest.map((line) => line.slice(Math.min(least, line.length)))].join("\n");
}

// As it would be written by hand: in double quotes, or as a template where it has lines or quotes of its own.
function quoted(text: string): string {
  if (!/["\n]/.test(text)) return JSON.stringify(text);
  return `\`${text.replace(/[\\`]|\$(?=\{)/g, (special) => `\\${special}`)}\``;
}

// `{ example }` names its value after itself.
function replaceValue({ text }: ScriptSource, { key, start, end }: MemberPlace, value: string): TextEdit {
  const isShorthand = key !== null && key.start === start;
  return { start, end, text: isShorthand ? `${text.slice(start, end)}: ${value}` : value };
}

function addBehind(
  { text, lineEnd }: ScriptSource,
  { key, start, end }: MemberPlace,
  attribute: string,
): TextEdit | null {
  if (key === null) return null;
  const behind = endOfValue(text, key.end, start, end);
  if (behind === null) return null;
  const indent = lineBefore(text, key.start);
  // Beside it where it stands beside others, below where it has a line of its own.
  const before = indent === null ? ", " : `,${lineEnd}${indent}`;
  return { start: behind, end: behind, text: `${before}${attribute}` };
}

// Parentheses around a value are no part of it, but what follows it follows them. Null: a comment is in the way.
function endOfValue(text: string, from: number, start: number, end: number): number | null {
  const between = text.slice(from, start);
  if (/\/[/*]/.test(between)) return null;
  let behind = end;
  for (let open = between.split("(").length - 1; open > 0; open -= 1) {
    const close = /^\s*\)/.exec(text.slice(behind));
    if (close === null) return null;
    behind += close[0].length;
  }
  return behind;
}

function removeAttribute({ text }: ScriptSource, { key, start, end }: MemberPlace): TextEdit | null {
  if (key === null || text[key.start - 1] === "[") return null;
  const behind = endOfValue(text, key.end, start, end);
  return behind === null ? null : remove(text, key.start, behind);
}

/** Removes one of several things between commas; its lines, if nothing else stands there. */
function remove(text: string, start: number, end: number): TextEdit {
  const stop = end + (/^\s*,/.exec(text.slice(end))?.[0].length ?? 0);
  const indent = lineBefore(text, start);
  const rest = /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(stop));
  if (indent !== null && rest !== null) return { start: start - indent.length, end: stop + rest[0].length, text: "" };
  if (stop > end) return { start, end: stop + (/^[ \t]*/.exec(text.slice(stop))?.[0].length ?? 0), text: "" };
  const before = /,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { start: start - before, end, text: "" };
}

/** What a line begins with before an offset, if that is nothing but room; else null. */
function lineBefore(text: string, offset: number): string | null {
  return /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(0, offset))?.[1] ?? null;
}
