// What the page of all options holds as data: the shape that `renderHtml` writes, and that the page's own script reads.

/** Text for the page: code, shown to the letter, or HTML that was made of Markdown. */
export type Shown = { readonly code: string } | { readonly html: string };

/** A mark that an option carries. */
export type Mark = "read only" | "internal" | "hidden";

/** A place in a file. */
export interface ShownPlace {
  /** The place as `file:line:column`. */
  readonly text: string;
  /** Where the file can be seen on the web, if somebody said where. */
  readonly url?: string;
}

/** One option of the page. What is absent is not known, or there is none. */
export interface PageOption {
  /** The names of the path, each as it is written: quoted where it has to be. Joined by dots they are the name. */
  readonly path: readonly string[];
  readonly type: string;
  readonly marks?: readonly Mark[];
  readonly description?: Shown;
  readonly default?: Shown;
  readonly example?: Shown;
  readonly related?: Shown;
  readonly current?: string;
  readonly definedIn?: readonly ShownPlace[];
  readonly declaredIn?: readonly ShownPlace[];
}

/** All that the page's script needs. */
export interface PageData {
  readonly title: string;
  readonly options: readonly PageOption[];
}
