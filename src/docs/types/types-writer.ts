// Writes the TypeScript types of options, of the sets they stand in, and of what their types give.
import { partsOf } from "../../evaluate/index.ts";
import { sortNames } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { isOption } from "../../model/option.ts";
import { contextOfOption, isOptionState, type OptionState } from "../../model/option-state.ts";
import type { AnyOptionType } from "../../model/option-type.ts";
import { orIfItFails } from "../configuration/attempt.ts";
import { type Inside, insideOfSubmodule } from "../configuration/evaluation-inside.ts";
import { below, type Undeclared } from "../configuration/freeform.ts";
import { madeType } from "../configuration/made-type.ts";
import { NamedParts } from "../configuration/named-parts.ts";
import { firstOption, type Place } from "../configuration/place.ts";
import { factsOf, type OptionFacts } from "../configuration/option-facts.ts";
import { isOwnType } from "../json-schema/own-type.ts";
import { commentOf, linesOf } from "./option-comment.ts";
import { rows } from "./rows.ts";
import {
  atom,
  intersectionOf,
  neverText,
  type Property,
  recordOf,
  setOf,
  type TypeText,
  unionOf,
  unknownText,
} from "./type-text.ts";

const dataTypes = {
  JsonValue: "null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue }",
  DataWithoutNull:
    "boolean | number | string | readonly DataWithoutNull[] | { readonly [name: string]: DataWithoutNull }",
} as const;

// Names of types for which there is more than a row.
const submodule = "submodule";
const attrTag = "attrTag";

/** What parameterises the types that are known, as their `functor` calls it. */
export const knownTypes: readonly string[] = [...Object.keys(rows), submodule, attrTag];

/** Writes types, and collects those that have a name of their own. */
export class TypesWriter {
  readonly #parts: NamedParts<TypeText>;
  readonly #data = new Set<keyof typeof dataTypes>();

  /** `rootName` is what the whole is called. */
  constructor(rootName: string) {
    this.#parts = new NamedParts<TypeText>(atom, [rootName, ...Object.keys(dataTypes), ...takenNames]);
  }

  /** The types that have names, in the order of these. */
  declarations(): ReadonlyMap<string, TypeText> {
    const all = new Map(this.#parts.defined);
    for (const name of this.#data) all.set(name, { text: dataTypes[name], form: "union" });
    return new Map(sortNames(all.keys()).map((name) => [name, all.get(name) ?? unknownText]));
  }

  /** What is read from the configuration of an evaluation. */
  inside({ options, undeclared }: Inside, names: readonly string[], around: OptionState | null): TypeText {
    return this.#set(options, undeclared, names, around);
  }

  #set(
    tree: Readonly<Record<string, unknown>>,
    undeclared: Undeclared,
    names: readonly string[],
    around: OptionState | null,
  ): TypeText {
    // What modules say to the evaluator is no part of what is read.
    const declared = sortNames(Object.keys(tree)).filter((name) => name !== "_module");
    const properties = declared.flatMap((name): readonly Property[] => {
      const member = tree[name];
      const place = [...names, name];
      if (isOptionState(member)) return [this.#option(name, { option: member, names: place })];
      if (!isPlainObject(member)) return [];
      return [{ name, type: this.#set(member, below(undeclared), place, around), comment: [] }];
    });
    const others = this.#undeclared(undeclared, tree, names, around);
    if (others === null) return setOf(properties);
    // Every property fits a signature of anything, and none needs to fit one beside it.
    if (others.text === "unknown") return setOf(properties, others);
    return properties.length === 0 ? recordOf(others) : intersectionOf([setOf(properties), recordOf(others)]);
  }

  #undeclared(
    undeclared: Undeclared,
    tree: Readonly<Record<string, unknown>>,
    names: readonly string[],
    around: OptionState | null,
  ): TypeText | null {
    if (undeclared.kind === "nothing") return null;
    const option = around ?? firstOption(tree);
    if (undeclared.kind === "anything" || option === null) return unknownText;
    return this.#type(undeclared.type, { option, names });
  }

  #option(name: string, place: Place): Property {
    const facts = factsOf(place.option);
    return { name, type: this.#read(facts, place), comment: commentOf(place.option, facts) };
  }

  #read({ type, removal, isApplied }: OptionFacts, place: Place): TypeText {
    if (removal !== null) return neverText;
    return isApplied || type === null ? unknownText : this.#type(type, place);
  }

  #type(type: AnyOptionType, place: Place): TypeText {
    const { base, accepts, isMergedOtherwise } = madeType(type);
    if (accepts === "other" || isMergedOtherwise) return unknownText;
    const { name } = base.functor;
    if (name === submodule) return this.#submodule(base, place);
    if (name === attrTag) return this.#tags(base, place);
    const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
    if (row === undefined || !isOwnType(base)) return unknownText;
    return row({
      type: base,
      inside: (role) => {
        const inner = base.nestedTypes[role];
        return inner === undefined ? unknownText : this.#type(inner, place);
      },
      declare: (data) => {
        this.#data.add(data);
        return atom(data);
      },
    });
  }

  #submodule({ submodule: parameters }: AnyOptionType, place: Place): TypeText {
    const inside = parameters === null ? null : insideOfSubmodule(parameters, place.option[contextOfOption]);
    if (parameters === null || inside === null) return unknownText;
    const found = this.#parts.describe({
      key: partsOf(parameters),
      names: Object.keys(inside.options),
      hint: hintOf(place),
      make: () => this.inside(inside, place.names, place.option),
    });
    return found ?? recordOf(unknownText);
  }

  #tags(type: AnyOptionType, place: Place): TypeText {
    const { payload } = type.functor;
    const tags = isPlainObject(payload) && isPlainObject(payload["tags"]) ? payload["tags"] : null;
    if (tags === null) return unknownText;
    const names = sortNames(Object.keys(tags));
    const found = this.#parts.describe({
      key: [tags],
      names,
      hint: hintOf(place),
      make: () => {
        const types = orIfItFails(null, () => type.nestedTypes);
        return unionOf(names.map((name) => setOf([this.#tag(name, tags[name], types?.[name], place)])));
      },
    });
    return found ?? recordOf(unknownText);
  }

  #tag(name: string, tag: unknown, type: AnyOptionType | undefined, place: Place): Property {
    const { apply, description } = isOption(tag) ? tag : {};
    const isKnown = type !== undefined && apply === undefined;
    const comment = typeof description === "string" ? linesOf(description.trim()) : [];
    return { name, type: isKnown ? this.#type(type, place) : unknownText, comment };
  }
}

// Names that would mean something else.
const takenNames: readonly string[] = [
  "Array",
  "Boolean",
  "Function",
  "Number",
  "Object",
  "Record",
  "String",
  "Symbol",
];

function hintOf({ names }: Place): string {
  const words = (names.at(-1) ?? "").split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join("");
  return /^[A-Z]/.test(name) ? name : `Part${name}`;
}
