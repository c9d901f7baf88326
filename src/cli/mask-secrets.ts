// Masks the values of sensitive options in larger values.
import { attempt } from "../diagnostics/errors.ts";
import { masked } from "../diagnostics/mask.ts";
import type { Path } from "../kernel/path.ts";
import { isPlainObject } from "../kernel/plain.ts";
import type { Evaluation } from "../model/evaluation.ts";
import { contextOfOption, isOptionState, type OptionState } from "../model/option-state.ts";
import type { AnyOptionType, MergeContext, SubmoduleParameters } from "../model/option-type.ts";
import { makeOverride, priorities } from "../model/property.ts";

/** What is declared somewhere: a set of options, or what the type of an option says of what is inside. */
type Place =
  | { readonly kind: "options"; readonly tree: object }
  | { readonly kind: "secret" }
  | { readonly kind: "types"; readonly types: readonly AnyOptionType[]; readonly context: MergeContext };

/** Knows which parts of a configuration are sensitive, by what it declares. Computes no value. */
export class SecretMask {
  readonly #root: Place | null;
  // By what they are made of; null: their options cannot be told.
  readonly #submodules = new Map<SubmoduleParameters, object | null>();

  constructor(evaluation: Evaluation) {
    const tree = attempt(() => optionsOf(evaluation))?.value ?? null;
    this.#root = tree === null ? null : { kind: "options", tree };
  }

  /** A value at a path, as plain data, with everything sensitive in it masked. */
  mask(value: unknown, path: Path): unknown {
    let places: readonly Place[] = this.#root === null ? [] : [this.#root];
    for (const name of path) places = this.#inside(places, name);
    return this.#masked(value, places);
  }

  #masked(value: unknown, places: readonly Place[]): unknown {
    if (places.some(({ kind }) => kind === "secret")) return masked;
    if (places.length === 0) return value;
    if (Array.isArray(value)) return value.map((item, at) => this.#masked(item, this.#inside(places, String(at))));
    if (!isPlainObject(value)) return value;
    const copy: Record<string, unknown> = Object.create(null);
    for (const name of Object.keys(value)) copy[name] = this.#masked(value[name], this.#inside(places, name));
    return copy;
  }

  #inside(places: readonly Place[], name: string): readonly Place[] {
    return places.flatMap((place): readonly Place[] => {
      if (place.kind === "secret") return [place];
      if (place.kind === "options") return Object.hasOwn(place.tree, name) ? placeOf(member(place.tree, name)) : [];
      return place.types.flatMap((type) => this.#insideType(type, place.context, name));
    });
  }

  // Types that stand at the option's own path (`nullOr`, `either`) are looked through; those of members take a name.
  #insideType(type: AnyOptionType, context: MergeContext, name: string): readonly Place[] {
    const { submodule, memberName, nestedTypes } = type;
    if (submodule !== null) {
      const tree = this.#optionsOf(submodule, context);
      return tree !== null && Object.hasOwn(tree, name) ? placeOf(member(tree, name)) : [];
    }
    const nested = Object.values(nestedTypes);
    if (memberName !== null) return nested.length === 0 ? [] : [{ kind: "types", types: nested, context }];
    return nested.flatMap((each) => this.#insideType(each, context, name));
  }

  #optionsOf(parameters: SubmoduleParameters, context: MergeContext): object | null {
    const known = this.#submodules.get(parameters);
    if (known !== undefined) return known;
    // The cast: what a merge context lends for a submodule is an evaluation, seen as little of it as types need.
    const options =
      attempt(() => optionsOf(context.emptySubmodule(parameters) as unknown as Evaluation))?.value ?? null;
    this.#submodules.set(parameters, options);
    return options;
  }
}

// Names that are defined and not declared are reported elsewhere.
function optionsOf(evaluation: Evaluation): object {
  const lenient = { _module: { check: makeOverride(priorities.force, false) } };
  return evaluation.extendModules({ modules: [lenient] }).options;
}

function placeOf(found: unknown): readonly Place[] {
  if (isOptionState(found)) return placeOfOption(found);
  return isPlainObject(found) ? [{ kind: "options", tree: found }] : [];
}

function placeOfOption(option: OptionState): readonly Place[] {
  // What keeps an option from being told is reported elsewhere; nothing of it is shown meanwhile.
  const isSecret = attempt(() => option.sensitive === true)?.value ?? true;
  if (isSecret) return [{ kind: "secret" }];
  const type = attempt(() => option.type)?.value ?? null;
  return type === null ? [] : [{ kind: "types", types: [type], context: option[contextOfOption] }];
}

function member(tree: object, name: string): unknown {
  return attempt(() => (tree as Readonly<Record<string, unknown>>)[name])?.value; // The cast: it is one of its names.
}
