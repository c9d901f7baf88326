// Which file of a reference an option stands in, and how others link to it.
import { compareNames, isWithin } from "../kernel/path.ts";
import type { PlacedOption } from "./documented-place.ts";

/** A file of a reference: the options of one module. */
export interface ModulePage {
  /** The module as documentation names it; null: the options are declared in no file. */
  readonly module: string | null;
  /** Below the folder of the reference. */
  readonly path: string;
  readonly options: readonly PlacedOption[];
}

/**
 * The options by the first module that declares them, modules by name. What is inside of an option stands with it,
 * wherever the submodule is written.
 */
export function pageFiles(options: readonly PlacedOption[]): readonly ModulePage[] {
  const byModule = new Map<string | null, PlacedOption[]>();
  let outer: PlacedOption | null = null;
  for (const option of options) {
    // In the order of records, what is inside comes after.
    if (outer === null || !isWithin(option.loc, outer.loc)) outer = option;
    const module = outer.declarations[0] ?? null;
    const here = byModule.get(module);
    if (here === undefined) byModule.set(module, [option]);
    else here.push(option);
  }
  const taken = new Set(["index.md"]);
  return [...byModule]
    .toSorted(([left], [right]) => compareModules(left, right))
    .map(([module, own]) => ({ module, path: freePath(module ?? "no-file", taken), options: own }));
}

// Options of no file come last.
function compareModules(left: string | null, right: string | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return compareNames(left, right);
}

// Below the folder whatever the module is called, with names that every file system takes.
function freePath(module: string, taken: Set<string>): string {
  const names = module
    .split(/[/\\]/)
    .map((name) => name.replaceAll(/[^\w.@+-]+/g, "-").slice(0, 100))
    .filter((name) => !/^\.*$/.test(name));
  const stem = names.length === 0 ? "module" : names.join("/");
  for (let count = 1; ; count += 1) {
    const path = `${stem}${count === 1 ? "" : `-${count}`}.md`;
    // Some file systems take upper and lower case for the same.
    if (taken.has(path.toLowerCase())) continue;
    taken.add(path.toLowerCase());
    return path;
  }
}

/** The anchor of each option by its name: a word of letters that needs no quoting in an address. */
export function anchorsOf(options: readonly PlacedOption[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    options.map(({ name }) => {
      const stem = `opt-${name.replaceAll(/[^\w.-]/g, "_")}`;
      let anchor = stem;
      for (let count = 2; taken.has(anchor); count += 1) anchor = `${stem}-${count}`;
      taken.add(anchor);
      return [name, anchor] as const;
    }),
  );
}

/** The address of an anchor in a file, from another file of the reference; without an anchor, of the file. Null: there is no file. */
export function linkBetween(from: string, to: string, anchor: string | undefined): string | null {
  if (anchor === undefined && to === "") return null;
  const fragment = anchor === undefined ? "" : `#${anchor}`;
  if (from === to) return fragment;
  const up = "../".repeat(from.split("/").length - 1);
  return `${up}${to.split("/").map(encodeURIComponent).join("/")}${fragment}`;
}
