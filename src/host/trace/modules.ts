// What the modules of a traced run are made of, as the evaluator takes them.
import type { TrailData } from "../../kernel/trail.ts";
import { isOptionType } from "../../model/option-type.ts";
import { definedModuleCall, shorthandAttributes } from "../../model/module.ts";
import { isReadable, ownData } from "./record.ts";
import type { Spot, SpotReader } from "./spots.ts";

/** What loads the modules of a run. */
export interface ModuleSource {
  /** The module in a file; null: it is not known. */
  load(file: string): unknown;
}

/** Values, and whether there may be others that are not known. */
export interface Known {
  readonly spots: readonly Spot[];
  readonly isAll: boolean;
}

/** Where definitions of a module stand: under which names, and which names there are none. */
export interface DefinitionsSpot {
  readonly spot: Spot;
  readonly prefix: readonly string[];
  readonly except: ReadonlySet<string>;
}

const nothing: Known = { spots: [], isAll: false };
const none: ReadonlySet<string> = new Set();
// Functions that return functions, and modules inside one another.
const maximumDepth = 100;

/** Finds modules, and what is in them. */
export class ModuleReader {
  readonly #reader: SpotReader;
  readonly #source: ModuleSource;

  constructor(reader: SpotReader, source: ModuleSource) {
    this.#reader = reader;
    this.#source = source;
  }

