// Tells submodules apart by what they are made of, so that a walk through types that contain themselves comes to an end.
import { sortNames } from "../kernel/path.ts";
import { isPlainObject } from "../kernel/plain.ts";
import type { SubmoduleParameters } from "../model/option-type.ts";

/** How deep submodules in one another are followed, and how many at all, where each is made anew by a function. */
const deepest = 12;
const most = 2000;

/** The submodules from the root to where a walk is. */
export class SubmoduleTrail {
  /** Stands for what the innermost submodule is made of. */
  readonly key: string;
  readonly #known: Known;
  readonly #codes: readonly string[];
  readonly #keys: readonly string[];

  constructor(known: Known = new Known(), keys: readonly string[] = [], codes: readonly string[] = []) {
    this.#known = known;
    this.key = keys.at(-1) ?? "";
    this.#keys = keys;
    this.#codes = codes;
  }

  /** Whether a submodule is one of those that the trail leads through. */
  isInside(parameters: SubmoduleParameters): boolean {
    const code = codeOf(parameters);
    return this.#keys.includes(this.#keyOf(parameters)) || (code !== "" && this.#codes.includes(code));
  }

  /** The trail with one submodule more; null: it leads in circles. */
  enter(parameters: SubmoduleParameters): SubmoduleTrail | null {
    const key = this.#keyOf(parameters);
    // A function that makes a submodule of its own kind gives another module each time, but has the same text.
    const code = codeOf(parameters);
    if (this.#codes.length >= deepest || this.#known.size > most) return null;
    if (code !== "" && this.#codes.filter((each) => each === code).length > 1) return null;
    return new SubmoduleTrail(this.#known, [...this.#keys, key], [...this.#codes, code]);
  }

  #keyOf(parameters: SubmoduleParameters): string {
    return partsOf(parameters)
      .map((part) => this.#known.idOf(part))
      .join(",");
  }
}

function codeOf({ modules }: SubmoduleParameters): string {
  const written = modules.map(writtenModule);
  return written.map((part) => (typeof part === "function" ? Function.prototype.toString.call(part) : "")).join("");
}

class Known {
  readonly #ids = new Map<unknown, number>();

  get size(): number {
    return this.#ids.size;
  }

  idOf(part: unknown): number {
    const known = this.#ids.get(part) ?? this.#ids.size;
    this.#ids.set(part, known);
    return known;
  }
}

/**
 * All that decides what is in a submodule: two with the same parts, one by one, are the same, whoever made them. Its modules
 * can ask for the class and the special arguments.
 */
export function partsOf({ modules, specialArgs, class: className }: SubmoduleParameters): readonly unknown[] {
  const args = sortNames(Object.keys(specialArgs)).flatMap((name) => [name, specialArgs[name]]);
  return [modules.length, ...modules.map(writtenModule), className, ...args];
}

// A module without what the evaluator put around it to place it: made anew each time, it says nothing by itself.
function writtenModule(module: unknown): unknown {
  if (!isPlainObject(module)) return module;
  const names = Object.keys(module);
  const { imports, options } = module;
  const isPlacing = names.length === 2 && names.includes("_file") && Array.isArray(imports) && imports.length === 1;
  if (isPlacing) return writtenModule(imports[0]);
  // A set of options declared below a submodule option, or the alternatives of a tagged union.
  return names.length === 1 && options !== undefined ? options : module;
}
