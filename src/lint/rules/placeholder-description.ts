// A description says something that the name does not.
import { showPath } from "../../kernel/path.ts";
import { isLiteral } from "../literals.ts";
import { rule, type Rule, type Subject } from "../rule.ts";

type Why = "placeholder" | "name" | "doubled" | "empty";

export const placeholderDescription: Rule<"option/placeholder-description"> = rule({
  id: "option/placeholder-description",
  check: (subject) => {
    const { description } = subject.given;
    const text = isLiteral(description) ? description.text : description;
    const why = typeof text === "string" ? whyOf(text, subject) : null;
    return why === null ? [] : [{ about: "description", data: { shown: String(text).trim(), why } }];
  },
});

// As words of their own, in capitals: a sentence may speak of things to do.
const marker = /(?:^|\s)(?:TODO|FIXME|XXX|TBD)(?:$|[\s:.(])/;
const whole =
  /^(?:todo|fixme|xxx|tbd|tba|placeholder|description|undocumented|no description|n\/a|lorem ipsum\b[^]*)$/i;
// What `mkEnableOption` puts in front of a text that has it already.
const doubled = /^whether to enable(?:s|d)?\s+(?:whether\b|enables?\b|enabling\b)/i;

function whyOf(text: string, { name, option }: Subject): Why | null {
  const words = text
    .trim()
    .replace(/[.!…]+$/, "")
    .trim();
  if (text.trim() === "") return "empty";
  if (!/[\p{L}\p{N}]/u.test(words) || whole.test(words) || marker.test(text)) return "placeholder";
  if (doubled.test(words)) return "doubled";
  if (/^whether to enable$/i.test(words)) return "placeholder";
  return [name, showPath(option.path)].some((each) => bare(each) === bare(words)) ? "name" : null;
}

// `openFirewall` and `Open firewall.` say the same.
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}
