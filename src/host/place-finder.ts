// Finds lines and columns in the files of modules, when a message needs them.
import { readFileSync } from "node:fs";
import type { Origin } from "../kernel/origin.ts";
import type { PlaceFinder, Step, TrailData } from "../kernel/trail.ts";
import { type DataPlaces, placesOfData } from "../source/data-places.ts";
import type { Script, ScriptModule, ScriptPlace, TrailStep } from "../source/script/index.ts";
import { parseScript } from "../source/script/index.ts";
import type { TextPlace } from "../source/text-place.ts";
import { dataLibraries } from "./data-libraries.ts";
import { kindOfFile } from "./module-kind.ts";
import { importedScript, scriptParser, scriptText } from "./script-text.ts";

interface Found {
  readonly file: string;
  readonly place: TextPlace;
  readonly isExact: boolean;
}

interface FileModule {
  readonly script: Script;
  readonly module: ScriptModule;
}

/** Reads and parses each file once. Files that were changed since they were loaded are taken as they are now. */
export class FilePlaceFinder implements PlaceFinder {
  readonly #scripts = new Map<string, Script | null>();
  readonly #data = new Map<string, DataPlaces | null>();

  find(trail: TrailData): Origin | null {
    try {
      const found = this.#locate(trail);
      return found === null ? null : originOf(found);
    } catch {
      // No place is better than no message: the file may be gone, or the parser may not run where rights are restricted.
      return null;
    }
  }

  #locate({ site, steps }: TrailData): Found | null {
    if (site.kind === "trail" && !leadsToModule(site.trail)) {
      return this.#locate({ site: site.trail.site, steps: joined(site.trail.steps, steps) });
    }
    if (site.kind === "file" && kindOfFile(site.file, null) !== "script") return this.#locateData(site.file, steps);
    const found = this.#moduleAt(site);
    if (found !== null) return locateIn(found, steps);
    // What is in the module is not known, but perhaps where it is named.
    return site.kind === "trail" ? this.#locate(site.trail) : null;
  }

  #locateData(file: string, steps: readonly Step[]): Found | null {
    const places = this.#dataOf(file);
    const path = steps.flatMap((step) => (typeof step === "object" ? [] : [String(step)]));
    const place = places?.place(path);
    if (place === undefined) return null;
    const isName = steps.at(-1) === undefined ? false : isKind(steps.at(-1), "name");
    return { file, place: isName && place.exact && place.key !== null ? place.key : place, isExact: place.exact };
  }

  #moduleAt(site: TrailData["site"]): FileModule | null {
    if (site.kind !== "trail") {
      const script = this.#scriptOf(site.file);
      const module = site.kind === "file" ? script?.defaultModule : script?.module(site);
      return script && module ? { script, module } : null;
    }
    const { steps } = site.trail;
    const last = steps.at(-1);
    const outer = typeof last === "object" ? this.#moduleAt(site.trail.site) : null;
    if (outer === null || typeof last !== "object") return null;
    const module = moduleInside(outer.module, last, steps.slice(0, -1));
    return module === null ? null : { ...outer, module };
  }

  #scriptOf(file: string): Script | null {
    let script = this.#scripts.get(file);
    if (script === undefined) {
      const source = scriptText(file);
      script = source === null ? null : parseScript(scriptParser(), source, { imported: importedScript });
      this.#scripts.set(file, script);
    }
    return script;
  }

  #dataOf(file: string): DataPlaces | null {
    let places = this.#data.get(file);
    if (places === undefined) {
      const format = kindOfFile(file, null);
      const text = readFileSync(file, "utf8");
      places = format === "script" ? null : placesOfData(dataLibraries, { file, text, format });
      this.#data.set(file, places);
    }
    return places;
  }
}

function originOf({ file, place, isExact }: Found): Origin {
  const { line, column, endLine, endColumn } = place;
  // Around what is not known exactly, the beginning says enough.
  return isExact ? { file, line, column, endLine, endColumn } : { file, line, column };
}

// A module is imported, or is in the type of an option; everything else that a trail leads to is a value.
function leadsToModule({ steps }: TrailData): boolean {
  const last = steps.at(-1);
  return isKind(last, "import") || isKind(last, "submodule");
}

function isKind(step: Step | undefined, kind: string): boolean {
  return typeof step === "object" && step.kind === kind;
}

// A set of options declared below an option is a module too, whose options stand further down in the same set.
function joined(outer: readonly Step[], inner: readonly Step[]): readonly Step[] {
  const last = outer.at(-1);
  const [first, ...rest] = inner;
  if (typeof last !== "object" || last.kind !== "declaration") return [...outer, ...inner];
  if (typeof first !== "object" || first.kind !== "declaration") return outer;
  return [...outer.slice(0, -1), { ...first, path: [...last.path, ...first.path] }, ...rest];
}

function moduleInside(
  module: ScriptModule,
  step: Exclude<Step, string | number>,
  before: readonly Step[],
): ScriptModule | null {
  const [declaration] = before;
  if (step.kind === "import") return before.length === 0 ? module.imported(step.at) : null;
  if (step.kind !== "submodule" || typeof declaration !== "object" || declaration.kind !== "declaration") return null;
  return module.submodules(declaration.path)?.[step.at] ?? null;
}

function locateIn({ script, module }: FileModule, steps: readonly Step[]): Found {
  const [first] = steps;
  if (first === undefined) return exactly(module.place);
  if (typeof first === "object") {
    if (first.kind === "read") return readIn(exactly(module.place), script, first.paths);
    if (first.kind === "import") return exactly(module.importPlace(first.at));
    if (first.kind === "declaration") return declarationIn(module, first);
  }
  const last = steps.at(-1);
  if (typeof last === "object" && last.kind === "read")
    return readIn(locateIn({ script, module }, steps.slice(0, -1)), script, last.paths);
  const trail = steps.flatMap(toTrailStep);
  if (typeof last !== "object" || last.kind === "content") return exactly(module.definition(trail, true));
  const definition = module.definition(trail);
  if (!definition.exact) return exactly(definition);
  switch (last.kind) {
    case "name":
      return exactly({ ...(definition.key ?? definition), exact: true });
    case "condition": {
      const inside = module.definition(trail, true).properties.slice(definition.properties.length);
      const condition = inside.filter(({ name }) => name === "mkIf")[last.at]?.argument ?? null;
      return exactly(condition === null ? { ...definition, exact: false } : { ...condition, exact: true });
    }
    default:
      return exactly(definition);
  }
}

function readIn(around: Found, script: Script, paths: readonly (readonly string[])[]): Found {
  const inexact = { ...around, isExact: false };
  // What stands in another script was written for another module.
  if (!around.isExact || around.file !== script.place(around.place).file) return inexact;
  const [read] = paths.flatMap((path) => script.reads(around.place, path)).filter(({ exact }) => exact);
  return read === undefined ? inexact : exactly(read);
}

function declarationIn(module: ScriptModule, step: Extract<Step, { kind: "declaration" }>): Found {
  const option = module.option(step.path);
  const attribute = step.attribute === null ? null : module.optionAttribute(step.path, step.attribute);
  if (attribute?.exact === true) return exactly(attribute);
  return exactly(option.exact && option.key !== null ? { ...option.key, exact: true } : option);
}

function exactly(place: ScriptPlace): Found {
  return { file: place.file, place, isExact: place.exact };
}

function toTrailStep(step: Step): readonly TrailStep[] {
  if (typeof step === "string") return [{ kind: "name", name: step }];
  if (typeof step === "number") return [{ kind: "item", index: step }];
  return step.kind === "content" ? [{ kind: "merge", index: step.at }] : [];
}
