// Text for documentation that stands for itself, in `default`, `defaultText`, `example` and `description`.
import { describeValue } from "../kernel/describe-value.ts";
import { type LiteralText, markOldLiteral } from "../model/option.ts";
import { failArgument } from "./check-arguments.ts";

/** Code that documentation shows as it is, in place of a value. Fails with `bad-argument` for what is no string. */
export function literalExpression(text: string): LiteralText {
  return literal("literalExpression", text);
}

/** The old name of `literalExpression`. */
export function literalExample(text: string): LiteralText {
  return Object.freeze(markOldLiteral({ ...literal("literalExpression", text) }));
}

/** Markdown that documentation shows in place of a value. Fails with `bad-argument` for what is no string. */
export function literalMD(text: string): LiteralText {
  return literal("literalMD", text);
}

/** Code in a language, `nix` say, that documentation shows in place of a value. Fails with `bad-argument` for what is no string. */
export function literalCode(language: string, text: string): LiteralText {
  if (typeof language !== "string")
    failArgument("literalCode", "language", `must be a string, but is ${describeValue(language)}`);
  if (typeof text !== "string") failArgument("literalCode", "text", `must be a string, but is ${describeValue(text)}`);
  return literal("literalMD", `\`\`\`${language}\n${text}\n\`\`\``);
}

function literal(kind: LiteralText["_type"], text: unknown): LiteralText {
  if (typeof text !== "string") failArgument(kind, "text", `must be a string, but is ${describeValue(text)}`);
  return Object.freeze({ _type: kind, text });
}
