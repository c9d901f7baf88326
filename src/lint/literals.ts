// Tells text for documentation (`literalExpression` and its relatives) from values.
import { isPlainObject } from "../kernel/plain.ts";
import { isOldLiteral, type LiteralText } from "../model/option.ts";

/** Whether a value is text for documentation. */
export function isLiteral(value: unknown): value is LiteralText {
  if (!isPlainObject(value)) return false;
  const { _type: kind, text } = value;
  return (kind === "literalExpression" || kind === "literalMD") && typeof text === "string";
}

/**
 * Whether an attribute is code for documentation: `literalExpression("…")`, or a function that does nothing but return
 * it. A function is not called, it may need what is not there; its text tells.
 */
export function isExpression(value: unknown): boolean {
  if (typeof value === "function") return returnsExpression.test(Function.prototype.toString.call(value));
  return isLiteral(value) && value._type === "literalExpression";
}

// As it is written, or as a transformation of imports leaves it: `(0, _confix.literalExpression)(…)`.
const returnsExpression =
  /(?:=>\s*\(*|\breturn\b\s*\(*)\s*(?:0\s*,\s*)?(?:[\w$]+\.)*literalEx(?:pression|ample)\)?\s*\(/;

/** Whether an attribute was written with the old `literalExample`. */
export function isOldExpression(value: unknown): boolean {
  return isLiteral(value) && isOldLiteral(value);
}
