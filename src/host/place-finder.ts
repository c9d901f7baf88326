// Finds lines and columns in the files of modules, when a message needs them.
import { readFileSync } from "node:fs";
import { laterOrigin, type Origin } from "../kernel/origin.ts";
import type { ModuleSite, PlaceFinder, Step, TextChange, TrailData } from "../kernel/trail.ts";
import type { DataText } from "../source/data-errors.ts";
import { type DataPlaces, placesOfData } from "../source/data-places.ts";
import type { Script, ScriptModule, TrailStep } from "../source/script/index.ts";
import { parseScript } from "../source/script/index.ts";
import { originOf } from "../source/text-place.ts";
import { dataLibraries } from "./data-libraries.ts";
import { type ReadScript, renameInData, renameInScript, wrapInScript } from "./definition-edits.ts";
import { type FileModule, type Found, locateIn, moduleInside, readIn, toTrailStep } from "./locate-in-script.ts";
import { kindOfFile } from "./module-kind.ts";
import { orNull } from "./or-null.ts";
import { importedScript, scriptParser, scriptText } from "./script-text.ts";
import { SourceFiles } from "./source-reader.ts";
import type { TracedFind } from "./trace/walk.ts";
import { fromModule, isKind } from "./trails.ts";

/** How to change a definition in a data file, and in a script. */
interface Change {
  data(file: string, steps: readonly Step[]): TextChange | null;
  script(module: ScriptModule, steps: readonly TrailStep[]): TextChange | null;
}

/** Knows where running modules again finds what their texts do not show. */
export interface Tracer {
  /** The place at the end of a trail; of a read that of what reads. Null: nobody knows. Never throws. */
  find(trail: TrailData): TracedFind | null;
  /** The call that made the option at the end of a trail. As above. */
  call(trail: TrailData): TracedFind | null;
}

/** Reads and parses each file once. Files that were changed since they were loaded are taken as they are now. */
export class FilePlaceFinder implements PlaceFinder {
  readonly #scripts: Map<string, Script | null>;
  readonly #data: Map<string, DataPlaces | null>;
  readonly #inputs: ReadonlyMap<string, DataText>;
  #tracer: Tracer | null;
  #sources: SourceFiles | null = null;

  /** `inputs` are texts of modules that are no files. Without a tracer, what they do not show is placed around it. */
  constructor(inputs: readonly DataText[] = [], tracer: Tracer | null = null, parsed: FilePlaceFinder | null = null) {
    this.#inputs = new Map(inputs.map((input) => [input.file, input]));
    this.#tracer = tracer;
    this.#scripts = parsed === null ? new Map() : parsed.#scripts;
    this.#data = parsed === null ? new Map() : parsed.#data;
  }

  /** The same for another evaluation of the same files. */
  another(tracer: Tracer): FilePlaceFinder {
    return new FilePlaceFinder([...this.#inputs.values()], tracer, this);
  }

  ofTexts(): FilePlaceFinder {
    return new FilePlaceFinder([...this.#inputs.values()], null, this);
  }

  keepToTexts(): void {
    this.#tracer = null;
  }

  find(trail: TrailData, file?: string): Origin | null {
    // No place is better than no message: the file may be gone, or the parser may not run where rights are restricted.
    const found = orNull(() => this.#locate(trail));
    const known = found === null ? placeOfSite(trail.site) : originOfFound(found);
    const tracer = this.#tracer;
    if (tracer === null || orNull(() => this.#mayBeTraced(trail, found)) !== true) return known;
    const nearest = known ?? (file === undefined ? null : { file });
    if (nearest === null) return null;
    return laterOrigin(nearest, () => orNull(() => this.#trace(tracer, trail, found)) ?? nearest);
  }

  call(trail: TrailData): Origin | null {
    const found = this.#tracer?.call(trail) ?? null;
    return found === null ? null : originOfFound({ file: found.place.file, ...found });
  }

  // Where the text is not enough. Of a read it is not if it is not for what reads.
  #mayBeTraced({ site, steps }: TrailData, found: Found | null): boolean {
    if (isSure(found) || this.#dataFile(site) !== null) return false;
    return !isKind(steps.at(-1), "read") || !isSure(this.#locate({ site, steps: steps.slice(0, -1) }));
  }

  #trace(tracer: Tracer, trail: TrailData, found: Found | null): Origin | null {
    const last = trail.steps.at(-1);
    const traced = tracer.find(trail);
    if (traced === null) return null;
    const { place, isExact } = traced;
    const base: Found = { file: place.file, place, isExact };
    if (typeof last === "object" && last.kind === "read") {
      const script = isExact ? this.#scriptOf(place.file) : null;
      const read = script === null ? null : readIn(base, script, last);
      return originOfFound(read?.isExact === true ? read : base);
    }
    // What the text shows may be nearer still.
    return originOfFound(!isExact && found !== null && isInside(found, base) ? found : base);
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

  #change(trail: TrailData, change: Change): TextChange | null {
    try {
      const { site, steps } = fromModule(trail);
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

  #locate(trail: TrailData): Found | null {
    const { site, steps } = fromModule(trail);
    const data = this.#dataFile(site);
    if (data !== null) return this.#locateData(data, steps);
    const found = this.#moduleAt(site);
    if (found !== null) return locateIn(found, steps);
    if (site.kind === "call") return this.#locateCall(site, steps);
    // What is in the module is not known, but perhaps where it is named.
    const named = site.kind === "trail" ? this.#locate(site.trail) : null;
    return named === null || steps.length === 0 ? named : { ...named, isAround: true };
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
    const { site: around, steps } = fromModule(site.trail);
    const last = steps.at(-1);
    const outer = typeof last === "object" ? this.#moduleAt(around) : null;
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
  if (step.kind === "attribute") return [step.name];
  return step.kind === "import" ? ["imports", String(step.at)] : [];
}

function dataText(file: string): DataText | null {
  const format = kindOfFile(file, null);
  return format === "script" ? null : { file, text: readFileSync(file, "utf8"), format };
}

function isSure(found: Found | null): boolean {
  return found?.isExact === true && found.isAround !== true;
}

function placeOfSite(site: TrailData["site"]): Origin | null {
  // The column that a stack shows counts in a transformed text.
  return site.kind === "call" ? { file: site.file, line: site.line } : null;
}

function isInside(inner: Found, outer: Found): boolean {
  return inner.file === outer.file && outer.place.start <= inner.place.start && inner.place.end <= outer.place.end;
}

function originOfFound({ file, place, isExact }: Found): Origin {
  const { line, column } = place;
  // Around what is not known exactly, the beginning says enough.
  return isExact ? originOf(file, place) : { file, line, column };
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
