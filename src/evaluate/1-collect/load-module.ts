// Turns an item of `modules` or `imports`, in any of its forms, into a module record.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { describeValue } from "../../kernel/describe-value.ts";
import type { Origin } from "../../kernel/origin.ts";
import { unknownFile } from "../../kernel/origin.ts";
import type { Path } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { evaluationBrand, hasBrand, moduleBrand, optionBrand, propertyBrand, typeBrand } from "../../model/brands.ts";
import type { ModuleArgs } from "../../model/definition.ts";
import type { DefinitionModule, ModuleLoader, ModuleRecord } from "../../model/module.ts";
import { definedModuleFile, definitionModuleKind, isDefinedModule } from "../../model/module.ts";
import { isProperty, makeOverride, priorities } from "../../model/property.ts";
import { isModuleObject, type ModulePlace, normaliseModule } from "./normalise.ts";

/** What collecting needs of the evaluation it is for. */
export interface CollectContext {
  args(): ModuleArgs;
  /** The option whose submodule is evaluated; empty: none. */
  readonly prefix: Path;
  readonly loader: ModuleLoader | null;
  readonly class: string | null;
  /** The folder off which bare relative names in `disabledModules` hang, or null. */
  readonly modulesPath: string | null;
  structural<T>(module: string, origin: Origin, code: () => T): T;
}

/** Who imports the item: null for the root list. */
export interface Importer {
  readonly key: string;
  readonly file: string | null;
  readonly placedIn: string | null;
  readonly order: number | null;
}

/**
 * What an item turned out to be. `identities` are the objects, functions and paths that stand for this module: whoever
 * meets one of them again has met the same module.
 */
export interface LoadedModule {
  readonly identities: readonly unknown[];
  readonly record: ModuleRecord;
}

/** Loads one item; `key` is what the module is called if nothing better is known. */
export function loadModule(item: unknown, key: string, from: Importer | null, context: CollectContext): LoadedModule {
  const loaded = loadItem(item, key, from, context);
  const order = from?.order ?? null;
  return order === null ? loaded : { ...loaded, record: { ...loaded.record, order } };
}

function loadItem(item: unknown, key: string, from: Importer | null, context: CollectContext): LoadedModule {
  const specifier = specifierOf(item);
  if (specifier !== null) return loadPath(specifier, null, from, context);
  const kind = definitionModuleKind(item);
  // The cast: a kind is known only of modules made of definitions.
  if (kind !== null)
    return { identities: [item], record: recordOfDefinition(item as DefinitionModule, kind, key, from) };
  const prioritised = pathWithPriority(item);
  if (prioritised !== null) return loadPath(prioritised.path, prioritised.priority, from, context);
  return loadValue(item, { key, file: null, placedIn: from?.placedIn ?? null, isComputed: false }, from, context);
}

/** The path or URL that an item is, or null: it is a module itself. */
export function specifierOf(item: unknown): string | null {
  if (typeof item === "string") return item;
  return item instanceof URL ? item.href : null;
}

function loadValue(value: unknown, place: ModulePlace, from: Importer | null, context: CollectContext): LoadedModule {
  if (typeof value === "function") return loadFunction(value, place, from, context);
  if (isDefinedModule(value)) {
    const file = place.file ?? definedModuleFile(value);
    const record = normaliseModule({ options: {}, ...value[moduleBrand] }, { ...place, file });
    return { identities: [value], record };
  }
  if (!isUsable(value, place) || !isModuleObject(value)) return notAModule(value, from);
  return { identities: [value], record: normaliseModule(value, place) };
}

// nixpkgs takes conditions and priorities in a list of modules, and any property as the whole of a file or function.
function isUsable(value: unknown, place: ModulePlace): boolean {
  if (!isProperty(value)) return !isForeign(value);
  const kind = value[propertyBrand];
  return kind === "if" || kind === "override" || place.file !== null || place.isComputed;
}

function loadFunction(
  module: Function,
  place: ModulePlace,
  from: Importer | null,
  context: CollectContext,
): LoadedModule {
  const file = place.file ?? place.placedIn;
  const result: unknown = context.structural(file ?? place.key, { file: file ?? unknownFile }, () =>
    // The cast: any function in a list of modules takes the module arguments.
    (module as (args: ModuleArgs) => unknown)(context.args()),
  );
  // `() => other` is how modules that import each other refer to one another: it stands for that very module.
  const loaded =
    typeof result === "string"
      ? loadPath(result, null, from, context)
      : loadValue(result, { ...place, isComputed: true }, from, context);
  return withIdentity(loaded, module);
}