  /** The modules at a site: of several calls in one line, or of one in a loop, each. */
  at(site: TrailData["site"], depth = 0): Known {
    if (depth > maximumDepth) return nothing;
    if (site.kind === "file") return this.#made(this.#reader.root(this.#source.load(site.file)));
    if (site.kind === "call") return this.#called(site.file, site.line);
    const { site: outer, steps } = site.trail;
    const last = steps.at(-1);
    const [first] = steps;
    const modules = this.at(outer, depth + 1);
    if (typeof last !== "object" || (last.kind !== "import" && last.kind !== "submodule")) return nothing;
    return this.#each(modules, (module) => {
      if (last.kind === "import") return this.#madeEach(this.imported(module, last.at));
      if (typeof first !== "object" || first.kind !== "declaration") return nothing;
      const options = this.declared(module, first.path);
      return this.#each(options, (option) => this.#madeEach(this.#submodule(option, last.at)));
    });
  }

  /** Where a module has definitions. */
  definitions(module: Spot): readonly DefinitionsSpot[] {
    if (this.#reader.property(module) !== null) return [{ spot: module, prefix: [], except: none }];
    const attributes = this.#attributes(module);
    if (attributes === null) return [];
    const config = this.#given(attributes, "config");
    const isFull = config.spots.length > 0 || this.#given(attributes, "options").spots.length > 0;
    const own = isFull
      ? config.spots.map((spot) => ({ spot, prefix: [], except: none }))
      : [{ spot: attributes, prefix: [], except: shorthandAttributes }];
    const beside = Object.entries(besides).flatMap(([name, prefix]) =>
      isFull || name !== "meta"
        ? this.#given(attributes, name).spots.map((spot) => ({ spot, prefix, except: none }))
        : [],
    );
    return [...own, ...beside];
  }

  /** An attribute of a module, as it is written. */
  attribute(module: Spot, name: string): Known {
    const attributes = this.#attributes(module);
    return attributes === null ? nothing : this.#given(attributes, name);
  }

  /** One of the imports of a module, as it is written. */
  imported(module: Spot, at: number): Known {
    const attributes = this.#attributes(module);
    if (attributes === null) return nothing;
    const isFull = ["config", "options"].some((name) => this.#given(attributes, name).spots.length > 0);
    const lists = (isFull ? ["imports"] : ["require", "imports"]).map((name) => this.#given(attributes, name));
    let left = at;
    for (const { spots, isAll } of lists) {
      const [list] = spots;
      if (!isAll || spots.length > 1) return nothing;
      const length = list !== undefined && isReadable(list.value) && Array.isArray(list.value) ? list.value.length : 0;
      if (list !== undefined && left < length) return this.#known(this.#reader.member(list, String(left)));
      left -= length;
    }
    return nothing;
  }

  /** What a module declares at a path of its options: an option, or a set of them. */
  declared(module: Spot, path: readonly string[]): Known {
    const attributes = this.#attributes(module);
    if (attributes === null) return nothing;
    let known = this.#known(this.#reader.member(attributes, "options"));
    for (const name of path) {
      known = this.#each(known, (spot) =>
        this.#each(this.#called0(spot), (set) =>
          this.#reader.isSet(set) ? this.#known(this.#reader.member(set, name)) : nothing,
        ),
      );
    }
    return known;
  }

  #submodule(option: Spot, at: number): Known {
    if (!isReadable(option.value)) return nothing;
    const written = ownData(option.value, "type");
    if (written === null) return nothing;
    return this.#each(this.#called0(this.#reader.inside(option, written.value, null)), (spot) => {
      const type = spot.value;
      if (!isReadable(type) || !isOptionType(type)) return nothing;
      // The evaluator asks as well: a type tells what it is made of without any value.
      const modules = type.subModules;
      const module: unknown = modules === null ? undefined : modules[at];
      return module === undefined ? nothing : { spots: [this.#reader.inside(spot, module, null)], isAll: true };
    });
  }

  // What a line made: the module itself, or the one with definitions; what is not in one is in the other.
  #called(file: string, line: number): Known {
    const find = (): readonly object[] =>
      this.#reader.record.modules.filter((module) => {
        const call = definedModuleCall(module);
        return call?.file === file && call.line === line;
      });
    let found = find();
    if (found.length === 0) {
      this.#source.load(file);
      found = find();
    }
    return { spots: found.map((module) => this.#reader.root(module)), isAll: found.length > 0 };
  }

  /** What functions return where a module is expected. */
  #made(spot: Spot, depth = 0): Known {
    const { value } = spot;
    if (depth > maximumDepth) return nothing;
    if (typeof value === "string") return this.#made(this.#reader.root(this.#source.load(value)), depth + 1);
    if (typeof value === "function") {
      return this.#each(this.#known(this.#reader.results(spot, value)), (each) => this.#made(each, depth + 1));
    }
    if (!isReadable(value)) return nothing;
    const functor = ownData(value, "__functor")?.value;
    if (typeof functor !== "function") return { spots: [spot], isAll: true };
    return this.#each(this.#known(this.#reader.results(spot, functor)), (each) => this.#made(each, depth + 1));
  }

  #madeEach(known: Known): Known {
    return this.#each(known, (spot) => this.#made(spot));
  }

  // What a function returns in place of a set of options, or of a type.
  #called0(spot: Spot): Known {
    return typeof spot.value === "function"
      ? this.#known(this.#reader.results(spot, spot.value))
      : { spots: [spot], isAll: true };
  }

  #attributes(module: Spot): Spot | null {
    const defined = this.#reader.definedModule(module);
    if (defined !== null) return { ...module, value: defined };
    return this.#reader.isSet(module) && this.#reader.property(module) === null ? module : null;
  }

  // An attribute that is `undefined` is the same as none.
  #given(attributes: Spot, name: string): Known {
    return this.#known(this.#reader.member(attributes, name));
  }

  #known(spots: readonly Spot[] | null): Known {
    return spots === null ? nothing : { spots, isAll: true };
  }

  #each(known: Known, next: (spot: Spot) => Known): Known {
    const all = known.spots.map(next);
    return { spots: all.flatMap(({ spots }) => spots), isAll: known.isAll && all.every(({ isAll }) => isAll) };
  }
}

// Attributes that the evaluation takes for definitions.
const besides: Readonly<Record<string, readonly string[]>> = {
  meta: ["meta"],
  freeformType: ["_module", "freeformType"],
};
