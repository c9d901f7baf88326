// The options of a configuration with all instances of each: one in a submodule may have many.
import type { InspectedDefinition, InspectedOption } from "../evaluate/index.ts";
import type { Origin } from "../kernel/origin.ts";
import { type Path, showPath } from "../kernel/path.ts";
import type { DeclaredOptions } from "./declared-options.ts";
import { placeOfDefinition, placeOfOption } from "./places.ts";
import type { SourceReader } from "./source-reader.ts";

/** An option of one evaluation; in a submodule, of one instance of it. */
export interface Instance {
  readonly option: InspectedOption;
  /** Finds an option of the same evaluation by path; null: there is none. */
  readonly others: (path: Path) => InspectedOption | null;
}

/** What a rule says of one instance. */
export interface FoundAt {
  readonly instance: Instance;
  /** Null: it is about the option. */
  readonly definition: InspectedDefinition | null;
  readonly data: object;
  /** Whether it only says that the rule looked away. */
  readonly skips: boolean;
}

/** What a rule says of the option, with the place. */
export interface AgreedFinding {
  readonly path: Path;
  readonly origin: Origin;
  readonly data: object;
  readonly skips: boolean;
}

interface FoundPlace {
  readonly origin: Origin;
  readonly found: FoundAt[];
  /** How often a definition at this place holds. */
  instances: number;
}

/** Groups the options of evaluations by declaration. */
export class Instances {
  /** All instances of one option together. */
  readonly groups: readonly (readonly Instance[])[];
  readonly #declared: DeclaredOptions;
  readonly #reader: SourceReader | null;

  constructor(
    evaluations: readonly (readonly InspectedOption[])[],
    declared: DeclaredOptions,
    reader: SourceReader | null,
  ) {
    this.#declared = declared;
    this.#reader = reader;
    const groups = new Map<unknown, Instance[]>();
    for (const [at, options] of evaluations.entries()) {
      const byPath = new Map(options.map((option) => [showPath(option.path), option]));
      const others = (path: Path): InspectedOption | null => byPath.get(showPath(path)) ?? null;
      for (const option of options) {
        // Outside of submodules each has but one, also if several are declared by the same object.
        const key = at === 0 ? option : (declared.find(option) ?? option.declared[0] ?? option);
        const known = groups.get(key);
        if (known === undefined) groups.set(key, [{ option, others }]);
        else known.push({ option, others });
      }
    }
    this.groups = [...groups.values()];
  }

  /**
   * What holds of a group: a definition that stands in the submodule itself is one for all instances, and is faulty only
   * if it is in each where it holds; so is the option.
   */
  agreed(group: readonly Instance[], found: readonly FoundAt[]): readonly AgreedFinding[] {
    if (found.length === 0) return [];
    const places = new Map<string, FoundPlace>();
    const placeOf = (instance: Instance, definition: InspectedDefinition | null): FoundPlace => {
      const origin = this.#placeOf(instance, definition);
      const key = keyOf(origin, instance.option, definition);
      const place = places.get(key) ?? { origin, found: [], instances: 0 };
      places.set(key, place);
      return place;
    };
    for (const each of found) {
      if (each.definition?.isOfDefault !== true) placeOf(each.instance, each.definition).found.push(each);
    }
    // Finding places costs more than judging, and of a single instance there is nothing to compare.
    if (group.length > 1) {
      for (const instance of group) {
        for (const definition of instance.option.definitions) placeOf(instance, definition).instances += 1;
      }
    }
    return [...places.values()].flatMap(({ origin, found: here, instances }) => {
      const [first] = here;
      if (first === undefined) return [];
      const isAgreed = first.skips || here.length >= (first.definition === null ? group.length : instances);
      return isAgreed ? [{ path: this.#pathOf(here), origin, data: first.data, skips: first.skips }] : [];
    });
  }

  #placeOf({ option }: Instance, definition: InspectedDefinition | null): Origin {
    const { origin } =
      definition === null
        ? placeOfOption(this.#reader, option, this.#declared.find(option))
        : placeOfDefinition(this.#reader, option, definition);
    return origin;
  }

  // That of one instance, or what documentation calls the option of all.
  #pathOf(found: readonly FoundAt[]): Path {
    const paths = new Map(found.map(({ instance: { option } }) => [showPath(option.path), option]));
    const [first] = paths.values();
    if (first === undefined) return [];
    return paths.size === 1 && first.isPlaced ? first.path : (this.#declared.find(first)?.path ?? first.path);
  }
}

function keyOf(
  { file, line, column }: Origin,
  { path }: InspectedOption,
  definition: InspectedDefinition | null,
): string {
  if (definition === null) return "option";
  if (column !== undefined) return `${file}:${line}:${column}`;
  const { index, count, priority, isOfInstance } = definition;
  // Where several definitions of the submodule cannot be told apart, what holds of one must hold of all.
  return JSON.stringify([file, priority, ...(isOfInstance ? [index, count, path] : [])]);
}
