// Finds lines and columns in the files of modules, when a message needs them.
import { readFileSync } from "node:fs";
import type { Origin } from "../kernel/origin.ts";
import type { ModuleSite, PlaceFinder, Step, TextChange, TrailData } from "../kernel/trail.ts";
import type { DataText } from "../source/data-errors.ts";
import { type DataPlaces, placesOfData } from "../source/data-places.ts";
import type { Script, ScriptModule, TrailStep } from "../source/script/index.ts";
import { parseScript } from "../source/script/index.ts";
import { dataLibraries } from "./data-libraries.ts";
import { type ReadScript, renameInData, renameInScript, wrapInScript } from "./definition-edits.ts";
import { type FileModule, type Found, isKind, locateIn, moduleInside, toTrailStep } from "./locate-in-script.ts";
import { kindOfFile } from "./module-kind.ts";
import { importedScript, scriptParser, scriptText } from "./script-text.ts";
import { SourceFiles } from "./source-reader.ts";

/** How to change a definition in a data file, and in a script. */
interface Change {
  data(file: string, steps: readonly Step[]): TextChange | null;
  script(module: ScriptModule, steps: readonly TrailStep[]): TextChange | null;
}

/** Reads and parses each file once. Files that were changed since they were loaded are taken as they are now. */
export class FilePlaceFinder implements PlaceFinder {
  readonly #scripts = new Map<string, Script | null>();
  readonly #data = new Map<string, DataPlaces | null>();
  readonly #inputs: ReadonlyMap<string, DataText>;
  #sources: SourceFiles | null = null;

  /** `inputs` are texts of modules that are no files. */
  constructor(inputs: readonly DataText[] = []) {
    this.#inputs = new Map(inputs.map((input) => [input.file, input]));
  }

  find(trail: TrailData): Origin | null {
    try {
      const found = this.#locate(trail);
      if (found !== null) return originOf(found);
      const { site } = trail;
      // The column that a stack shows counts in a transformed text.
      return site.kind === "call" ? { file: site.file, line: site.line } : null;
    } catch {
      // No place is better than no message: the file may be gone, or the parser may not run where rights are restricted.
      return null;
    }
  }

