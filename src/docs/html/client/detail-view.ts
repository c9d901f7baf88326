// What the page tells of one option.
import { addressOfList } from "../address.ts";
import type { PageOption, Shown, ShownPlace } from "../page-data.ts";
import { count, find, make, nameText } from "./elements.ts";
import { type Catalog, type Entry, groupAround } from "./option-catalog.ts";

export class DetailView {
  readonly #article: HTMLElement = find("detail", HTMLElement);
  readonly #catalog: Catalog;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** Shows the option of this name; null: none. `back` is the address of the list that it was opened from. */
  show(name: string | null, back: string): void {
    this.#article.hidden = name === null;
    this.#article.replaceChildren();
    this.#article.scrollTop = 0;
    if (name === null) return;
    const link = make("a", { class: "back", href: back }, "Back to the list");
    const entries = this.#catalog.byName.get(name) ?? [];
    const [first] = entries;
    if (first === undefined) this.#article.append(link, ...missing(name));
    else this.#article.append(link, ...this.#head(first), ...entries.flatMap(body));
  }

  /** The heading, which takes the focus when an option is opened. */
  heading(): HTMLElement | null {
    return this.#article.querySelector("h2");
  }

  #head({ option, name }: Entry): readonly Node[] {
    const heading = make("h2", { tabindex: "-1" }, ...nameText(option.path));
    const around = groupAround(option);
    const inside = this.#catalog.groups.get(name);
    const links = [
      ...(around === "" ? [] : [make("a", { href: addressOfList("", around) }, "All in ", ...nameText([around]))]),
      ...(inside === undefined || name === ""
        ? []
        : [make("a", { href: addressOfList("", name) }, `${count(inside.size, "option")} inside`)]),
    ];
    return links.length === 0 ? [heading] : [heading, make("p", { class: "around" }, ...links)];
  }
}

function missing(name: string): readonly Node[] {
  return [
    make("h2", { tabindex: "-1" }, make("code", {}, name)),
    make("p", {}, "There is no option of this name here. It may have been renamed, or the address is not complete."),
  ];
}

function body({ option }: Entry): readonly Node[] {
  const marks = (option.marks ?? []).map((mark) => make("span", { class: "mark" }, mark));
  const description = option.description;
  return [
    ...(marks.length === 0 ? [] : [make("p", { class: "marks" }, ...marks)]),
    description === undefined
      ? make("p", { class: "none" }, "No description.")
      : make("div", { class: "description" }, shownNode(description)),
    make("dl", {}, ...facts(option)),
  ];
}

function facts(option: PageOption): readonly Node[] {
  return [
    ...fact("Type", make("span", { class: "type" }, option.type)),
    ...fact("Default", option.default),
    ...fact("Example", option.example),
    ...fact("Current value", option.current === undefined ? undefined : { code: option.current }),
    ...places("Defined in", option.definedIn),
    ...fact("Related packages", option.related),
    ...places("Declared in", option.declaredIn),
  ];
}

function fact(title: string, value: Shown | Node | undefined): readonly Node[] {
  if (value === undefined) return [];
  return [make("dt", {}, title), make("dd", {}, value instanceof Node ? value : shownNode(value))];
}

function places(title: string, listed: readonly ShownPlace[] = []): readonly Node[] {
  if (listed.length === 0) return [];
  return [make("dt", {}, title), ...listed.map((place) => make("dd", { class: "place" }, placeNode(place)))];
}

function placeNode({ text, url }: ShownPlace): Node {
  const code = make("code", {}, text);
  return url === undefined ? code : make("a", { href: url, rel: "noreferrer" }, code);
}

function shownNode(shown: Shown): Node {
  if ("code" in shown) {
    const code = make("code", {}, shown.code);
    return shown.code.includes("\n") ? make("pre", {}, code) : code;
  }
  const template = make("template");
  // The renderer of the page made this HTML, of Markdown without any; and the page's policy lets nothing in it run.
  template.innerHTML = shown.html;
  return template.content;
}
