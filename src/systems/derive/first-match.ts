// Picks a value by the first rule whose question a platform answers with yes.
import type { Platform } from "../platform.ts";
import type { PredicateName } from "../tables/patterns.ts";

/** An attribute of a platform that is true or false. */
export type Question = PredicateName | "isStatic" | "useLLVM";

/** A question to be answered with yes, or, after an exclamation mark, with no. */
export type Asked = Question | `!${Question}`;

/** A question, or several that must all be answered so; and the value then. */
export type Rule<T> = readonly [question: Asked | readonly Asked[], value: T];

/** The value of the first rule that applies, else `otherwise`. */
export function firstMatch<T>(platform: Platform, rules: readonly Rule<T>[], otherwise: T): T {
  for (const [question, value] of rules) {
    const questions = typeof question === "string" ? [question] : question;
    if (questions.every((asked) => holds(platform, asked))) return value;
  }
  return otherwise;
}

function holds(platform: Platform, asked: Asked): boolean {
  // The casts: what is left or right of the mark is a question, by the type of `asked`.
  return asked.startsWith("!") ? !platform[asked.slice(1) as Question] : platform[asked as Question];
}
