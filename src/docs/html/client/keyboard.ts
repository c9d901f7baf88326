// What keys do: `/` goes to the search, arrows move through the list, Enter opens the first, Escape steps back.
import { find } from "./elements.ts";
import type { ListView } from "./list-view.ts";

/** What keys change. */
export interface KeyActions {
  /** Closes the option that is open. Returns whether one was. */
  readonly close: () => boolean;
  readonly clear: () => void;
}

/** Listens to the keys of the whole page. */
export function startKeyboard(list: ListView, { close, clear }: KeyActions): void {
  const search = find("search", HTMLInputElement);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { key, target } = event;
    if (key === "/" && target !== search) focusSearch();
    else if (key === "Escape") escape(target === search);
    else if (key === "ArrowDown" && target === search) list.first()?.focus();
    else if ((key === "ArrowDown" || key === "ArrowUp") && isInList(target)) move(target, key === "ArrowDown" ? 1 : -1);
    else return;
    event.preventDefault();
  });

  find("search-form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    // On a touch screen the key means "done": it takes the keyboard away from before the list.
    if (matchMedia("(pointer: coarse)").matches) search.blur();
    else list.first()?.click();
  });

  function focusSearch(): void {
    search.focus();
    search.select();
  }

  function escape(isInSearch: boolean): void {
    if (!isInSearch && close()) return;
    clear();
    search.focus();
  }

  function move(from: HTMLAnchorElement, by: 1 | -1): void {
    if (!list.move(from, by) && by === -1) search.focus();
  }
}

function isInList(target: EventTarget | null): target is HTMLAnchorElement {
  return target instanceof HTMLAnchorElement && target.closest("#results") !== null;
}
