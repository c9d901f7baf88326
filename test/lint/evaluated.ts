// Lints configurations with the rules that need values.
import { imports, lintFiles } from "./lint-files.ts";

/** What one rule finds in files of which the first is linted, each as `file:line:column`. Imports of Confix are added. */
export async function findInConfiguration(
  rule: string,
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const all = imports.replace("mkOption,", "mkDefault, mkForce, mkIf, mkMerge, mkOption,");
  const texts = Object.entries(files).map(([name, text]) => [name, all + text]);
  const { found } = await lintFiles(Object.fromEntries(texts), [Object.keys(files)[0] ?? "", "--evaluate"]);
  return found.filter((each) => each.startsWith(`${rule} `)).map((each) => each.slice(rule.length + 1));
}
