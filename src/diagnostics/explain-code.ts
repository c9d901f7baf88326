// The long text of a code with its example, as `confix explain` prints it.
import { catalog, type DiagnosticCode } from "./catalog.ts";
import { quoteAll } from "./catalog/entry.ts";
import { codeExamples } from "./examples/code-examples.ts";
import { type Piece, showExample } from "./examples/show-example.ts";

const width = 100;

/**
 * What a code means, and an example of it: lines for a person, wrapped to 100 columns, with a line end after the last. Null
 * if there is no such code. Importing this file loads all examples, so do that only when somebody asks.
 */
export function explanationText(code: string): string | null {
  if (!isCode(code)) return null;
  const { wrong, right } = showExample(codeExamples[code]);
  const parts = [
    `${catalog[code].severity}: ${code}`,
    ...explanationParagraphs(code).map(wrap),
    "For example:",
    ...wrong.flatMap(pieceParts),
    "Instead:",
    ...right.flatMap(pieceParts),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What a code means, and under which other codes its example is reported: paragraphs in Markdown. */
export function explanationParagraphs(code: DiagnosticCode): readonly string[] {
  const { alongside = [] } = codeExamples[code];
  return [
    catalog[code].explanation,
    ...(alongside.length === 0 ? [] : [`In this example, ${quoteAll(alongside, "and")} comes with it.`]),
  ];
}

function isCode(code: string): code is DiagnosticCode {
  return Object.hasOwn(catalog, code);
}

function pieceParts({ file, text }: Piece): readonly string[] {
  const shown = text.trimEnd().replace(/^(?=.)/gm, "    ");
  return file === null ? [shown] : [`  ${file}`, shown];
}

/** A paragraph in lines no longer than the width, unless a single word is. */
function wrap(paragraph: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}
