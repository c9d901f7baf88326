// Data that a file format can hold: JSON, TOML and the like.
import { fail } from "../diagnostics/errors.ts";
import { atDefinitions, diagnostic } from "../diagnostics/report.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { flag, text } from "../kernel/value-kind.ts";
import type { SettledDefinition } from "../model/definition.ts";
import type { MergeContext, OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { explainNumber, isFiniteNumber } from "./explain-number.ts";
import { showDefinitions } from "./merge-strategies.ts";
import { mergeTree } from "./merge-tree.ts";
import { requireParameters } from "./require-parameters.ts";

/** Data without functions and class instances; `N` is null if the format has a null, else never. */
export type SerializableValue<N extends null> =
  | N
  | boolean
  | number
  | string
  | readonly SerializableValue<N>[]
  | { readonly [name: string]: SerializableValue<N> };

/** What JSON can hold. */
export type JsonValue = SerializableValue<null>;

/** What TOML can hold, dates aside: JSON without null. */
export type TomlValue = SerializableValue<never>;

/** What a file format is called and can hold. */
export interface SerializableParameters {
  /** The name of the format, for the description. */
  readonly typeName: string;
  /** Whether it has a null. Default true. */
  readonly nullable?: boolean;
}

/**
 * Data of a file format: booleans, finite numbers, strings, lists and plain objects of such data, and null unless
 * `nullable` is false. Several definitions are merged at any depth: objects name by name, lists are joined, the rest must
 * be equal. Where nothing defines it and the format has a null, the value is null.
 */
export function serializableValueWith(parameters: {
  readonly typeName: string;
  readonly nullable: false;
}): OptionType<TomlValue>;
export function serializableValueWith(parameters: SerializableParameters): OptionType<JsonValue>;
export function serializableValueWith(parameters: SerializableParameters): OptionType<JsonValue> {
  requireParameters("serializableValueWith", parameters, { typeName: text, nullable: flag });
  const { typeName, nullable = true } = parameters;
  const type: OptionType<JsonValue> = mkOptionType<JsonValue>({
    name: "serializableValue",
    description: `${typeName} value`,
    descriptionClass: "conjunction",
    check: (value) => (value === null ? nullable : isData(value)),
    explain: (value) => (value === null ? `${typeName} has no null` : explainData(value)),
    merge: (context, definitions) => {
      refuseMixedNulls(context, definitions);
      return mergeTree(context, definitions, type);
    },
    emptyValue: nullable ? (): null => null : null,
    functor: { name: "serializableValue", payload: `${typeName}${nullable ? " or null" : ""}` },
    typeMerge: (self, { functor }) =>
      functor.name === self.functor.name && functor.payload === self.functor.payload ? self : null,
  });
  return type;
}

/** What JSON can hold. */
export const json: OptionType<JsonValue> = serializableValueWith({ typeName: "JSON" });

/** What TOML can hold: JSON without null. */
export const toml: OptionType<TomlValue> = serializableValueWith({ typeName: "TOML", nullable: false });

// The outermost shape alone: members are of the same type, and checked when they are merged.
function isData(value: unknown): boolean {
  if (typeof value === "object") return Array.isArray(value) || isPlainObject(value);
  return typeof value === "boolean" || typeof value === "string" || isFiniteNumber(value);
}

function explainData(value: unknown): string | null {
  if (typeof value === "object") return "among objects only plain ones and lists are data";
  return explainNumber(value);
}

function refuseMixedNulls(context: MergeContext, definitions: readonly SettledDefinition[]): void {
  const nulls = definitions.filter(({ value }) => value === null);
  if (nulls.length === 0 || nulls.length === definitions.length) return;
  fail(diagnostic("null-and-value", atDefinitions(context.path, showDefinitions(definitions)), {}));
}
