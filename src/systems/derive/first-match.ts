// Picks a value by the first rule whose question a platform answers with yes.
import type { Platform } from "../platform.ts";
import type { PredicateName } from "../tables/patterns.ts";

/** An attribute of a platform that is true or false. */
export type Question = PredicateName | "isStatic" | "useLLVM";

/** A question, or several that must all be answered with yes; and the value then. */
export type Rule<T> = readonly [question: Question | readonly Question[], value: T];

/** The value of the first rule that applies, else `otherwise`. */
export function firstMatch<T>(platform: Platform, rules: readonly Rule<T>[], otherwise: T): T {
  for (const [question, value] of rules) {
    const questions = typeof question === "string" ? [question] : question;
    if (questions.every((asked) => platform[asked])) return value;
  }
  return otherwise;
}
