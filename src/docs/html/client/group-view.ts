// The groups of options as a tree that unfolds. What is folded is not made until somebody unfolds it.
import { addressOfList } from "../address.ts";
import { find, make } from "./elements.ts";
import type { Catalog, Group } from "./option-catalog.ts";

const step = 200;

export class GroupView {
  readonly #tree: HTMLDivElement = find("tree", HTMLDivElement);
  readonly #catalog: Catalog;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    this.#tree.append(this.#list(catalog.root));
    this.#tree.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** Marks a group as the one that is listed, and unfolds what it is in. */
  show(name: string): void {
    this.#tree.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const path = this.#groupsTo(name);
    for (const group of path) this.#unfold(group);
    const link = this.#item(name)?.querySelector("a");
    link?.setAttribute("aria-current", "true");
    link?.scrollIntoView({ block: "nearest" });
  }

  /** The groups from the top to this one. */
  #groupsTo(name: string): readonly Group[] {
    const path: Group[] = [];
    let group: Group | undefined = this.#catalog.root;
    while (group !== undefined) {
      group = group.groups.find((inner) => name === inner.name || name.startsWith(`${inner.name}.`));
      if (group !== undefined) path.push(group);
    }
    return path;
  }

  #item(name: string): HTMLLIElement | null {
    return this.#tree.querySelector<HTMLLIElement>(`li[data-group="${CSS.escape(name)}"]`);
  }

  #list(group: Group): HTMLUListElement {
    const list = make("ul");
    this.#append(list, group.groups, 0);
    return list;
  }

  #append(list: HTMLUListElement, groups: readonly Group[], start: number): HTMLLIElement | undefined {
    // One that was made before its turn comes to its place.
    const rows = groups.slice(start, start + step).map((group) => this.#item(group.name) ?? this.#row(group));
    list.append(...rows);
    const left = groups.length - start - step;
    if (left > 0) list.append(this.#rest(list, groups, start + step));
    return rows[0];
  }

  #rest(list: HTMLUListElement, groups: readonly Group[], start: number): HTMLLIElement {
    const button = make("button", { type: "button" }, `${(groups.length - start).toLocaleString("en")} more`);
    const row = make("li", { class: "rest" }, button);
    button.addEventListener("click", () => {
      row.remove();
      this.#append(list, groups, start)?.querySelector("a")?.focus();
    });
    return row;
  }

  #row(group: Group): HTMLLIElement {
    const size = make("span", { class: "size" }, group.size.toLocaleString("en"));
    const link = make("a", { href: addressOfList("", group.name) }, make("code", {}, group.label), " ", size);
    const row = make("li", { "data-group": group.name });
    if (group.groups.length > 0) {
      const label = `Groups in ${group.name}`;
      const fold = make("button", { type: "button", class: "fold", "aria-expanded": "false", "aria-label": label });
      fold.addEventListener("click", () => this.#fold(group, fold.getAttribute("aria-expanded") === "false"));
      row.append(fold);
    }
    row.append(link);
    return row;
  }

  #unfold(group: Group): void {
    if (this.#item(group.name) === null) this.#makeRow(group);
    if (group.groups.length > 0) this.#fold(group, true);
  }

  // The group may be one of the many that are not shown yet.
  #makeRow(group: Group): void {
    const around = group.name.slice(0, -group.label.length - 1);
    const list = (around === "" ? this.#tree : this.#item(around))?.querySelector("ul");
    list?.querySelector(":scope > .rest")?.before(this.#row(group));
  }

  #fold(group: Group, isOpen: boolean): void {
    const row = this.#item(group.name);
    row?.querySelector("button.fold")?.setAttribute("aria-expanded", String(isOpen));
    const list = row?.querySelector("ul");
    if (list !== null && list !== undefined) list.hidden = !isOpen;
    else if (isOpen) row?.append(this.#list(group));
  }

  #onKey(event: KeyboardEvent): void {
    const link = event.target instanceof HTMLElement ? event.target.closest("li[data-group] > a") : null;
    const group = this.#catalog.groups.get(link?.closest("li")?.dataset["group"] ?? "");
    if (link === null || group === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowRight" && group.groups.length > 0) this.#fold(group, true);
    else if (event.key === "ArrowLeft") this.#foldOrLeave(link, group);
    else if (event.key === "ArrowDown") this.#move(link, 1);
    else if (event.key === "ArrowUp") this.#move(link, -1);
    else return;
    event.preventDefault();
  }

  #foldOrLeave(link: Element, group: Group): void {
    const isOpen = link.closest("li")?.querySelector("button.fold")?.getAttribute("aria-expanded") === "true";
    if (isOpen) this.#fold(group, false);
    else link.parentElement?.parentElement?.closest("li")?.querySelector("a")?.focus();
  }

  #move(link: Element, by: 1 | -1): void {
    const links = [...this.#tree.querySelectorAll("a")].filter((each) => each.closest("ul[hidden]") === null);
    links[links.findIndex((each) => each === link) + by]?.focus();
  }
}
