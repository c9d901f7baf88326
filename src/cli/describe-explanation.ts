// Why a value is what it is, for a person.
import picocolors from "picocolors";
import { priorityName, orderName } from "../diagnostics/priority-name.ts";
import { type Origin, showOrigin } from "../kernel/origin.ts";
import { type Path, showPath } from "../kernel/path.ts";
import type { ExplainedCondition, ExplainedDefinition, Explanation } from "../model/explanation.ts";
import { shownValue } from "./shown-value.ts";

/** What the text shows. */
export interface ExplanationText {
  readonly isColoured: boolean;
  readonly nameOf: (file: string) => string;
}

/** The explanation as lines, with a final newline. */
export function describeExplanation(explanation: Explanation, request: ExplanationText): string {
  const { bold } = picocolors.createColors(request.isColoured);
  const { path, option, type, description, declarations, apply, reads, readers } = explanation;
  const at = (origin: Origin): string => showOrigin({ ...origin, file: request.nameOf(origin.file) });
  const lines = [`${bold(path.length === 0 ? "the configuration" : showPath(path))} = ${valueText(explanation)}`];
  const about = [
    option !== null && option.length < path.length ? `inside the option ${showPath(option)}` : null,
    type === null ? null : `type: ${type.description}`,
    description === null ? null : `description: ${firstLine(description)}`,
    ...declarations.map((origin) => `declared at ${at(origin)}`),
    apply === null ? null : `changed by apply at ${at(apply)}`,
  ].filter((line) => line !== null);
  lines.push(...about.map((line) => `  ${line}`));
  lines.push(...definitionLines(explanation, request, at));
  lines.push(...pathLines("reads", reads), ...(readers === null ? [] : pathLines("read by", readers)));
  return `${lines.join("\n")}\n`;
}

function valueText({ value, diagnostics }: Explanation): string {
  if (value === undefined) return diagnostics.length > 0 ? "(cannot be computed)" : "(has no JSON form)";
  return indentRest(shownValue(value));
}

function definitionLines(
  { definitions, option }: Explanation,
  { isColoured }: ExplanationText,
  at: (origin: Origin) => string,
): readonly string[] {
  if (option === null) return [];
  if (definitions.length === 0) return ["  no definitions"];
  const { green, dim } = picocolors.createColors(isColoured);
  const lines = ["  definitions, in order:"];
  for (const definition of definitions) {
    const { origin, shown, conditions, fate } = definition;
    const text = shown ?? "(not computed)";
    const head = `    ${fateText(definition)}: ${indentRest(text, "      ")}`;
    lines.push(fate === "used" ? green(head) : dim(head));
    lines.push(`      at ${at(origin)}${rankText(definition)}`);
    lines.push(
      ...conditions.map((condition) => `      under mkIf at ${at(condition.origin)}: ${holdsText(condition)}`),
    );
  }
  return lines;
}

function fateText({ fate, lostTo }: ExplainedDefinition): string {
  switch (fate) {
    case "used":
      return "used";
    case "overridden":
      return `overridden by ${priorityName(lostTo ?? 0)}`;
    case "condition-false":
      return "not used, a condition is false";
    case "failed":
      return "failed";
  }
}

function rankText({ isDefault, priority, order }: ExplainedDefinition): string {
  const parts = [
    isDefault ? "the default" : priorityName(priority) === "plain" ? null : priorityName(priority),
    orderName(order) === "plain" ? null : orderName(order),
  ].filter((part) => part !== null);
  return parts.length === 0 ? "" : `, ${parts.join(", ")}`;
}

function holdsText({ holds }: ExplainedCondition): string {
  return holds === null ? "not computed" : String(holds);
}

function pathLines(title: string, paths: readonly Path[]): readonly string[] {
  return paths.length === 0 ? [] : [`  ${title}:`, ...paths.map((path) => `    ${showPath(path)}`)];
}

function firstLine(text: string): string {
  const [first = "", ...more] = text.trim().split("\n");
  return more.length === 0 ? first : `${first} …`;
}

function indentRest(text: string, indent = "  "): string {
  return text.replaceAll("\n", `\n${indent}`);
}
