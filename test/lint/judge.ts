// Shorthands with which the tests of rules make declarations and see what is said of them.
import { type Diagnostic, lint, type LintRequest, messageOf, mkOption, showPath } from "confix";
import type { MkOptionAttributes } from "../../src/authoring/mk-option.ts";
import type { RuleId } from "../../src/lint/index.ts";

/** Attributes of an option, of which TypeScript knows nothing. */
export type Attributes = MkOptionAttributes<unknown, unknown> & { readonly default?: unknown };

/** An option with these attributes. */
export function option(attributes: Attributes): object {
  return mkOption(attributes as object);
}

/** What a rule says of the options of a module, by path; others are not asked. */
export function judge(rule: RuleId, options: object, request: LintRequest = {}): readonly Diagnostic[] {
  const found = lint([{ options }] as never, request); // The cast: tests say what they expect.
  return found.filter(({ code }) => code === rule);
}

/** The same as words: severity and path. */
export function judgeInShort(rule: RuleId, options: object, request: LintRequest = {}): readonly string[] {
  return judge(rule, options, request).map(({ severity, path }) => `${severity} ${showPath(path ?? [])}`);
}

/** Whether a rule says anything of one option called `a`, and how bad it is. */
export function judgeOption(rule: RuleId, attributes: Attributes, request: LintRequest = {}): string | null {
  const [found, ...others] = judge(rule, { a: option(attributes) }, request);
  if (others.length > 0) throw new Error(others.map(messageOf).join("\n"));
  return found?.severity ?? null;
}

/** Fails when it is called: for what must not be computed. */
export function bomb(): never {
  throw new Error("this must not be computed");
}

/** A package. */
export const pkg = { type: "derivation", name: "hello-2.12" } as const;
