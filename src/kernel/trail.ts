// The way from a module to something written in it. Costs one small object a step; a place is found only when asked for.
import { isLater, type Origin } from "./origin.ts";

/**
 * One step further in. From a module, or a value in it: a name of a set (of the definitions, in a module), the place of
 * an element in a list, one of the contents of `mkMerge`. From a module: one of its attributes, or of its imports; an
 * option it declares, or an attribute of that. From the type of an option: one of the modules of the submodule in it.
 * From a value: to its name, to the condition of the `mkIf` around it (the outermost is 0), to the first place in it that
 * reads something, by one of the paths that it may have there.
 */
export type Step =
  | string
  | number
  | { readonly kind: "content"; readonly at: number }
  | { readonly kind: "attribute"; readonly name: string }
  | { readonly kind: "import"; readonly at: number }
  | { readonly kind: "declaration"; readonly path: readonly string[]; readonly attribute: string | null }
  | { readonly kind: "submodule"; readonly at: number }
  | { readonly kind: "name" }
  | { readonly kind: "condition"; readonly at: number }
  | { readonly kind: "read"; readonly of: ReadKind; readonly paths: readonly (readonly string[])[] };

/** What is read: an option, or a module argument, whose path is its name. */
export type ReadKind = "option" | "argument";

/**
 * How a module's text is found: as the default export of a file, as the call that made it in a line of a file, or along
 * a trail in another module. Null: nobody knows.
 */
export type ModuleSite =
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "call"; readonly file: string; readonly line: number; readonly column?: number }
  | { readonly kind: "trail"; readonly trail: Trail };

/** A trail as plain data. */
export interface TrailData {
  readonly site:
    | Exclude<ModuleSite, { readonly kind: "trail" }>
    | { readonly kind: "trail"; readonly trail: TrailData };
  /** From the module inwards. */
  readonly steps: readonly Step[];
}

/** A change of a text: what stands at a place is replaced. */
export interface TextChange {
  readonly origin: Origin;
  readonly text: string;
}

/** Finds places in the text of files. A host lends it. */
export interface PlaceFinder {
  /**
   * The place to which a trail leads, or the nearest around it that is known; null: none is. Never throws. `file` is what
   * is shown where none is: with it, the answer may be one that does some work to know better when it is read.
   */
  find(trail: TrailData, file?: string): Origin | null;
  /** The call that made the option which a trail leads to, wherever it stands; null and absent: it is not known. */
  call?(trail: TrailData): Origin | null;
  /** The change that gives a definition another name beside its own; null: none is known to be safe. Absent: none is known. */
  rename?(trail: TrailData, name: string): TextChange | null;
  /** The change that puts a function of Confix around a definition; null and absent: as above. */
  wrap?(trail: TrailData, call: string): TextChange | null;
  /** A finder for evaluations of these modules and others, which runs nothing to know better. Absent: so does this one. */
  ofTexts?(): PlaceFinder;
  /** From now on it does so itself: the modules are other ones. */
  keepToTexts?(): void;
}

/** What a module knows about its own text. */
export interface ModuleText {
  /** The file that messages name where no place is found. */
  readonly file: string;
  readonly site: ModuleSite;
  readonly finder: PlaceFinder;
}

/** A place that is found when somebody asks for its line. Made by `trailOf`, prolonged by `stepInto`. */
export class Trail implements Origin {
  // Plain fields: private names cost more to make, and of these there are as many as definitions.
  private readonly text: ModuleText;
  private readonly outer: Trail | null;
  private readonly step: Step | null;

  constructor(text: ModuleText, outer: Trail | null, step: Step | null) {
    this.text = text;
    this.outer = outer;
    this.step = step;
  }

  get file(): string {
    return this.text.file;
  }

  get line(): number | undefined {
    return this.resolve().line;
  }

  get column(): number | undefined {
    return this.resolve().column;
  }

  get endLine(): number | undefined {
    return this.resolve().endLine;
  }

  get endColumn(): number | undefined {
    return this.resolve().endColumn;
  }

