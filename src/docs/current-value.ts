// What an option is in one configuration, and who says so.
import { masked } from "../diagnostics/mask.ts";
import { isPlainObject } from "../kernel/plain.ts";
import type { Path } from "../kernel/path.ts";
import { resolveOrigin } from "../kernel/trail.ts";
import { evaluationBrand, hasBrand } from "../model/brands.ts";
import { isOptionState, type OptionState } from "../model/option-state.ts";
import { priorities } from "../model/property.ts";
import type { DocumentedCurrent, DocumentedPlace } from "./documented-place.ts";
import { hasSecretsInside, notComputed, type ReadPart } from "./record-option.ts";
import { renderOptionValue } from "./render-option-value.ts";
import type { FoundOption } from "./sub-options.ts";

/** Where to look for a value, and how. */
export interface CurrentRequest {
  /** The options of the configuration. */
  readonly options: unknown;
  readonly at: Path;
  readonly nameOf: (file: string) => string;
  readonly read: ReadPart;
}

/** What the option is at a path of a configuration; null: nothing is there. */
export function currentOf(found: FoundOption, { options, at, nameOf, read }: CurrentRequest): DocumentedCurrent | null {
  const state = read(() => stateAt(options, at), null);
  if (state === null) return null;
  const isSecret = state.sensitive === true || hasSecretsInside(found);
  const value = read(() => valueText(state, isSecret), notComputed);
  const definedIn = read(() => definingPlaces(state, nameOf), []);
  return Object.freeze({ value, definedIn: Object.freeze(definedIn) });
}

function valueText(state: OptionState, isSecret: boolean): string {
  if (!state.isDefined && state.type.emptyValue === null) return "(not defined)";
  if (isSecret) return masked;
  return renderOptionValue(state.value).text;
}

function definingPlaces(state: OptionState, nameOf: (file: string) => string): DocumentedPlace[] {
  // Of what has the strength of a default, the first is the default itself.
  const isDefault = state.highestPrio === priorities.optionDefault && state.default !== undefined;
  return state.definitionsWithLocations.slice(isDefault ? 1 : 0).map(({ origin }) => {
    const { file, line = null, column = null } = resolveOrigin(origin);
    return Object.freeze({ file: nameOf(file), line, column });
  });
}

/** The option at a path, also inside of submodules that are defined; null: there is none. */
function stateAt(tree: unknown, path: Path): OptionState | null {
  let here = tree;
  for (const [at, name] of path.entries()) {
    if (isOptionState(here)) return stateInside(here.valueMeta, path.slice(at));
    if (!isPlainObject(here) || !Object.hasOwn(here, name)) return null;
    here = here[name];
  }
  return isOptionState(here) ? here : null;
}

// What a type tells beside its value: of its submodule, or of its members.
function stateInside(meta: unknown, path: Path): OptionState | null {
  const [name = "", ...rest] = path;
  if (!isPlainObject(meta) || path.length === 0) return null;
  const { configuration, attrs, list } = meta;
  if (hasBrand(configuration, evaluationBrand) && "options" in configuration)
    return stateAt(configuration.options, path);
  if (Array.isArray(list)) return /^\d+$/.test(name) ? stateInside(list[Number(name)], rest) : null;
  return isPlainObject(attrs) && Object.hasOwn(attrs, name) ? stateInside(attrs[name], rest) : null;
}
