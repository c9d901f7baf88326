// All options of the page, in the forms in which it looks for them: by name, by group, by their words.
import type { PageOption, Shown } from "../page-data.ts";

/** An option, and what is searched of it. */
export interface Entry {
  readonly option: PageOption;
  readonly name: string;
  /** The name in lower case. */
  readonly key: string;
  /** All other words that describe it, in lower case. */
  readonly words: string;
  /** The beginning of its description, in one line; empty: there is none. */
  readonly summary: string;
}

/** The options whose names begin alike. */
export interface Group {
  /** What they begin with; empty: all options. */
  readonly name: string;
  /** The last part of it. */
  readonly label: string;
  /** The options below it, its own name not counted. */
  readonly size: number;
  readonly groups: readonly Group[];
}

/** What `catalogOf` makes. */
export interface Catalog {
  readonly entries: readonly Entry[];
  /** More than one only where alternatives declare an option each. */
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
  readonly root: Group;
  readonly groups: ReadonlyMap<string, Group>;
}

/** The catalogue of these options. */
export function catalogOf(options: readonly PageOption[]): Catalog {
  const entries = options.map(entryOf);
  const byName = new Map<string, Entry[]>();
  for (const entry of entries) {
    const same = byName.get(entry.name);
    if (same === undefined) byName.set(entry.name, [entry]);
    else same.push(entry);
  }
  const root = groupOf(options);
  return { entries, byName, root, groups: new Map(everyGroup(root).map((group) => [group.name, group])) };
}

/** The entries of a group, and of the option that has its name. */
export function entriesIn(catalog: Catalog, group: string): readonly Entry[] {
  if (group === "") return catalog.entries;
  return catalog.entries.filter(({ name }) => name === group || name.startsWith(`${group}.`));
}

/** The name of the group that an option is in. */
export function groupAround({ path }: PageOption): string {
  return path.slice(0, -1).join(".");
}

function entryOf(option: PageOption): Entry {
  const name = option.path.join(".");
  const summary = option.description === undefined ? "" : firstParagraph(option.description);
  const described = option.description === undefined ? "" : plainText(option.description);
  return { option, name, key: name.toLowerCase(), words: `${described}\n${option.type}`.toLowerCase(), summary };
}

function firstParagraph(shown: Shown): string {
  if ("code" in shown) return shown.code;
  const found = /<p>(?<text>.*?)<\/p>/s.exec(shown.html)?.groups?.["text"];
  return plainText({ html: found ?? shown.html }).trim();
}

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

// Only for reading and searching: it is put into the page as text.
function plainText(shown: Shown): string {
  if ("code" in shown) return shown.code;
  return shown.html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? "")
    .replace(/\s+/g, " ");
}

interface Branch {
  readonly name: string;
  readonly label: string;
  size: number;
  readonly branches: Map<string, Branch>;
}

function groupOf(options: readonly PageOption[]): Group {
  const root: Branch = { name: "", label: "", size: 0, branches: new Map() };
  for (const { path } of options) {
    let branch = root;
    for (const label of path) {
      branch.size += 1;
      const name = branch === root ? label : `${branch.name}.${label}`;
      const next = branch.branches.get(label) ?? { name, label, size: 0, branches: new Map() };
      branch.branches.set(label, next);
      branch = next;
    }
  }
  return finished(root);
}

// A name with nothing below is an option, and no group.
function finished({ name, label, size, branches }: Branch): Group {
  return { name, label, size, groups: [...branches.values()].filter((branch) => branch.size > 0).map(finished) };
}

function everyGroup(group: Group): readonly Group[] {
  return [group, ...group.groups.flatMap(everyGroup)];
}