  data(): TrailData {
    const { site } = this.text;
    return {
      site: site.kind === "trail" ? { kind: "trail", trail: site.trail.data() } : site,
      steps: this.collectSteps(),
    };
  }

  private collectSteps(): readonly Step[] {
    const outer = this.outer === null ? [] : this.outer.collectSteps();
    return this.step === null ? outer : [...outer, this.step];
  }

  inside(step: Step): Origin {
    return new Trail(this.text, this, step);
  }

  ask<T>(ask: (finder: PlaceFinder, trail: TrailData) => T | null | undefined): T | null {
    return ask(this.text.finder, this.data()) ?? null;
  }

  /** The place as data. */
  resolve(): Origin {
    return this.text.finder.find(this.data(), this.file) ?? { file: this.file };
  }

  toJSON(): Origin {
    return this.resolve();
  }
}

/** A trail that must first go along names that were put around a definition, and then is where that definition stands. */
class Detour implements Origin {
  readonly #names: readonly string[];
  readonly #at: number;
  readonly #target: Origin;

  constructor(names: readonly string[], at: number, target: Origin) {
    this.#names = names;
    this.#at = at;
    this.#target = target;
  }

  get file(): string {
    return this.#target.file;
  }

  get target(): Origin {
    return this.#target;
  }

  inside(step: Step): Origin {
    // Code that reads something stands in the definition itself.
    if (typeof step === "object" && step.kind === "read") return stepInto(this.#target, step);
    if (step !== this.#names[this.#at]) return this;
    return this.#at + 1 === this.#names.length ? this.#target : new Detour(this.#names, this.#at + 1, this.#target);
  }
}

/** The place of something one step inside what stands at `origin`. A place that is no trail stays as it is. */
export function stepInto(origin: Origin, step: Step): Origin {
  return origin instanceof Trail || origin instanceof Detour ? origin.inside(step) : origin;
}

/** A place that stays `target` while one steps along `names` to it; what is inside is reached from there. */
export function throughNames(names: readonly string[], target: Origin): Origin {
  return names.length > 0 && target instanceof Trail ? new Detour(names, 0, target) : target;
}

/** The place of an option that a module declares, or of one of its attributes. `origin` is the module's. */
export function declaredAt(
  origin: Origin,
  option: { readonly path: readonly string[] },
  attribute: string | null,
): Origin {
  // Most modules have no text in which a place could be looked for; then nobody asks for the path.
  return origin instanceof Trail ? origin.inside({ kind: "declaration", path: option.path, attribute }) : origin;
}

/** Where what stands at `origin` reads something, by any of its paths; null: that cannot be told. */
export function findRead(
  origin: Origin,
  paths: readonly (readonly string[])[],
  of: ReadKind = "option",
): Origin | null {
  const found = resolveOrigin(stepInto(origin, { kind: "read", of, paths }));
  // A place that is not the read itself has no end, or is the whole of the definition.
  return isLater(found) || found.endLine !== undefined ? found : null;
}

/** The call that made the option declared at a place, if that place does not show it and it is known. */
export function callBehind(origin: Origin): Origin | null {
  return origin instanceof Trail ? origin.ask((finder, trail) => finder.call?.(trail)) : null;
}

/** The change of the text that gives the definition at a place another name; null: none is known to be safe. */
export function renameAt(origin: Origin, name: string): TextChange | null {
  if (origin instanceof Detour) return renameAt(origin.target, name);
  return origin instanceof Trail ? origin.ask((finder, trail) => finder.rename?.(trail, name)) : null;
}

/** The change of the text that puts a call, such as `mkForce`, around the definition at a place; null: as above. */
export function wrapAt(origin: Origin, call: string): TextChange | null {
  if (origin instanceof Detour) return wrapAt(origin.target, call);
  return origin instanceof Trail ? origin.ask((finder, trail) => finder.wrap?.(trail, call)) : null;
}

/** The place as data, with its line as far as it can be found. */
export function resolveOrigin(origin: Origin): Origin {
  if (origin instanceof Detour) return resolveOrigin(origin.target);
  return origin instanceof Trail ? origin.resolve() : origin;
}
