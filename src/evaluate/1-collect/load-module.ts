// Turns an item of `modules` or `imports`, in any of its forms, into a module record.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { nearestName } from "../../diagnostics/suggest.ts";
import { describeValue } from "../../kernel/describe-value.ts";
import type { Origin } from "../../kernel/origin.ts";
import { unknownFile } from "../../kernel/origin.ts";
import { type ModuleSite, stepInto, Trail } from "../../kernel/trail.ts";
import type { Path } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { evaluationBrand, hasBrand, moduleBrand, optionBrand, propertyBrand, typeBrand } from "../../model/brands.ts";
import type { ModuleArgs } from "../../model/definition.ts";
import type { KnownRecords } from "../../model/known-structure.ts";
import type { DefinitionModule, ModuleLoader, ModuleRecord } from "../../model/module.ts";
import { definedModuleCall, definitionModuleKind, isDefinedModule } from "../../model/module.ts";
import { isProperty, makeOverride, priorities } from "../../model/property.ts";
import { functorOf } from "./functor.ts";
import { knownRecord } from "./known-record.ts";
import { lookAt } from "./look-at.ts";
import { isModuleObject, type ModulePlace, normaliseModule, originOfPlace } from "./normalise.ts";

/** What collecting needs of the evaluation it is for. */
export interface CollectContext {
  args(): ModuleArgs;
  /** The option whose submodule is evaluated; empty: none. */
  readonly prefix: Path;
  readonly loader: ModuleLoader | null;
  /** What is known of the modules from evaluations that share them; null: nothing is shared. */
  readonly known: KnownRecords | null;
  readonly class: string | null;
  /** The folder off which bare relative names in `disabledModules` hang, or null. */
  readonly modulesPath: string | null;
  structural<T>(module: string, origin: Origin, code: () => T): T;
  /** The module that takes the place of another one; undefined: that stays. Asked of everything that stands for a module. */
  replacementOf(module: unknown): unknown;
}

/** Who imports the item: null for the root list. */
export interface Importer {
  readonly key: string;
  readonly file: string | null;
  readonly placedIn: string | null;
  readonly order: number | null;
  readonly origin: Origin;
  readonly placeInside: Origin | null;
}

/**
 * What an item turned out to be. `identities` are the objects, functions and paths that stand for this module: whoever
 * meets one of them again has met the same module.
 */
export interface LoadedModule {
  readonly identities: readonly unknown[];
  readonly record: ModuleRecord;
}

/** Loads the item `at` a place of a list; `key` is what the module is called if nothing better is known. */
export function loadModule(
  item: unknown,
  at: number,
  key: string,
  from: Importer | null,
  context: CollectContext,
): LoadedModule {
  const loaded = loadItem(item, at, key, from, context);
  const order = from?.order ?? null;
  return order === null ? loaded : { ...loaded, record: { ...loaded.record, order } };
}

function loadItem(
  item: unknown,
  at: number,
  key: string,
  from: Importer | null,
  context: CollectContext,
): LoadedModule {
  const kind = definitionModuleKind(item);
  // The cast: a kind is known only of modules made of definitions.
  if (kind !== null)
    return { identities: [item], record: recordOfDefinition(item as DefinitionModule, kind, key, from) };
  const places = context.loader?.places ?? null;
  const site = places === null ? null : siteOfItem(at, from);
  const place = { key, file: null, placedIn: from?.placedIn ?? null, isComputed: false, site, places };
  const named = lookAt(place, () => namedPath(item, at, from));
  return named === null ? loadValue(item, place, from, context) : loadPath(named.path, named.priority, from, context);
}

// A module given by value stands where its importer names it, until it is known better.
function siteOfItem(at: number, from: Importer | null): ModuleSite | null {
  const trail = from === null ? null : (from.placeInside ?? stepInto(from.origin, { kind: "import", at }));
  return trail instanceof Trail ? { kind: "trail", trail } : null;
}

// The path that an item names, with the priority of all in it (null: the usual one); null: the item is a module itself.
function namedPath(
  item: unknown,
  at: number,
  from: Importer | null,
): { readonly path: string; readonly priority: number | null } | null {
  const specifier = specifierOf(item);
  if (specifier !== null) return { path: specifier, priority: null };
  const prioritised = pathWithPriority(item);
  if (prioritised === null) refuseMisspeltPriority(item, at, from);
  return prioritised;
}

