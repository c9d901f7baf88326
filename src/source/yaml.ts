// YAML as data.
import { type DataText, failSyntax, failUnrepresentable, withinStack } from "./data-errors.ts";
import { originAt } from "./position.ts";
import { composeYaml, type YamlComposer } from "./yaml-compose.ts";
import { type YamlNodes, YamlReader } from "./yaml-reader.ts";

/** What parsing needs of `yaml`. Lent, so that whoever parses decides when the library is loaded. */
export type YamlLibrary = YamlComposer & YamlNodes;

/**
 * The value of a YAML text with one document, read by the core schema of YAML 1.2: dates stay strings, `yes` is a
 * string. Mappings have a null prototype; their keys are strings as they are written (`8080:` is the key "8080").
 * An empty document is null. Errors: a key that stands twice, several documents, unknown tags, keys that are no
 * scalars, merge keys (`<<`, not part of YAML 1.2), integers that a JavaScript number cannot hold, aliases that grow
 * exponentially.
 */
export function parseYaml(library: YamlLibrary, source: DataText): unknown {
  return withinStack(source, () => {
    const { contents, parts, problems, secondDocument } = composeYaml(library, source);
    const [problem] = problems;
    if (problem !== undefined) failSyntax(source, originAt(source.file, source.text, problem.offset), problem.message);
    if (secondDocument !== null) {
      failUnrepresentable(source, originAt(source.file, source.text, secondDocument), "a second document starts here");
    }
    return new YamlReader(library, source, parts).read(contents);
  });
}
