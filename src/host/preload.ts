// Loads, with `await`, the module files that can be known before evaluation.
import { isAbsolute } from "node:path";
import { isPlainObject } from "../kernel/plain.ts";
import { moduleBrand } from "../model/brands.ts";
import { definedModuleCall, isDefinedModule } from "../model/module.ts";
import { priorities } from "../model/property.ts";
import type { FileLoader } from "./loader.ts";

/**
 * Loads every file that the items name, and those named by the `imports` of modules written as data or with
 * `defineModule`, and so on. What function modules import is known to the evaluator alone. Throws a ConfixError.
 */
export async function preload(loader: FileLoader, items: readonly unknown[]): Promise<void> {
  await new Preload(loader).items(items, null, true);
}

class Preload {
  readonly #loader: FileLoader;
  readonly #seen = new Set<unknown>();

  constructor(loader: FileLoader) {
    this.#loader = loader;
  }

  // One after the other: what fails first is then the same every time.
  async items(items: readonly unknown[], file: string | null, isRoot: boolean): Promise<void> {
    for (const item of items) {
      const specifier = specifierOf(item);
      if (specifier === null) await this.#module(item, null);
      else if (isRoot || file !== null || isAbsolute(specifier) || specifier.startsWith("file:")) {
        await this.#file(this.#loader.resolve(specifier, file));
      }
    }
  }

  async #file(path: string): Promise<void> {
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    await this.#module(await this.#loader.loadAsync(path), path);
  }

  async #module(module: unknown, file: string | null): Promise<void> {
    if (this.#seen.has(module)) return;
    this.#seen.add(module);
    if (isDefinedModule(module)) {
      const { imports, _file } = module[moduleBrand];
      await this.#imports(imports, _file ?? file ?? definedModuleCall(module)?.file ?? null);
    } else if (isPlainObject(module)) {
      const named = read(module, "_file");
      const from = typeof named === "string" ? named : file;
      await this.#imports(read(module, "imports"), from);
      await this.#imports(read(module, "require"), from);
    }
  }

  async #imports(imports: unknown, file: string | null): Promise<void> {
    if (Array.isArray(imports)) await this.items(imports, file, false);
  }
}

// What throws when it is read, the evaluator reads again, and says whose fault it is.
function read(module: Readonly<Record<string, unknown>>, name: string): unknown {
  try {
    return module[name];
  } catch {
    return undefined;
  }
}

// `{ path, priority }` gives a whole file a priority.
function specifierOf(item: unknown): string | null {
  if (typeof item === "string") return item;
  if (!isPlainObject(item) || Object.keys(item).length !== 2 || !isPriority(item["priority"])) return null;
  return typeof item["path"] === "string" ? item["path"] : null;
}

// What else stands there, the evaluator refuses or takes for definitions.
function isPriority(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && Object.hasOwn(priorities, value));
}
