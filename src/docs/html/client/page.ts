// The script of the page. It is put into the head, and starts when the page is there.
import type { PageData } from "../page-data.ts";
import { find } from "./elements.ts";
import { catalogOf } from "./option-catalog.ts";
import { startOptionsPage } from "./options-page.ts";
import { setStoredTheme, startTheme } from "./theme.ts";

setStoredTheme();

document.addEventListener("DOMContentLoaded", () => {
  // The cast: the same program wrote it.
  const { title, options } = JSON.parse(find("data", HTMLScriptElement).text) as PageData;
  find("page", HTMLDivElement).hidden = false;
  startTheme();
  startOptionsPage(title, catalogOf(options));
});