function withIdentity(loaded: LoadedModule, identity: unknown): LoadedModule {
  return { identities: [...loaded.identities, identity], record: { ...loaded.record, isStatic: false } };
}

function loadPath(
  specifier: string,
  priority: number | null,
  from: Importer | null,
  context: CollectContext,
): LoadedModule {
  const path = resolvePath(specifier, from?.file ?? null, from, context);
  const loaded = loadValue(
    context.loader?.load(path),
    { key: path, file: path, placedIn: null, isComputed: false },
    from,
    context,
  );
  const record = priority === null ? loaded.record : withPriority(loaded.record, priority);
  return { identities: [...loaded.identities, path], record };
}

/** The absolute path that a specifier in a module names. */
export function resolvePath(
  specifier: string,
  file: string | null,
  from: Importer | null,
  context: CollectContext,
): string {
  const origin = { file: file ?? unknownFile };
  if (context.loader === null) return fail(diagnostic("no-loader", { origin }, { specifier }));
  const isRelative = !/^(?:\/|[a-zA-Z]:[\\/]|[a-z]+:\/\/)/.test(specifier);
  if (isRelative && file === null && from !== null) fail(diagnostic("unknown-base", { origin }, { specifier }));
  return context.loader.resolve(specifier, file);
}

function withPriority(record: ModuleRecord, priority: number): ModuleRecord {
  return { ...record, config: record.config.map((definitions) => makeOverride(priority, definitions)) };
}

// `{ path, priority }` gives a whole file a priority, for formats that cannot say mkDefault.
function pathWithPriority(item: unknown): { readonly path: string; readonly priority: number } | null {
  if (!isPlainObject(item) || typeof item["path"] !== "string" || Object.keys(item).length !== 2) return null;
  const priority = namedPriority(item["priority"]);
  return priority === null ? null : { path: item["path"], priority };
}

function namedPriority(name: unknown): number | null {
  if (typeof name === "number") return name;
  const named = new Map<unknown, number>(Object.entries(priorities));
  return named.get(name) ?? null;
}

function recordOfDefinition(
  module: DefinitionModule,
  kind: "config" | "import",
  key: string,
  from: Importer | null,
): ModuleRecord {
  const { value, args, origin, order } = module.definition;
  const file = origin.file === unknownFile ? null : origin.file;
  const common = {
    key,
    file,
    origin,
    placedIn: from?.placedIn ?? file,
    class: null,
    disabledModules: [],
    options: undefined,
    order,
    isStatic: false,
  };
  return kind === "config"
    ? { ...common, imports: [], config: [value], configArgs: args }
    : { ...common, imports: [value], config: [], configArgs: null };
}

// What is clearly something else. An option, a type or an evaluation is a plain object, but no module.
function isForeign(value: unknown): boolean {
  return hasBrand(value, optionBrand) || hasBrand(value, typeBrand) || hasBrand(value, evaluationBrand);
}

function notAModule(value: unknown, from: Importer | null): never {
  const detail = detailOf(value);
  const file = from === null ? null : (from.placedIn ?? from.file);
  const data = { found: describe(value), from: file ?? from?.key ?? null, detail };
  return fail(diagnostic("not-a-module", file === null ? {} : { origin: { file } }, data));
}

function detailOf(value: unknown): "none" | "list" | "undefined" | "promise" | "evaluation" | "property" {
  if (Array.isArray(value)) return "list";
  if (value === undefined) return "undefined";
  if (hasBrand(value, evaluationBrand)) return "evaluation";
  if (value instanceof Promise) return "promise";
  return isProperty(value) ? "property" : "none";
}

function describe(value: unknown): string {
  if (hasBrand(value, optionBrand)) return "an option";
  if (hasBrand(value, typeBrand)) return "an option type";
  if (hasBrand(value, evaluationBrand)) return "the result of an evaluation";
  return isProperty(value) ? "a property" : describeValue(value);
}
