// What an option says of itself, as far as it can be told: nothing that fails is reported, it is left out.
import { isConfixError } from "../../diagnostics/errors.ts";
import { masked } from "../../diagnostics/mask.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import type { OptionState } from "../../model/option-state.ts";
import { type AnyOptionType, descriptionOf } from "../../model/option-type.ts";
import { orIfItFails } from "./attempt.ts";
import { type Json, plainJson } from "./plain-json.ts";

/** What an option says of itself. */
export interface OptionFacts {
  /** The type; null: it cannot be told. */
  readonly type: AnyOptionType | null;
  /** What the type takes, in words; null: it cannot be told. */
  readonly typeText: string | null;
  /** In Markdown; null: there is none. */
  readonly description: string | null;
  /** The text that stands for the default, in Markdown; null: there is none. */
  readonly defaultText: string | null;
  readonly hasDefault: boolean;
  readonly isReadOnly: boolean;
  readonly isSensitive: boolean;
  /** Whether it is shown to people who write configuration. */
  readonly isShown: boolean;
  /** Whether reading it gives something else than its type says. */
  readonly isApplied: boolean;
  /** Whether it stands for another option, or for one that is no more. */
  readonly isObsolete: boolean;
  /** Why it should not be used any more; null: nothing is said against it. */
  readonly deprecation: string | null;
  /** What to do instead of defining it; null: it may be defined. */
  readonly removal: string | null;
}

/** Asks an option. Its default is computed if it has one, as it may fail. */
export function factsOf(option: OptionState): OptionFacts {
  const type = orIfItFails(null, () => option.type);
  const isObsolete = orIfItFails(false, () => option.obsolete === true);
  const description = orIfItFails(null, () => textOf(option.description));
  const visible = orIfItFails(true, () => option.visible ?? true);
  const removal = isObsolete && description === null ? removalOf(option) : null;
  const isRenamed = isObsolete && visible === false;
  return {
    type,
    typeText: type === null ? null : descriptionOf(type),
    description,
    defaultText: orIfItFails(null, () => textOf(option.defaultText)),
    hasDefault: orIfItFails(true, () => option.default !== undefined),
    isReadOnly: orIfItFails(false, () => option.readOnly === true),
    isSensitive: orIfItFails(true, () => option.sensitive === true),
    isShown: visible !== false && !orIfItFails(false, () => option.internal === true),
    isApplied: orIfItFails(true, () => option.apply !== undefined),
    isObsolete,
    deprecation:
      removal ?? (isRenamed ? (description ?? "Replaced by another option.") : (type?.deprecationMessage ?? null)),
    removal,
  };
}

/** The default as data; undefined: there is none that could be shown. */
export function defaultData(option: OptionState): Json | undefined {
  // A text stands there because the value tells nothing, or too much.
  if (orIfItFails(true, () => option.defaultText !== undefined)) return undefined;
  const value = orIfItFails(undefined, () => plainJson(option.default));
  return JSON.stringify(value)?.includes(noName) === true ? undefined : value;
}

// What a submodule gets as its name where nothing defines it. A default made with it is nobody's.
const noName = "‹name›";

/** The example as data; undefined: there is none, or it is code. */
export function exampleData(option: OptionState): Json | undefined {
  return orIfItFails(undefined, () => plainJson(option.example));
}

// Reading an option that was removed is an error, which says what to do instead.
function removalOf({ apply }: OptionState): string | null {
  if (apply === undefined || apply.length > 0) return null;
  try {
    // The cast: it declares no parameter.
    (apply as () => unknown)();
    return null;
  } catch (error) {
    if (!isConfixError(error)) return null;
    const removed = error.diagnostics.find(({ code }) => code === "removed-option");
    const text = removed?.data["text"];
    return typeof text === "string" ? text : null;
  }
}

// A string, or a set made by `literalExpression` or `literalMD`. In Markdown, without nixpkgs' roles: {option}`x`.
function textOf(value: unknown): string | null {
  const text = isPlainObject(value) ? codeOrText(value) : value;
  if (typeof text !== "string" || text.trim() === "" || text.includes(masked)) return null;
  return text.trim().replaceAll(/\{[a-z]+\}(?=`)/g, "");
}

function codeOrText({ _type, text }: Readonly<Record<string, unknown>>): unknown {
  if (typeof text !== "string") return undefined;
  return _type === "literalExpression" ? `\`${text.replaceAll(/\s*\n\s*/g, " ")}\`` : text;
}
