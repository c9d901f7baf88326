// YAML as data.
import type { CST } from "yaml";
import type * as Yaml from "yaml";
import { type DataText, failSyntax, failUnrepresentable, withinStack } from "./data-errors.ts";
import { originAt } from "./position.ts";
import { type ComposedYaml, composeYaml, type YamlComposer } from "./yaml-compose.ts";
import { type YamlNodes, YamlReader } from "./yaml-reader.ts";

/** What parsing needs of `yaml`. Lent, so that whoever parses decides when the library is loaded. */
export type YamlLibrary = YamlComposer & YamlNodes & Pick<typeof Yaml, "Lexer">;

/**
 * The value of a YAML text with one document, read by the core schema of YAML 1.2: dates stay strings, `yes` is a
 * string. Mappings have a null prototype; their keys are strings as they are written (`8080:` is the key "8080").
 * An empty document is null. Errors: a key that stands twice, several documents, tags other than those of the core schema
 * and `!!timestamp` (a string as it is written), keys that are no scalars, merge keys (`<<`, not part of YAML 1.2), numbers
 * that a JavaScript number or JSON cannot hold, aliases that grow exponentially.
 */
export function parseYaml(library: YamlLibrary, source: DataText): unknown {
  return withinStack(source, () => readText(library, source));
}

// Tokens and nodes take some sixty times the room of the text: what is complete is read, and dropped, this often.
const linesPerPiece = 2000;

function readText(library: YamlLibrary, source: DataText): unknown {
  const parser = new library.Parser();
  const reader = new YamlReader(library, source);
  const tokens: CST.Token[] = [];
  let lines = 0;
  // Directives may change what tags mean, and a second document is an error: both are for the whole.
  let isWhole = false;
  for (const lexeme of new library.Lexer().lex(source.text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      isWhole ||= token.type === "directive" || token.type === "document";
    }
    if (lexeme !== "\n" && lexeme !== "\r\n") continue;
    lines += 1;
    if (lines % linesPerPiece === 0 && !isWhole) readComplete(library, source, parser, reader);
  }
  for (const token of parser.end()) tokens.push(token);
  const composed = checked(source, composeYaml(library, source, tokens, 1));
  if (composed.secondDocument !== null) {
    failUnrepresentable(
      source,
      originAt(source.file, source.text, composed.secondDocument),
      "a second document starts here",
    );
  }
  return reader.readDocument(composed);
}

/**
 * Reads the complete items of the mappings and lists that the parser has open, from the outside to the inside, which is
 * the order of the text, and takes them out of its tokens. It goes on with the last item alone.
 */
function readComplete(library: YamlLibrary, source: DataText, parser: Yaml.Parser, reader: YamlReader): void {
  const [document, ...open] = parser.stack;
  if (document?.type !== "document") return;
  for (const [at, token] of open.entries()) {
    if (token.type !== "block-map" && token.type !== "block-seq") return;
    const { offset } = token;
    // The cast: of one of the two kinds, which the items have in common.
    const value = { ...token, items: token.items.splice(0, token.items.length - 1) } as CST.Token;
    // It now starts where what is left of it does: the library measures from there.
    token.offset = startOf(token.items[0]) ?? parser.offset;
    const piece: CST.Token = { type: "document", offset, start: [], value };
    reader.readItems(checked(source, composeYaml(library, source, [piece], at + 1)), offset, token.offset);
  }
}

type Item = CST.BlockMap["items"][number] | CST.BlockSequence["items"][number];

function startOf(item: Item | undefined): number | undefined {
  return [...(item?.start ?? []), item?.key, ...(item?.sep ?? []), item?.value].find((token) => token)?.offset;
}

function checked(source: DataText, composed: ComposedYaml): ComposedYaml {
  const [problem] = composed.problems;
  if (problem === undefined) return composed;
  return failSyntax(source, originAt(source.file, source.text, problem.offset), problem.message);
}
