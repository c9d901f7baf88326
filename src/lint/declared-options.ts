// Finds for an option of an evaluation what is known of its declaration.
import type { InspectedOption, ListedOption } from "../evaluate/index.ts";
import type { Path } from "../kernel/path.ts";

/** The options that modules declare, those of a submodule once for all its instances. */
export class DeclaredOptions {
  readonly #byOption = new Map<object, ListedOption[]>();
  readonly #byShape = new Map<string, ListedOption[]>();

  constructor(options: readonly ListedOption[]) {
    for (const option of options) {
      for (const { option: declared } of option.declarations) add(this.#byOption, declared, option);
      add(this.#byShape, shapeOf(option.path), option);
    }
  }

  /** Null: nobody knows. */
  find({ declared, path }: InspectedOption): ListedOption | null {
    for (const each of declared) {
      const found = this.#byOption.get(each);
      // One that several options are declared by is listed for each, but those of one submodule only once.
      if (found !== undefined) return found.find((option) => isLike(option.path, path)) ?? found[0] ?? null;
    }
    // What functions declare they declare anew for each instance.
    return this.#byShape.get(shapeOf(path))?.find((option) => isLike(option.path, path)) ?? null;
  }
}

function add<K>(known: Map<K, ListedOption[]>, key: K, option: ListedOption): void {
  const found = known.get(key);
  if (found === undefined) known.set(key, [option]);
  else found.push(option);
}

function shapeOf(path: Path): string {
  return `${path.length} ${path.at(-1) ?? ""}`;
}

// Members of lists and sets have a placeholder in the path of what is declared.
function isLike(listed: Path, path: Path): boolean {
  return (
    listed.length === path.length &&
    listed.every((name, at) => name === path[at] || name === "*" || /^<.*>$/.test(name))
  );
}
