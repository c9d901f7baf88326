// Loads, with `await`, the module files that can be known before evaluation.
import { isAbsolute } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { ConfixError, isConfixError } from "../diagnostics/errors.ts";
import { isPlainObject } from "../kernel/plain.ts";
import type { TrailData } from "../kernel/trail.ts";
import { moduleBrand } from "../model/brands.ts";
import { definedModuleCall, isDefinedModule } from "../model/module.ts";
import { priorities } from "../model/property.ts";
import type { FileLoader } from "./loader.ts";

/**
 * Loads every file that the items name, and those named by the `imports` of modules written as data or with
 * `defineModule`, and so on. What function modules import is known to the evaluator alone. Throws a ConfixError with all that
 * cannot be loaded; the loader then has empty modules in its place, so that what else is wrong with the modules can be found.
 */
export async function preload(loader: FileLoader, items: readonly unknown[]): Promise<void> {
  const loading = new Preload(loader);
  await loading.items(items, null, true);
  const [first, ...others] = loading.errors;
  if (first === undefined) return;
  // One alone goes through as it is, with what caused it.
  throw others.length === 0 ? first : new ConfixError(loading.errors.flatMap(({ diagnostics }) => diagnostics));
}

class Preload {
  readonly errors: ConfixError[] = [];
  readonly #loader: FileLoader;
  readonly #seen = new Set<unknown>();

  constructor(loader: FileLoader) {
    this.#loader = loader;
  }

  // One after the other: what fails first is then the same every time.
  async items(
    items: readonly unknown[],
    file: string | null,
    isRoot: boolean,
    site: TrailData["site"] | null = null,
  ): Promise<void> {
    for (const [at, item] of items.entries()) {
      const inside: TrailData | null = site === null ? null : { site, steps: [{ kind: "import", at }] };
      const specifier = specifierOf(item);
      if (specifier === null) await this.#module(item, null, inside === null ? null : { kind: "trail", trail: inside });
      else if (isRoot || file !== null || isAbsolute(specifier) || specifier.startsWith("file:")) {
        await this.#file(this.#loader.resolve(specifier, file), inside);
      }
    }
  }

  async #file(path: string, named: TrailData | null): Promise<void> {
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    let module: unknown;
    try {
      module = await this.#loader.loadAsync(path);
    } catch (error) {
      if (!isConfixError(error)) throw error;
      this.errors.push(this.#placed(error, path, named));
      this.#loader.leaveOut(path);
      return;
    }
    await this.#module(module, path, { kind: "file", file: path });
  }

  // What cannot be read says nothing of its own: the place is where it is named.
  #placed(error: ConfixError, path: string, named: TrailData | null): ConfixError {
    const isOfFile = ({ origin, data }: Diagnostic): boolean =>
      (data["file"] === path || data["resource"] === path) &&
      (origin === null || (origin.line === undefined && origin.file !== path));
    if (named === null || !error.diagnostics.some(isOfFile)) return error;
    const origin = this.#loader.places.find(named);
    if (origin === null) return error;
    const placed = error.diagnostics.map((each) => (isOfFile(each) ? Object.freeze({ ...each, origin }) : each));
    return new ConfixError(placed, error.cause);
  }

  async #module(module: unknown, file: string | null, site: TrailData["site"] | null): Promise<void> {
    if (this.#seen.has(module)) return;
    this.#seen.add(module);
    if (isDefinedModule(module)) {
      const { imports, _file } = module[moduleBrand];
      const call = definedModuleCall(module);
      const from = _file ?? file ?? call?.file ?? null;
      await this.#imports(imports, from, call === null ? site : { kind: "call", ...call });
    } else if (isPlainObject(module)) {
      const named = read(module, "_file");
      const from = typeof named === "string" ? named : file;
      await this.#imports(read(module, "imports"), from, site);
      await this.#imports(read(module, "require"), from, null);
    }
  }

  async #imports(imports: unknown, file: string | null, site: TrailData["site"] | null): Promise<void> {
    if (!Array.isArray(imports)) return;
    // Where two files import each other the evaluator says so.
    const missing = file !== null && imports.includes(undefined) ? this.#loader.missingExports(file) : [];
    if (missing.length > 0) this.errors.push(new ConfixError(missing));
    await this.items(imports, file, false, site);
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