  rename(trail: TrailData, name: string): TextChange | null {
    return this.#change(trail, {
      data: (file, steps) => this.#renameInData(file, steps, name),
      script: (module, steps) => renameInScript(module, steps, name, this.#read),
    });
  }

  wrap(trail: TrailData, call: string): TextChange | null {
    return this.#change(trail, {
      data: () => null,
      script: (module, steps) => wrapInScript(module, steps, call, this.#read),
    });
  }

  #change({ site, steps }: TrailData, change: Change): TextChange | null {
    try {
      if (site.kind === "trail" && !leadsToModule(site.trail)) {
        return this.#change({ site: site.trail.site, steps: joined(site.trail.steps, steps) }, change);
      }
      // What a declaration says is not a definition's to change.
      if (steps.some((step) => typeof step === "object" && step.kind !== "content")) return null;
      const data = this.#dataFile(site);
      if (data !== null) return change.data(data, steps);
      const found = this.#moduleAt(site);
      return found === null ? null : change.script(found.module, steps.flatMap(toTrailStep));
    } catch {
      return null; // As above.
    }
  }

  #renameInData(file: string, steps: readonly Step[], name: string): TextChange | null {
    const format = this.#inputs.get(file)?.format ?? kindOfFile(file, null);
    const path = steps.map(String);
    const places = this.#dataOf(file);
    const found = places?.place(path);
    if (format === "script" || found?.exact !== true || found.key === null) return null;
    // Two members of one name are refused.
    if (places?.place([...path.slice(0, -1), name]).exact === true) return null;
    return renameInData({ file, format }, found.key, name);
  }

  get #read(): ReadScript {
    this.#sources ??= new SourceFiles();
    return this.#sources.script;
  }

  #locate({ site, steps }: TrailData): Found | null {
    if (site.kind === "trail" && !leadsToModule(site.trail)) {
      return this.#locate({ site: site.trail.site, steps: joined(site.trail.steps, steps) });
    }
    const data = this.#dataFile(site);
    if (data !== null) return this.#locateData(data, steps);
    const found = this.#moduleAt(site);
    if (found !== null) return locateIn(found, steps);
    if (site.kind === "call") return this.#locateCall(site, steps);
    // What is in the module is not known, but perhaps where it is named.
    return site.kind === "trail" ? this.#locate(site.trail) : null;
  }

  // The data file that a module is, or null.
  #dataFile(site: TrailData["site"]): string | null {
    if (site.kind === "trail") return null;
    const isData = this.#inputs.has(site.file) || (site.kind === "file" && kindOfFile(site.file, null) !== "script");
    return isData ? site.file : null;
  }

  #locateData(file: string, steps: readonly Step[]): Found | null {
    const places = this.#dataOf(file);
    const path = steps.flatMap(namesInData);
    const place = places?.place(path);
    if (place === undefined) return null;
    const last = steps.at(-1);
    // Data reads nothing.
    if (isKind(last, "read")) return { file, place, isExact: false };
    return {
      file,
      place: isKind(last, "name") && place.exact && place.key !== null ? place.key : place,
      isExact: place.exact,
    };
  }

  // What a rename declares and defines is written nowhere but in its call.
  #locateCall({ file, line, column }: Extract<ModuleSite, { kind: "call" }>, steps: readonly Step[]): Found | null {
    const calls = (this.#scriptOf(file)?.calls(line) ?? []).filter(({ name }) => renames.has(name));
    const call = calls.length === 1 ? calls[0] : calls.find(({ place }) => place.column === column);
    return call === undefined ? null : { file, place: call.place, isExact: !isKind(steps.at(-1), "read") };
  }

  #moduleAt(site: TrailData["site"]): FileModule | null {
    if (site.kind !== "trail") {
      const script = this.#scriptOf(site.file);
      const module = site.kind === "file" ? script?.defaultModule : script?.module(site);
      if (!script || !module) return null;
      // One that is passed on stands in another script.
      const home = module.place.file;
      return { script: home === site.file ? script : (this.#scriptOf(home) ?? script), module };
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
      const source = this.#inputs.get(file) ?? dataText(file);
      places = source === null ? null : placesOfData(dataLibraries, source);
      this.#data.set(file, places);
    }
    return places;
  }
}

// What a data file imports stands in it like any list.
function namesInData(step: Step): readonly string[] {
  if (typeof step !== "object") return [String(step)];
  return step.kind === "import" ? ["imports", String(step.at)] : [];
}

function dataText(file: string): DataText | null {
  const format = kindOfFile(file, null);
  return format === "script" ? null : { file, text: readFileSync(file, "utf8"), format };
}

function originOf({ file, place, isExact }: Found): Origin {
  const { line, column, endLine, endColumn } = place;
  // Around what is not known exactly, the beginning says enough.
  return isExact ? { file, line, column, endLine, endColumn } : { file, line, column };
}

const renames: ReadonlySet<string> = new Set([
  "doRename",
  "mkAliasOptionModule",
  "mkChangedOptionModule",
  "mkMergedOptionModule",
  "mkRemovedOptionModule",
  "mkRenamedOptionModule",
  "mkRenamedOptionModuleWith",
]);

// A module is imported, or is in the type of an option; everything else that a trail leads to is a value.
function leadsToModule({ steps }: TrailData): boolean {
  const last = steps.at(-1);
  return isKind(last, "import") || isKind(last, "submodule");
}

// A set of options declared below an option is a module too, whose options stand further down in the same set.
function joined(outer: readonly Step[], inner: readonly Step[]): readonly Step[] {
  const last = outer.at(-1);
  const [first, ...rest] = inner;
  if (typeof last !== "object" || last.kind !== "declaration") return [...outer, ...inner];
  if (typeof first !== "object" || first.kind !== "declaration") return outer;
  return [...outer.slice(0, -1), { ...first, path: [...last.path, ...first.path] }, ...rest];
}
