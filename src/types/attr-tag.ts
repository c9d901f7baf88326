// Tagged unions: sets with exactly one name, which tells what its value is.
import { fail } from "../diagnostics/errors.ts";
import { atDefinitions, diagnostic } from "../diagnostics/report.ts";
import { suggestNames } from "../diagnostics/suggest.ts";
import { isPlainObject, memberValue } from "../kernel/plain.ts";
import { showName, sortNames } from "../kernel/path.ts";
import { memberDefinition } from "../model/definition.ts";
import type { Definition, SettledDefinition } from "../model/definition.ts";
import { isOption } from "../model/option.ts";
import type { Option } from "../model/option.ts";
import { isOptionType } from "../model/option-type.ts";
import type { AnyOptionType, MergeContext, OptionType } from "../model/option-type.ts";
import { priorities } from "../model/property.ts";
import type { ConfigOf, InputOf } from "../model/typed.ts";
import { memberPath, mkOptionType } from "./define-type.ts";
import { mergeTags } from "./merge-tags.ts";
import { showDefinitions } from "./merge-strategies.ts";
import { failArgument } from "./require-type.ts";
import { type Tags, tagType, typeOfTag } from "./tag-type.ts";

type Tagged<O extends Tags> = { [K in keyof O]: { readonly [N in K]: ConfigOf<O[N]> } }[keyof O];
type TaggedInput<O extends Tags> = { [K in keyof O]: { readonly [N in K]: InputOf<O[N]> } }[keyof O];

const functorName = "attrTag";

interface Payload {
  readonly tags: Tags;
}

/**
 * A set with exactly one name, one of the tags; all definitions have to choose the same. The value under it is that of
 * an option: its type, `default`, `apply` and `readOnly` count, and properties inside do. A tag whose definitions all
 * stand under false conditions is still chosen. A `default` that is a function gets the arguments of the first
 * definition. Declared twice, the alternatives add up; those of one name must agree as declarations of an option do.
 */
export function attrTag<const O extends Tags>(tags: O): OptionType<Tagged<O>, TaggedInput<O>> {
  for (const [name, tag] of Object.entries(tags)) requireTag(name, tag);
  const names = sortNames(Object.keys(tags));
  return mkOptionType<Tagged<O>, TaggedInput<O>>({
    name: "attrTag",
    description: `attribute-tagged union with choices: ${names.map(showName).join(", ")}`,
    descriptionClass: "noun",
    check: (value) => {
      const [tag, ...others] = isPlainObject(value) ? namesIn(value) : [];
      return tag !== undefined && others.length === 0 && Object.hasOwn(tags, tag);
    },
    explain: (value) => (isPlainObject(value) ? explainTags(namesIn(value), names) : null),
    merge: (context, definitions) => mergeTagged(context, tags, definitions),
    functor: { name: functorName, payload: { tags } satisfies Payload },
    typeMerge: (_self, other) => {
      // The cast: whoever has this functor was made here, but for a user's type of the same name.
      const payload = other.functor.name === functorName ? (other.functor.payload as Payload | null) : null;
      const merged = payload?.tags === undefined ? null : mergeTags(tags, payload.tags);
      return merged === null ? null : attrTag(merged);
    },
    nestedTypes: () => Object.fromEntries(names.map((name) => [name, typeOfTag(tags[name], name, {})])),
    // To documentation the alternatives look like the options of a submodule at the same path.
    submodule: Object.freeze({ modules: [{ options: tags }], specialArgs: {}, class: null }),
  });
}

function mergeTagged(context: MergeContext, tags: Tags, definitions: readonly SettledDefinition[]): unknown {
  const chosen = new Set(definitions.flatMap(({ value }) => (isPlainObject(value) ? namesIn(value) : [])));
  const [tag, ...others] = chosen;
  const [first] = definitions;
  const option = tag === undefined ? undefined : tags[tag];
  const place = atDefinitions(context.path, showDefinitions(definitions));
  if (others.length > 0) fail(diagnostic("different-tags", place, { tags: sortNames(chosen) }));
  if (tag === undefined || first === undefined || option === undefined) {
    const data = {
      type: "attribute-tagged union",
      detail: explainTags([...chosen], Object.keys(tags)),
      isFunction: false,
    };
    return fail(diagnostic("wrong-type", place, data));
  }
  const given = definitions.map((definition) => {
    // The cast: the type accepts sets only.
    return memberDefinition(definition, memberValue(definition.value as object, tag), tag);
  });
  const all = option.default === undefined ? given : [defaultOf(option, first), ...given];
  const type = tagType(option, typeOfTag(option, tag, first.args));
  if (option.readOnly === true) checkReadOnly(context, tag, type, all);
  return context.record(new Map([[tag, context.member(tag, type, all)]]));
}

function defaultOf(option: Option<unknown>, { args, origin }: SettledDefinition): Definition {
  return { value: option.default, args, origin, conditions: null, priority: priorities.optionDefault, order: null };
}

function checkReadOnly(context: MergeContext, tag: string, type: AnyOptionType, all: readonly Definition[]): void {
  const holding = all.filter((definition) => context.member(tag, type, [definition]).isDefined());
  if (holding.length <= 1) return;
  const shown = holding.map(({ origin }) => ({ origin, shown: null }));
  fail(diagnostic("read-only", atDefinitions(memberPath(context, tag), shown), {}));
}

// A present `undefined` is the same as an absent name.
function namesIn(set: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(set).filter((name) => memberValue(set, name) !== undefined);
}

function explainTags(found: readonly string[], known: readonly string[]): string {
  const [tag, ...others] = found;
  if (tag === undefined) return "it has no name, but takes exactly one";
  if (others.length > 0) return `it has ${found.length} names, but takes exactly one`;
  const [near] = suggestNames(tag, known);
  return `\`${tag}\` is none of its tags${near === undefined ? "" : `, did you mean \`${near}\`?`}`;
}

function requireTag(name: string, tag: unknown): void {
  if (isOption(tag)) return;
  const found = isOptionType(tag) ? "is a bare type" : "is none";
  failArgument("attrTag", `each tag must be an option, made by \`mkOption\`, but \`${name}\` ${found}`);
}
