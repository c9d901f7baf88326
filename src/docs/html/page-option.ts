// Makes of the record of an option what the page shows of it.
import { showName } from "../../kernel/path.ts";
import type { DocumentedText } from "../documented-option.ts";
import type { DocumentedPlace, PlacedOption } from "../documented-place.ts";
import { wellFormed } from "./address.ts";
import type { Mark, PageOption, Shown, ShownPlace } from "./page-data.ts";

/** The name of an option as the page writes it. */
export function pageName(option: PlacedOption): string {
  return pagePath(option).join(".");
}

/** What `pageOption` needs. */
export interface PageOptionContext {
  /** Makes HTML of Markdown. */
  readonly markdown: (text: string) => string;
  /** Where a file can be seen; null: nobody said. */
  readonly urlOf: (file: string) => string | null;
}

/** The option as data of the page. */
export function pageOption(option: PlacedOption, { markdown, urlOf }: PageOptionContext): PageOption {
  const places = (told: readonly DocumentedPlace[]): readonly ShownPlace[] =>
    told.map((place) => shownPlace(place, urlOf(place.file)));
  const { current, declaredAt, type } = option;
  const marks = marksOf(option);
  const description = textOf(option.description, markdown);
  const related = textOf(option.relatedPackages, markdown);
  return {
    path: pagePath(option),
    type,
    ...(marks.length > 0 && { marks }),
    ...(description !== null && { description }),
    ...(option.default !== undefined && { default: shown(option.default, markdown) }),
    ...(option.example !== undefined && { example: shown(option.example, markdown) }),
    ...(related !== null && { related }),
    ...(current !== undefined && { current: current.value, definedIn: places(current.definedIn) }),
    ...(declaredAt.length > 0 && { declaredIn: places(declaredAt) }),
  };
}

function pagePath({ loc }: PlacedOption): readonly string[] {
  return loc.map((name) => wellFormed(showName(name)));
}

function marksOf({ readOnly, internal, visible }: PlacedOption): readonly Mark[] {
  return [
    ...(readOnly ? (["read only"] as const) : []),
    ...(internal ? (["internal"] as const) : []),
    ...(visible ? [] : (["hidden"] as const)),
  ];
}

// Descriptions are Markdown, bare or in a set that says so. What else people write there is shown as it is.
function textOf(value: unknown, markdown: (text: string) => string): Shown | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string") return { html: markdown(value) };
  if (isText(value)) return { html: markdown(value.text) };
  if (Array.isArray(value) && value.length === 0) return null;
  return { code: JSON.stringify(value, null, 2) };
}

function isText(value: unknown): value is { readonly text: string } {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
}

const markdownKinds: ReadonlySet<string> = new Set(["literalMD", "mdDoc"]);

function shown({ _type, text }: DocumentedText, markdown: (text: string) => string): Shown {
  return markdownKinds.has(_type) ? { html: markdown(text) } : { code: text };
}

// Only what is on the web is a link: a page that is given on leads nowhere else.
function shownPlace({ file, line, column }: DocumentedPlace, url: string | null): ShownPlace {
  const text = [file, ...(line === null ? [] : [line, ...(column === null ? [] : [column])])].join(":");
  return url !== null && /^https?:\/\//i.test(url) ? { text, url } : { text };
}
