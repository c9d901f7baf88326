// The rules of the linter as a list.
import { catalog } from "../diagnostics/catalog.ts";
import { type Levels, ruleIds } from "../lint/index.ts";
import { jsonText } from "./json-text.ts";

/** All rules with their levels: a line for each, or as JSON a list with what each is about. */
export function listRules(levels: Levels, format: "text" | "json"): string {
  const listed = ruleIds.map((id) => ({ id, level: levels.of(id), explanation: catalog[id].explanation }));
  if (format === "json") return `${jsonText(listed, "indented")}\n`;
  const width = Math.max(...ruleIds.map((id) => id.length));
  return listed.map(({ id, level }) => `${id.padEnd(width)}  ${level}\n`).join("");
}
