// What updates of an evaluation have put in the places of what it was begun with.
import { unknownFile } from "../kernel/origin.ts";
import { showPath } from "../kernel/path.ts";
import type { ModuleRecord } from "../model/module.ts";
import { makeDefinition } from "../model/property.ts";
import { joinSettings, type Setting, settingDefinition } from "../model/setting.ts";

/** Knows modules that were met. */
export interface Met {
  has(module: unknown): boolean;
}

/** The modules that stand for others, and the values that win over all of them. */
export class Replacements {
  modules: ReadonlyMap<unknown, unknown>;
  /** The values given from outside, as a module after all others. */
  settings: ModuleRecord;
  #given: readonly Setting[];
  readonly #inside: Met[] = [];
  /** What was found where modules stand, before others took their places. */
  readonly #found = new WeakSet();
  #isExtended = false;

  constructor(modules: ReadonlyMap<unknown, unknown> = new Map(), given: readonly Setting[] = []) {
    this.modules = modules;
    this.#given = given;
    this.settings = settingsRecord(joinSettings(given));
  }

  /** With further modules in the places of others, and further values. */
  with(pairs: readonly (readonly [old: unknown, fresh: unknown])[], given: readonly Setting[]): Replacements {
    const modules = new Map(this.modules);
    for (const [old, fresh] of pairs) {
      for (const [first, last] of modules) if (last === old) modules.set(first, fresh);
      modules.set(old, fresh);
    }
    // A value that is given anew takes the place of the one before, and of what was said about its parts.
    const kept = this.#given.filter(({ path }) => !given.some((each) => showPath(each.path) === showPath(path)));
    return new Replacements(
      modules,
      [...kept, ...given].filter(({ value }) => value !== undefined),
    );
  }

  /** Takes over what other replacements say, for all evaluations that know these. */
  become(others: Replacements): void {
    this.modules = others.modules;
    this.settings = others.settings;
    this.#given = others.#given;
  }

  /** Takes note of what was found where a module stands, in an evaluation or in one inside it. */
  note(module: unknown): void {
    if (hasIdentity(module)) this.#found.add(module);
  }

  /** Whether a module was found somewhere, as it was written there. */
  wasFound(module: unknown): boolean {
    return hasIdentity(module) && this.#found.has(module);
  }

  /** Takes note of the modules of a submodule. */
  noteInside(met: Met): void {
    this.#inside.push(met);
  }

  /** Takes note that the modules of an evaluation became part of another one. */
  noteExtension(): void {
    this.#isExtended = true;
  }

  /** Whether a module is known in other evaluations than the outermost, which no update reaches. */
  isKnownInside(module: unknown): boolean {
    return this.#isExtended || this.#inside.some((met) => met.has(module));
  }
}

// Whether something can be told from what looks the same, as modules are.
function hasIdentity(module: unknown): module is object {
  return typeof module === "function" || (typeof module === "object" && module !== null);
}

function settingsRecord(settings: readonly Setting[]): ModuleRecord {
  return {
    key: "confix:settings",
    file: null,
    origin: { file: unknownFile },
    placeInside: null,
    placedIn: null,
    class: null,
    imports: [],
    disabledModules: [],
    options: undefined,
    config: settings.map((setting) =>
      makeDefinition({ file: `set: ${showPath(setting.path)}` }, settingDefinition(setting)),
    ),
    order: null,
    configArgs: null,
    isStatic: true,
    source: null,
  };
}
