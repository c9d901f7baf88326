// Strings that match a regular expression.
import { describeValue } from "../kernel/describe-value.ts";
import { isEqualData } from "../kernel/plain.ts";
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { mergeEqualOption } from "./merge-strategies.ts";
import { replacePosixClasses } from "./posix-classes.ts";
import { failArgument } from "./require-type.ts";

/**
 * A string that a JavaScript regular expression matches from its beginning to its end; several definitions must be equal.
 * Flags are `su`: `.` matches line breaks, characters are code points. Of the flags of a RegExp `i` and `v` are kept.
 * Fails if the pattern is neither string nor RegExp, if it is no regular expression, if it has POSIX classes such as
 * `[[:alpha:]]`, or the flag `m`, under which `^` and `$` stand for lines.
 */
export function strMatching(pattern: string | RegExp): OptionType<string> {
  if (typeof pattern !== "string" && Object.prototype.toString.call(pattern) !== "[object RegExp]") {
    failArgument("strMatching", `a string or a RegExp is expected, but this is ${describeValue(pattern)}`);
  }
  const { source, flags } = typeof pattern === "string" ? { source: pattern, flags: "su" } : partsOf(pattern);
  const expression = compile(source, flags);
  const payload = { source, flags };
  // No leaf: of these the check is asked each time that somebody reads, and to match may take long.
  return mkOptionType<string>({
    name: `strMatching ${JSON.stringify(source).replaceAll("$", "\\$")}`,
    description: `string matching the pattern ${source}${flags.includes("i") ? " in upper or lower case" : ""}`,
    descriptionClass: "noun",
    check: (value) => typeof value === "string" && expression.test(value),
    merge: mergeEqualOption,
    functor: { name: "strMatching", payload },
    typeMerge: (self, { functor }) =>
      functor.name === "strMatching" && isEqualData(payload, functor.payload) ? self : null,
  });
}

// The flags g, y and d say where to search and what to report, not which strings match.
function partsOf({ source, flags }: RegExp): { readonly source: string; readonly flags: string } {
  if (flags.includes("m")) {
    const problem = `/${source}/${flags} has the flag \`m\`, under which \`^\` and \`$\` stand for lines; leave it out`;
    failArgument("strMatching", problem);
  }
  return { source, flags: `${flags.includes("i") ? "i" : ""}s${flags.includes("v") ? "v" : "u"}` };
}

function compile(source: string, flags: string): RegExp {
  const replaced = replacePosixClasses(source);
  if (replaced !== null) {
    failArgument("strMatching", `JavaScript has no POSIX classes; instead of \`${source}\` write \`${replaced}\``);
  }
  try {
    // Alone first: `a)(b` is no regular expression, but would become one between the anchors.
    const alone = new RegExp(source, flags);
    return new RegExp(`^(?:${alone.source})$`, flags);
  } catch (error) {
    const problem = `\`${source}\` is not a regular expression with the flags \`${flags}\`: ${reasonOf(error)}`;
    return failArgument("strMatching", problem);
  }
}

// The engine's sentence without the pattern in front of it, which ours has already.
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.slice(message.lastIndexOf(": ") + 1).trim();
}
