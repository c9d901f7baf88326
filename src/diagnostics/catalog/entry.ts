// The shape of an entry of the catalogue, and the words that several entries share.
import type { Path } from "../../kernel/path.ts";
import { showPath } from "../../kernel/path.ts";
import type { Severity } from "../severity.ts";

/** How one code is worded. `explanation` is the long text of `confix explain`. */
export interface CatalogEntry<D> {
  readonly severity: Severity;
  /** What is wrong, as one sentence with a full stop; what modules say for themselves may add further ones. */
  message(data: D, path: Path): string;
  /** What the reader can do about it, without a capital and without a full stop. */
  help?(data: D, path: Path): string | null;
  readonly explanation: string;
}

/** Defines an entry that takes data `D`. */
export function entry<D extends object>(definition: CatalogEntry<D>): CatalogEntry<D> {
  return definition;
}

/** A word of the configuration language in backticks; what has backticks or line ends of its own, or is empty, as a JSON string. */
export function code(text: string): string {
  return text === "" || /[`\n\r]/.test(text) ? JSON.stringify(text) : `\`${text}\``;
}

/** Names in backticks, joined as a sentence joins them. */
export function quoteAll(names: readonly string[], conjunction: "and" | "or"): string {
  const quoted = names.map(code);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} ${conjunction} ${last}`;
}

/** An option's path in backticks; the empty path is the configuration as a whole. */
export function option(path: Path): string {
  return path.length === 0 ? "the configuration" : code(showPath(path));
}

/** The same as the subject of a sentence. */
export function theOption(path: Path): string {
  return path.length === 0 ? "The configuration" : `The option ${option(path)}`;
}

/** The same within a sentence. */
export function ofOption(path: Path): string {
  return path.length === 0 ? "the configuration" : `the option ${option(path)}`;
}

/** A module as the subject of a sentence: by its file, else by its key; null: nobody knows which. */
export function theModule(name: string | null): string {
  return name === null ? "A module" : `The module ${code(name)}`;
}

/** A kind of value with its article: `a list`, `an attribute set`, `null`. */
export function aKind(kind: string): string {
  if (kind === "null" || kind === "undefined") return kind;
  return `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`;
}

/** What somebody else wrote, with a full stop at its end unless it has one. */
export function closed(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]["'`)\]]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** A sentence that may begin with any word. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What somebody else wrote as a further sentence, after a space; nothing if it is empty. */
export function further(text: string): string {
  return text.trim() === "" ? "" : ` ${closed(text)}`;
}

/** The end of a sentence that tells what user code threw, and when. */
export function threw(message: string, when: string = ""): string {
  const clause = when === "" ? "" : ` ${when}`;
  return message.trim() === "" ? `threw an error without a message${clause}.` : `threw${clause}: ${closed(message)}`;
}

/** "Did you mean …?" for names that were found near, or null. */
export function didYouMean(names: readonly string[]): string | null {
  return names.length === 0 ? null : `did you mean ${quoteAll(names, "or")}?`;
}
