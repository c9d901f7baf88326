// The listing in the shape of nixpkgs' `options.json`, which many tools read.
import type { DocumentedOption, DocumentedText } from "./documented-option.ts";
import type { DocumentedPlace, PlacedOption } from "./documented-place.ts";
import { compareNames } from "../kernel/path.ts";
import { descriptionText } from "./listed-option.ts";
import { relatedPackagesText } from "./related-packages.ts";

/** A file: its name, or, where it can be seen, its name and address. */
export type OptionsJsonFile = string | { readonly name: string; readonly url: string };

/** What `options.json` tells of one option. */
export interface OptionsJsonEntry {
  readonly declarations: readonly OptionsJsonFile[];
  readonly default?: DocumentedText;
  /** Where its value comes from. Absent: nobody asked. */
  readonly definitions?: readonly OptionsJsonFile[];
  /** In Markdown. */
  readonly description: string;
  readonly example?: DocumentedText;
  readonly loc: readonly string[];
  readonly readOnly: boolean;
  /** In Markdown; an empty list is passed on as it is. */
  readonly relatedPackages?: string | readonly never[];
  readonly type: string;
  /** Its present value; nixpkgs has no such field. Absent: nobody asked, or there is none. */
  readonly value?: DocumentedText;
}

/** The contents of `options.json`: what is told of each option, by name. */
export type OptionsJson = Readonly<Record<string, OptionsJsonEntry>>;

/** How `options.json` is made. */
export interface OptionsJsonRequest {
  /** Where a file can be seen; null: nowhere. Default: nowhere, and files are told by name alone. */
  readonly urlOf?: (file: string) => string | null;
}

/**
 * Records as nixpkgs' `options.json` has them: an object by option name, sorted, with the fields `declarations`,
 * `default`, `description`, `example`, `loc`, `readOnly`, `relatedPackages` and `type`. What is internal or not visible has
 * to be left out of the records, as `documentOptions` does. Plain data for `JSON.stringify`.
 */
export function optionsJson(
  options: readonly (DocumentedOption | PlacedOption)[],
  { urlOf = () => null }: OptionsJsonRequest = {},
): OptionsJson {
  const file = (name: string): OptionsJsonFile => {
    const url = urlOf(name);
    return url === null ? name : Object.freeze({ name, url });
  };
  const sorted = options.toSorted((left, right) => compareNames(left.name, right.name));
  return Object.freeze(Object.fromEntries(sorted.map((option) => [option.name, entryOf(option, file)])));
}

// The fields by name, as Nix prints them.
function entryOf(option: DocumentedOption | PlacedOption, file: (name: string) => OptionsJsonFile): OptionsJsonEntry {
  const packages = relatedPackagesText(option.relatedPackages);
  const current = "current" in option ? option.current : undefined;
  return Object.freeze({
    declarations: option.declarations.map(file),
    ...(option.default !== undefined && { default: knownText(option.default) }),
    ...(current !== undefined && { definitions: filesOf(current.definedIn).map(file) }),
    description: descriptionText(option.description) || "This option has no description.",
    ...(option.example !== undefined && { example: knownText(option.example) }),
    loc: option.loc,
    readOnly: option.readOnly,
    ...(packages !== null && { relatedPackages: packages }),
    type: option.type,
    ...(current !== undefined && { value: { _type: "literalExpression", text: current.value } }),
  });
}

// Readers of the file refuse other kinds of text than these two.
function knownText(text: DocumentedText): DocumentedText {
  return text._type === "literalMD" ? text : { _type: "literalExpression", text: text.text };
}

function filesOf(places: readonly DocumentedPlace[]): readonly string[] {
  return [...new Set(places.map(({ file }) => file))];
}
