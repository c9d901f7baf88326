// What the tests of places share: texts with the expected places marked in them.
import { createRequire } from "node:module";
import { expect } from "vitest";
import {
  parseScript,
  type Script,
  type ScriptModule,
  type ScriptPlace,
  type TrailStep,
} from "../../../src/source/script/index.ts";
import type * as Oxc from "oxc-parser";

export const oxc: typeof Oxc = createRequire(import.meta.url)("oxc-parser");

const imports =
  "import { defineModule, defineSubmodule, mkAfter, mkAssert, mkBefore, mkDefault, mkDefinition, mkEnableOption, mkForce, " +
  'mkIf, mkMerge, mkOption, mkOrder, mkOverride, setDefaultModuleLocation, types } from "confix";\n';

/** A place that is expected: `⟦…⟧` exactly, `⟨…⟩` as the nearest known. */
export interface Expected {
  readonly text: string;
  readonly exact: boolean;
  readonly start: number;
}

/** A text without its marks, and the marks, in the order in which they open. */
export function readMarks(marked: string): { readonly text: string; readonly expected: readonly Expected[] } {
  const expected: { start: number; end: number; exact: boolean }[] = [];
  const open: { start: number; end: number; exact: boolean }[] = [];
  let text = "";
  for (const character of marked) {
    if (character === "⟦" || character === "⟨") {
      const mark = { start: text.length, end: -1, exact: character === "⟦" };
      expected.push(mark);
      open.push(mark);
    } else if (character === "⟧" || character === "⟩") {
      const mark = open.pop();
      if (mark === undefined) throw new Error("a mark is closed that was not opened");
      mark.end = text.length;
    } else text += character;
  }
  if (open.length > 0) throw new Error("a mark is not closed");
  return {
    text,
    expected: expected.map(({ start, end, exact }) => ({ start, exact, text: text.slice(start, end) })),
  };
}

/** A script with marks; the usual imports are put in front unless it imports something itself. */
export function parseMarked(
  marked: string,
  file = "/site.ts",
): { readonly script: Script; readonly text: string; readonly expected: readonly Expected[] } {
  const { text, expected } = readMarks(/confix|\bimport\b/.test(marked) ? marked : imports + marked);
  const script = parseScript(oxc, { file, text });
  if (script === null) throw new Error(`this cannot be parsed: ${text}`);
  return { script, text, expected };
}

/** The default module of a script. */
export function moduleOf(script: Script): ScriptModule {
  const module = script.defaultModule;
  if (module === null) throw new Error("the script exports no module");
  return module;
}

type Shown = Omit<ScriptPlace, "file">;

/** Places as expectations, to compare them. Their lines and columns must fit their offsets. */
export function shown(text: string, places: readonly Shown[]): readonly Expected[] {
  return places.map(({ start, end, line, column, endLine, endColumn, exact }) => {
    expect({ line, column, endLine, endColumn }).toEqual({ ...lineOf(text, start), ...endOf(text, end) });
    return { start, exact, text: text.slice(start, end) };
  });
}

// A second way to count, as plain as can be.
function lineOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  const last = lines.at(-1) ?? "";
  return { line: lines.length, column: last.replace(/^\uFEFF/, "").length + 1 };
}

function endOf(text: string, offset: number): { endLine: number; endColumn: number } {
  const { line, column } = lineOf(text, offset);
  return { endLine: line, endColumn: column };
}

/** A trail as a word for each step: `name`, `[0]` an element, `#0` of a merge, `>` a content, `()` what a function returns. */
export function trail(words: string): readonly TrailStep[] {
  return words.split(" ").filter(Boolean).map(step);
}

function step(word: string): TrailStep {
  if (word === ">") return { kind: "content" };
  if (word === "()") return { kind: "body" };
  const numbered = /^(?:\[(?<item>\d+)\]|#(?<merge>\d+))$/.exec(word)?.groups;
  if (numbered?.["item"] !== undefined) return { kind: "item", index: Number(numbered["item"]) };
  if (numbered?.["merge"] !== undefined) return { kind: "merge", index: Number(numbered["merge"]) };
  return { kind: "name", name: word };
}
