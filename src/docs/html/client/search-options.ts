// Finds options by words in their names, types and descriptions.
import type { Entry } from "./option-catalog.ts";

/** The words of a query, in lower case. */
export function wordsOf(query: string): readonly string[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
}

/**
 * The entries in which each of the words stands: first those whose name it is, then those with a name that has it as a
 * part, that has a part which begins with it, that has it anywhere, and those that only speak of it. Of names that are
 * equally near, the shorter paths come first, else their order stays. In a word, `*` stands for anything in a name. No
 * words: all entries.
 */
export function searchOptions(entries: readonly Entry[], words: readonly string[]): readonly Entry[] {
  if (words.length === 0) return entries;
  const found = entries.flatMap((entry) => {
    const distance = distanceOf(entry, words);
    return distance === null ? [] : [{ entry, distance }];
  });
  return found.sort((left, right) => left.distance - right.distance).map(({ entry }) => entry);
}

// More than any path is long, and than there are words.
const far = 1000;

function distanceOf(entry: Entry, words: readonly string[]): number | null {
  let distance = 0;
  for (const word of words) {
    const nearness = wordDistance(entry, word);
    if (nearness === null) return null;
    distance += nearness;
  }
  return distance * far + Math.min(entry.option.path.length, far - 1);
}

function wordDistance({ key, words }: Entry, word: string): number | null {
  if (word.includes("*")) return patternDistance(key, word.split("*"));
  const at = key.indexOf(word);
  if (at === -1) return words.includes(word) ? 5 : null;
  if (key === word) return 0;
  if (key.endsWith(`.${word}`)) return 1;
  if (key.startsWith(`${word}.`) || key.includes(`.${word}.`)) return 2;
  return at === 0 || key.includes(`.${word}`) ? 3 : 4;
}

// The pieces between the stars have to stand in the name, one after the other.
function patternDistance(key: string, pieces: readonly string[]): number | null {
  let at = 0;
  for (const piece of pieces) {
    const found = key.indexOf(piece, at);
    if (found === -1) return null;
    at = found + piece.length;
  }
  return key.startsWith(pieces[0] ?? "") && key.endsWith(pieces.at(-1) ?? "") ? 2 : 4;
}
