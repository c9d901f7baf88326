// Light or dark: as the system has it, until the reader chooses the other.
import { find } from "./elements.ts";

const storedName = "confix-options-theme";

/** Sets what was chosen before. For the head of the page, so that it is never seen in the wrong colours. */
export function setStoredTheme(): void {
  const stored = read();
  if (stored === "light" || stored === "dark") document.documentElement.dataset["theme"] = stored;
}

/** Makes the button work. */
export function startTheme(): void {
  const button = find("theme", HTMLButtonElement);
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = (): boolean => {
    const chosen = document.documentElement.dataset["theme"];
    return chosen === undefined ? system.matches : chosen === "dark";
  };
  const update = (): void => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    choose(!isDark(), system.matches);
    update();
  });
  system.addEventListener("change", update);
  update();
}

// Who chooses what the system has anyway follows the system again.
function choose(isDark: boolean, isSystemDark: boolean): void {
  const { dataset } = document.documentElement;
  if (isDark === isSystemDark) {
    delete dataset["theme"];
    write(null);
  } else {
    dataset["theme"] = isDark ? "dark" : "light";
    write(dataset["theme"]);
  }
}

// A browser may keep the store from the page; then the choice lasts as long as the page.
function read(): string | null {
  try {
    return localStorage.getItem(storedName);
  } catch {
    return null;
  }
}

function write(value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(storedName);
    else localStorage.setItem(storedName, value);
  } catch {
    // See above.
  }
}
