// Makes and finds elements. Text is always put in as text.

type Tags = HTMLElementTagNameMap;

/** A new element with these attributes and content. */
export function make<K extends keyof Tags>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): Tags[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/** The element of the page with an id, which has to be of this class. */
export function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${kind.name} #${id}`);
  return element;
}

/** Text in which the words that are searched for are marked. Words are in lower case. */
export function marked(text: string, words: readonly string[]): readonly (Node | string)[] {
  const lower = text.toLowerCase();
  // Some letters become two in lower case, and what is found would stand elsewhere in the text.
  if (lower.length !== text.length) return [text];
  const parts: (Node | string)[] = [];
  let at = 0;
  while (at < text.length) {
    const next = nextWord(lower, words, at);
    if (next === null) break;
    parts.push(text.slice(at, next.start), make("mark", {}, text.slice(next.start, next.end)));
    at = next.end;
  }
  return [...parts, text.slice(at)];
}

function nextWord(text: string, words: readonly string[], from: number): { start: number; end: number } | null {
  let best: { start: number; end: number } | null = null;
  for (const word of words) {
    const start = text.indexOf(word, from);
    if (start === -1 || (best !== null && best.start < start)) continue;
    const end = start + word.length;
    if (best === null || start < best.start || end > best.end) best = { start, end };
  }
  return best;
}

/** The name of an option or a group, which may be broken after each dot. */
export function nameText(path: readonly string[], words: readonly string[] = []): readonly Node[] {
  const content = marked(path.join("."), words);
  const code = make("code", {}, ...content);
  for (const text of textNodes(code)) {
    const pieces = text.data.split(/(?<=\.)/);
    text.replaceWith(...pieces.flatMap((piece) => (piece.endsWith(".") ? [piece, make("wbr")] : [piece])));
  }
  return [code];
}

function textNodes(element: Element): readonly Text[] {
  return [...element.childNodes].filter((node): node is Text => node instanceof Text);
}

/** A number as people write it. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
