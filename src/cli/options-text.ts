// Options for a person at a terminal: a line for each of many, a page for each of few.
import picocolors from "picocolors";
import type { DocumentedPlace, ListedOption, PlacedOption } from "../docs/index.ts";
import { descriptionText } from "../docs/listed-option.ts";

/** One line per option: name, type, the first sentence of the description. With a final newline; empty for none. */
export function optionLines(options: readonly ListedOption[], isColoured: boolean): string {
  const { bold, dim } = picocolors.createColors(isColoured);
  const rows = options.map((option) => ({
    name: printable(option.name),
    type: shortened(onOneLine(option.type), widestType),
    about: firstSentence(option.description),
  }));
  const nameWidth = width(
    rows.map(({ name }) => name),
    widestName,
  );
  const typeWidth = width(
    rows.map(({ type }) => type),
    widestType,
  );
  return rows
    .map(({ name, type, about }) => {
      if (about === "") return `${bold(name.padEnd(nameWidth))}  ${dim(type)}\n`;
      return `${bold(name.padEnd(nameWidth))}  ${dim(type.padEnd(typeWidth))}  ${about}\n`;
    })
    .join("");
}

const widestName = 44;
const widestType = 32;

function width(texts: readonly string[], widest: number): number {
  return Math.min(
    widest,
    texts.reduce((longest, text) => Math.max(longest, text.length), 0),
  );
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

// The first sentence of Markdown, on one line.
function firstSentence(markdown: string): string {
  const [paragraph = ""] = printable(markdown)
    .trim()
    .split(/\n\s*\n/);
  const line = onOneLine(paragraph);
  return /^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
}

/** All about one option, with a final newline. `inside` are the names of the options in its submodule. */
export function optionPage(option: PlacedOption, inside: readonly string[], isColoured: boolean): string {
  const { bold, cyan, dim } = picocolors.createColors(isColoured);
  const { name, description, type, readOnly, internal, visible, declaredAt, current } = option;
  const about = printable(descriptionText(description)).trim();
  const field = (label: string, text: string): string => `  ${cyan(`${label}:`)} ${indented(printable(text), "  ")}`;
  const notes = [readOnly ? "read-only" : null, internal ? "internal" : null, visible ? null : "not visible"];
  const lines = [
    bold(printable(name)),
    about === "" ? `  ${dim("(no description)")}` : `  ${indented(about, "  ")}`,
    "",
    field("type", type),
    ...(option.default === undefined ? [] : [field("default", option.default.text)]),
    ...(option.example === undefined ? [] : [field("example", option.example.text)]),
    ...notes.filter((note) => note !== null).map((note) => `  ${note}`),
    ...declaredAt.map((place) => `  ${dim(`declared at ${placeText(place)}`)}`),
    ...(current === undefined ? [] : [field("value", current.value)]),
    ...(current?.definedIn ?? []).map((place) => `  ${dim(`defined at ${placeText(place)}`)}`),
    ...(inside.length === 0 ? [] : [`  ${cyan("options inside:")}`, ...inside.map((each) => `    ${printable(each)}`)]),
  ];
  return `${lines.join("\n")}\n`;
}

function placeText({ file, line, column }: DocumentedPlace): string {
  return printable([file, line, column].filter((part) => part !== null).join(":"));
}

function onOneLine(text: string): string {
  return printable(text).replaceAll(/\s+/g, " ").trim();
}

// Signs that would steer the terminal are shown as what they are.
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, (sign) => {
    if (sign === "\n" || sign === "\t") return sign;
    return sign === "\r" ? "" : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

function indented(text: string, indent: string): string {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${indent}`);
}
