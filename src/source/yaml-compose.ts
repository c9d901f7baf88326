// From YAML text to the library's nodes, however deeply they are nested.
import type { CST, Document, ParsedNode } from "yaml";
import type * as Yaml from "yaml";
import { checkDepth, type DataText } from "./data-errors.ts";

/** What this file needs of `yaml`. */
export type YamlComposer = Pick<typeof Yaml, "Composer" | "Parser">;

/** The nodes of a text. */
export interface ComposedYaml {
  readonly contents: ParsedNode | null;
  /** What stands in place of the scalars whose source is `partSource`, by their offset. */
  readonly parts: ReadonlyMap<number, ParsedNode | null>;
  /** What is wrong, in the order of the text. */
  readonly problems: readonly { readonly offset: number; readonly message: string }[];
  /** Where a second document starts, or null. */
  readonly secondDocument: number | null;
}

/** The text of a scalar that stands for a part; no scalar that is written in a file has it and a part's offset. */
export const partSource = "(part)";

const levelsPerPart = 100;

// `uniqueKeys` makes the library compare each key with all others; the reader looks for duplicates with a set.
// The tags beyond the core schema that it knows (`!!binary`, `!!set`, …) would give objects that no configuration holds;
// a time is what JSON and TOML files have for it, a string as it is written.
const options: NonNullable<ConstructorParameters<typeof Yaml.Composer>[0]> = {
  schema: "core",
  version: "1.2",
  uniqueKeys: false,
  prettyErrors: false,
  resolveKnownTags: false,
  customTags: [{ tag: "tag:yaml.org,2002:timestamp", resolve: (text: string): string => text }],
};

/**
 * Makes nodes of the tokens of a text, whose values stand `depth` levels deep (1: at the top). The library reads tokens in
 * a loop, but makes nodes of them by functions that call themselves, and runs out of stack at some 800 levels. So mappings
 * and lists are cut off every 100 levels and become nodes one by one.
 */
export function composeYaml(
  library: YamlComposer,
  source: DataText,
  tokens: readonly CST.Token[],
  depth: number,
): ComposedYaml {
  const cut = new Map<number, CST.Token>();
  for (const token of tokens)
    if (token.type === "document" && token.value !== undefined) cutOff(token.value, depth, cut, source);

  const documents = compose(library, tokens, source.text.length);
  const parts = new Map<number, ParsedNode | null>();
  for (const [offset, value] of cut) {
    const [part] = compose(library, [{ type: "document", offset, start: [], value }], source.text.length);
    if (part === undefined) continue;
    parts.set(offset, part.contents);
    documents.push(part);
  }
  const [whole, second] = documents.slice(0, documents.length - parts.size);
  return {
    contents: whole?.contents ?? null,
    parts,
    problems: documents.flatMap(problemsOf).toSorted((left, right) => left.offset - right.offset),
    secondDocument: second === undefined ? null : second.range[0],
  };
}

function compose(library: YamlComposer, tokens: Iterable<CST.Token>, end: number): Document.Parsed[] {
  return [...new library.Composer(options).compose(tokens, true, end)];
}

function problemsOf({ errors, warnings }: Document.Parsed): ComposedYaml["problems"] {
  return [...errors, ...warnings].map(({ pos, message }) => ({ offset: pos[0], message: sentence(message) }));
}

function sentence(message: string): string {
  const tag = /^Unresolved tag: (?:tag:yaml\.org,2002:)?(?<tag>\S+)$/.exec(message)?.groups?.["tag"];
  if (tag !== undefined) return `it cannot hold the tag \`${tag.startsWith("!") ? tag : `!!${tag}`}\``;
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, "");
}

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

function isCollection(token: CST.Token | null | undefined): token is Collection {
  return token?.type === "block-map" || token?.type === "block-seq" || token?.type === "flow-collection";
}

/** Cuts off the collections at every hundredth level, and puts scalars in their places. */
function cutOff(top: CST.Token, topDepth: number, cut: Map<number, CST.Token>, source: DataText): void {
  const open: { readonly token: CST.Token; readonly depth: number }[] = [{ token: top, depth: topDepth }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (!isCollection(token)) continue;
    checkDepth(source, depth, token.offset);
    for (const item of token.items) {
      const { value } = item;
      if (!isCollection(value)) continue;
      open.push({ token: value, depth: depth + 1 });
      if (depth % levelsPerPart !== 0) continue;
      cut.set(value.offset, value);
      // The assignment replaces the token in the library's tree, which is ours alone.
      item.value = { type: "scalar", offset: value.offset, indent: value.indent, source: partSource };
    }
  }
}
