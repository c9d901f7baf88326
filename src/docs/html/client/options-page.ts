// Ties the parts of the page together: the address says what is shown, and everything else follows it.
import { addressOfList, addressOfOption, readAddress, type View } from "../address.ts";
import { DetailView } from "./detail-view.ts";
import { count, find, make, nameText } from "./elements.ts";
import { GroupView } from "./group-view.ts";
import { startKeyboard } from "./keyboard.ts";
import { ListView } from "./list-view.ts";
import { type Catalog, entriesIn, groupAround } from "./option-catalog.ts";
import { searchOptions, wordsOf } from "./search-options.ts";

/** Shows what the address says, and keeps showing it. */
export function startOptionsPage(title: string, catalog: Catalog): void {
  const page = find("page", HTMLDivElement);
  const search = find("search", HTMLInputElement);
  const heading = find("list-title", HTMLHeadingElement);
  const list = new ListView();
  const groups = new GroupView(catalog);
  const detail = new DetailView(catalog);
  let view: View = { option: null, query: "", group: "" };
  let listed: string | null = null;
  /** How far the list was scrolled when an option took its place. */
  let scrolled = 0;

  /** The view that an address means. The list beside an option stays, or comes from when it was opened, or is its group. */
  function viewOf(address: string, isFirst: boolean): View {
    const read = readAddress(address);
    if (read.option === null) return read;
    const kept = keptList(history.state);
    if (kept !== null) return { ...read, ...kept };
    if (!isFirst) return { ...read, query: view.query, group: view.group };
    const option = catalog.byName.get(read.option)?.[0]?.option;
    return { ...read, group: option === undefined ? "" : groupAround(option) };
  }

  function show(next: View): void {
    if (view.option === null && next.option !== null) scrolled = scrollY;
    const before = view;
    view = next;
    const { option, query, group } = next;
    if (search.value !== query) search.value = query;
    showList(query, group);
    list.mark(option);
    detail.show(option, addressOfList(query, group));
    page.dataset["view"] = option === null ? "list" : "option";
    document.title = [option ?? (query === "" ? group : query), title].filter((part) => part !== "").join(" – ");
    if (option !== null) list.current()?.scrollIntoView({ block: "nearest" });
    else if (before.option !== null) scrollTo(0, scrolled);
  }

  function showList(query: string, group: string): void {
    const address = addressOfList(query, group);
    if (address === listed) return;
    listed = address;
    const words = wordsOf(query);
    const all = entriesIn(catalog, group);
    const found = searchOptions(all, words);
    list.show(found, words);
    groups.show(group);
    heading.replaceChildren(...(group === "" ? ["All options"] : nameText([group])));
    const counted = words.length === 0 ? count(all.length, "option") : countFound(found.length, all.length);
    find("count", HTMLParagraphElement).replaceChildren(counted, ...everywhere(query, group));
  }

  // After a link, or a step in the history.
  function follow(): void {
    const before = view;
    show(viewOf(location.hash, false));
    if (view.option !== null) {
      keepList();
      detail.heading()?.focus({ preventScroll: true });
      if (isAlone()) scrollTo(0, 0);
      return;
    }
    const link = before.option === null ? null : linkOf(before.option);
    if (link !== null) link.focus({ preventScroll: true });
    else if (document.activeElement !== search) heading.focus({ preventScroll: true });
    if (before.option === null) scrollTo(0, 0);
  }

  // So that the same list stands beside the option when a step in the history, or a reload, leads here again.
  function keepList(): void {
    go("replaceState", location.hash, { query: view.query, group: view.group });
  }

  function type(): void {
    const query = search.value;
    const isNew = view.option !== null || view.query === "";
    const next: View = { option: null, query, group: view.group };
    go(isNew ? "pushState" : "replaceState", addressOfList(query, view.group));
    show(next);
    scrollTo(0, 0);
  }

  addEventListener("hashchange", follow);
  search.addEventListener("input", type);
  startSkipping();
  startKeyboard(list, {
    close: () => {
      if (view.option === null) return false;
      go("pushState", addressOfList(view.query, view.group));
      follow();
      return true;
    },
    clear: () => {
      if (search.value === "") return;
      search.value = "";
      type();
    },
  });
  startGroupsToggle();
  show(viewOf(location.hash, true));
  if (view.option !== null) keepList();
}

function linkOf(name: string): HTMLAnchorElement | null {
  const selector = `#results a[href="${CSS.escape(addressOfOption(name))}"]`;
  return document.querySelector<HTMLAnchorElement>(selector);
}

// Whether an option takes the place of the list.
function isAlone(): boolean {
  return getComputedStyle(find("list", HTMLElement)).display === "none";
}

function countFound(found: number, all: number): string {
  if (found === 0) return "No option has all of these words. Try fewer, or shorter ones.";
  return `${found.toLocaleString("en")} of ${count(all, "option")}`;
}

// The same search in all groups, where only one is searched.
function everywhere(query: string, group: string): readonly (Node | string)[] {
  if (group === "") return [];
  const text = query === "" ? "Show all options" : "Search all options";
  return [" · ", make("a", { href: addressOfList(query, "") }, text)];
}

function keptList(state: unknown): { readonly query: string; readonly group: string } | null {
  if (typeof state !== "object" || state === null || !("query" in state) || !("group" in state)) return null;
  const { query, group } = state;
  return typeof query === "string" && typeof group === "string" ? { query, group } : null;
}

// Some browsers refuse when it is done very often; then the address is that of an earlier moment.
function go(how: "pushState" | "replaceState", address: string, state: unknown = null): void {
  try {
    history[how](state, "", address);
  } catch {
    // See above.
  }
}

// Its address is no view: the fragment of a page that works by fragments is taken.
function startSkipping(): void {
  find("skip", HTMLAnchorElement).addEventListener("click", (event) => {
    event.preventDefault();
    find("main", HTMLElement).focus();
  });
}

// On a narrow screen, groups are there when they are asked for.
function startGroupsToggle(): void {
  const nav = find("groups", HTMLElement);
  const button = find("groups-toggle", HTMLButtonElement);
  const set = (isOpen: boolean): void => {
    button.setAttribute("aria-expanded", String(isOpen));
    nav.dataset["open"] = String(isOpen);
  };
  button.addEventListener("click", () => set(button.getAttribute("aria-expanded") === "false"));
  addEventListener("hashchange", () => set(false));
}
