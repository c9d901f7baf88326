// The list of options: the first of them, and more as one goes on, since twenty thousand at once would be slow.
import { addressOfOption } from "../address.ts";
import { find, make, marked, nameText } from "./elements.ts";
import type { Entry } from "./option-catalog.ts";

const step = 50;

export class ListView {
  readonly #results: HTMLOListElement = find("results", HTMLOListElement);
  readonly #more: HTMLButtonElement = find("more", HTMLButtonElement);
  #entries: readonly Entry[] = [];
  #words: readonly string[] = [];
  #open: string | null = null;

  constructor() {
    this.#more.addEventListener("click", () => {
      const next = this.#results.children.length;
      this.#append();
      this.#linkAt(next)?.focus();
    });
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) this.#append();
      },
      { rootMargin: "800px" },
    );
    observer.observe(this.#more);
  }

  /** Lists these; `words` are marked in them. */
  show(entries: readonly Entry[], words: readonly string[]): void {
    this.#entries = entries;
    this.#words = words;
    this.#results.replaceChildren();
    this.#append();
  }

  /** Marks the option that is open; null: none is. */
  mark(name: string | null): void {
    this.#open = name;
    for (const link of this.#links()) this.#markLink(link);
  }

  /** The link to the first option, if there is one. */
  first(): HTMLAnchorElement | null {
    return this.#linkAt(0);
  }

  /** The link to the option that is open, if it is in the part that is shown. */
  current(): HTMLAnchorElement | null {
    return this.#results.querySelector<HTMLAnchorElement>("a[aria-current]");
  }

  /** Moves the focus from a link of the list, down by one or up by one. Returns whether there was somewhere to go. */
  move(from: HTMLAnchorElement, by: 1 | -1): boolean {
    const at = this.#links().indexOf(from) + by;
    if (at === this.#results.children.length) this.#append();
    const link = this.#linkAt(at);
    link?.focus();
    return link !== null;
  }

  #append(): void {
    const start = this.#results.children.length;
    const rows = this.#entries.slice(start, start + step).map((entry) => this.#row(entry));
    this.#results.append(...rows);
    this.#more.hidden = this.#results.children.length >= this.#entries.length;
  }

  #row({ option, name, summary }: Entry): HTMLLIElement {
    const link = make("a", { href: addressOfOption(name) }, ...nameText(option.path, this.#words));
    link.dataset["name"] = name;
    this.#markLink(link);
    const marks = (option.marks ?? []).map((mark) => make("span", { class: "mark" }, mark));
    const about = make("p", { class: "about" }, make("span", { class: "type" }, option.type), ...marks);
    if (summary === "") return make("li", {}, link, about);
    return make("li", {}, link, make("p", { class: "summary" }, ...marked(summary, this.#words)), about);
  }

  #markLink(link: HTMLAnchorElement): void {
    if (link.dataset["name"] === this.#open) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }

  #links(): readonly HTMLAnchorElement[] {
    return [...this.#results.querySelectorAll("a")];
  }

  #linkAt(at: number): HTMLAnchorElement | null {
    return at < 0 ? null : (this.#results.children.item(at)?.querySelector("a") ?? null);
  }
}
