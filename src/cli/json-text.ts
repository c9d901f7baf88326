// JSON as it leaves the program: keys in byte order, the same bytes every time.
import stableStringify from "fast-json-stable-stringify";
import { compareNames } from "../kernel/path.ts";

interface Member {
  readonly key: string;
}

// The cast: the package's types leave out the comparison that its documentation has.
const stringify = stableStringify as (value: unknown, options: { cmp(left: Member, right: Member): number }) => string;

/** Plain data as JSON text, on one line or indented by two spaces, without a final newline. */
export function jsonText(value: unknown, layout: "compact" | "indented"): string {
  // The engine writes what is in order already, as what the evaluator prints is, in a tenth of the time.
  if (isInOrder(value)) return JSON.stringify(value, null, layout === "compact" ? 0 : 2);
  const text = stringify(value, { cmp: (left, right) => compareNames(left.key, right.key) });
  return layout === "compact" ? text : indent(text);
}

function isInOrder(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value !== undefined;
  if (Array.isArray(value)) return value.every(isInOrder);
  const members = value as Readonly<Record<string, unknown>>; // Plain data is read by its names.
  let before: string | null = null;
  for (const name of Object.keys(members)) {
    if ((before !== null && compareNames(before, name) >= 0) || !isInOrder(members[name])) return false;
    before = name;
  }
  return true;
}

// Works on the text: in an object, keys that look like numbers would come first again.
function indent(text: string): string {
  const parts: string[] = [];
  let depth = 0;
  const newLine = (): string => `\n${"  ".repeat(depth)}`;
  // A string, an empty container, or a single sign; everything else (numbers, words) is copied between them.
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"|\{\}|\[\]|[{}[\],:]/g;
  let end = 0;
  for (const { 0: sign, index } of text.matchAll(token)) {
    parts.push(text.slice(end, index));
    end = index + sign.length;
    switch (sign) {
      case "{":
      case "[":
        depth += 1;
        parts.push(sign, newLine());
        break;
      case "}":
      case "]":
        depth -= 1;
        parts.push(newLine(), sign);
        break;
      case ",":
        parts.push(sign, newLine());
        break;
      case ":":
        parts.push(": ");
        break;
      default:
        parts.push(sign);
    }
  }
  parts.push(text.slice(end));
  return parts.join("");
}
