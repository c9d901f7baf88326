// Finds the options that `confix options --match` means.
import { suggestNames } from "../diagnostics/suggest.ts";
import { parsePath, type Path } from "../kernel/path.ts";
import type { ListedOption } from "../docs/index.ts";

/** An option that was meant. */
export interface MatchedOption {
  readonly option: ListedOption;
  /** Where its value is looked up: `sites.blog.root` for `sites.<name>.root`, if it was asked for so. */
  readonly at: Path;
}

/** What was meant. `isExact`: one option, by its path. */
export interface Matches {
  readonly options: readonly MatchedOption[];
  readonly isExact: boolean;
}

/**
 * The options that a text means: the one at that path, else, with `*`, `?` or `{a,b}` in it, those whose whole name is like
 * that, else those in whose name or description it stands. Upper and lower case are the same but in a path.
 */
export function matchOptions(options: readonly ListedOption[], text: string): Matches {
  const exact = exactMatch(options, text);
  if (exact !== null) return { options: [exact], isExact: true };
  const found = /[*?{]/.test(text) ? matchGlob(options, text) : matchText(options, text);
  return { options: found.map((option) => ({ option, at: option.loc })), isExact: false };
}

/** Names like a text that meant nothing, the nearest first. */
export function namesLike(options: readonly ListedOption[], text: string): readonly string[] {
  return suggestNames(
    text,
    options.map(({ name }) => name),
  );
}

function exactMatch(options: readonly ListedOption[], text: string): MatchedOption | null {
  const named = options.find(({ name }) => name === text);
  if (named !== undefined) return { option: named, at: named.loc };
  const parsed = parsePath(text);
  if (!("path" in parsed)) return null;
  const { path } = parsed;
  const option = options.find(
    ({ loc }) => loc.length === path.length && loc.every((name, at) => stands(name, path[at])),
  );
  return option === undefined ? null : { option, at: path };
}

// `<name>` stands for any member of a set, `*` for any of a list.
function stands(name: string, given: string | undefined): boolean {
  if (name === given) return true;
  if (name === "*") return given !== undefined && /^\d+$/.test(given);
  return /^<[^<>]*>$/.test(name) && given !== undefined && !/[*?]/.test(given);
}

function matchGlob(options: readonly ListedOption[], glob: string): readonly ListedOption[] {
  const pattern = new RegExp(`^${patternOf(glob)}$`, "is");
  return options.filter(({ name }) => pattern.test(name));
}

function patternOf(glob: string): string {
  return glob.replaceAll(/\{[^{}]*\}|\*+|\?|[\\^$.|+()[\]{}]/g, (sign) => {
    if (sign.startsWith("*")) return ".*";
    if (sign === "?") return ".";
    if (sign.length === 1) return `\\${sign}`;
    const parts = sign.slice(1, -1).split(",");
    return `(?:${parts.map(patternOf).join("|")})`;
  });
}

function matchText(options: readonly ListedOption[], text: string): readonly ListedOption[] {
  const sought = text.toLowerCase();
  return options.filter(
    (option) => option.name.toLowerCase().includes(sought) || option.description.toLowerCase().includes(sought),
  );
}