/** The path or URL that an item is, or null: it is a module itself. */
export function specifierOf(item: unknown): string | null {
  if (typeof item === "string") return item;
  return item instanceof URL ? item.href : null;
}

function loadValue(given: unknown, place: ModulePlace, from: Importer | null, context: CollectContext): LoadedModule {
  const value = context.replacementOf(given) ?? given;
  if (typeof value === "function") return loadFunction(value, place, from, context);
  const functor = lookAt(place, () => functorOf(value));
  if (functor !== null) return withIdentity(loadFunction(functor, place, from, context), value);
  const record = lookAt(place, () => knownRecord(value, place, from, context.known, () => recordOfValue(value, place)));
  return record === null ? notAModule(value, place, from) : { identities: [value], record };
}

// The record of an object that is a module; null: it is none.
function recordOfValue(value: unknown, place: ModulePlace): ModuleRecord | null {
  if (isDefinedModule(value)) {
    const call = definedModuleCall(value);
    const file = place.file ?? call?.file ?? null;
    const site: ModuleSite | null = call === null ? place.site : { kind: "call", ...call };
    const record = normaliseModule({ options: {}, ...value[moduleBrand] }, { ...place, file, site });
    return file === null || place.isComputed ? record : { ...record, source: value };
  }
  return isUsable(value, place) && isModuleObject(value) ? normaliseModule(value, place) : null;
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
  const result: unknown = context.structural(file ?? place.key, originOfPlace(place), () =>
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
    {
      key: path,
      file: path,
      placedIn: null,
      isComputed: false,
      site: { kind: "file", file: path },
      places: context.loader?.places ?? null,
    },
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

// A module may define the options `path` and `priority` in short; but not a path to a module with a priority by its name.
function refuseMisspeltPriority(item: unknown, at: number, from: Importer | null): void {
  if (!isPlainObject(item) || typeof item["path"] !== "string" || !modulePath.test(item["path"])) return;
  const names = Object.keys(item).filter((name) => name !== "path");
  const [name = ""] = names;
  if (names.length !== 1) return;
  const written =
    from === null ? null : stepInto(stepInto(from.origin, { kind: "import", at }), { kind: "attribute", name });
  const refuse = (problem: string, near: string | null, origin: Origin | null): never => {
    const suggestions = near === null ? [] : [near];
    const data = { call: "imports", argument: name, problem, suggestions };
    return fail(diagnostic("bad-argument", origin === null || origin.file === unknownFile ? {} : { origin }, data));
  };
  const value = item[name];
  if (name !== "priority" && namedPriority(value) !== null) {
    const key = written === null ? null : stepInto(written, { kind: "name" });
    refuse("is not known beside `path`", "priority", key);
  }
  if (name !== "priority" || typeof value !== "string") return;
  const problem = `must be a number or the name of a priority, but is ${describeValue(value)}`;
  refuse(problem, nearestName(value, Object.keys(priorities)), written);
}

const modulePath = /\.(?:[cm]?[jt]s|jsonc?|ya?ml|toml)$/;

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
    placeInside: kind === "import" ? origin : null,
    placedIn: from?.placedIn ?? file,
    class: null,
    disabledModules: [],
    options: undefined,
    order,
    isStatic: false,
    source: null,
  };
  return kind === "config"
    ? { ...common, imports: [], config: [value], configArgs: args }
    : { ...common, imports: [value], config: [], configArgs: null };
}

// What is clearly something else. An option, a type or an evaluation is a plain object, but no module.
function isForeign(value: unknown): boolean {
  return hasBrand(value, optionBrand) || hasBrand(value, typeBrand) || hasBrand(value, evaluationBrand);
}

function notAModule(value: unknown, place: ModulePlace, from: Importer | null): never {
  const detail = detailOf(value);
  const importer = from === null ? null : (from.placedIn ?? from.file);
  const result = place.isComputed ? { isResult: true as const } : {};
  const data = { found: describe(value), from: importer ?? from?.key ?? null, detail, ...result };
  const file = place.file ?? importer;
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
