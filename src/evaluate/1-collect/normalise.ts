// Brings a module object, in either of its two syntaxes, into the one form.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { describeValue } from "../../kernel/describe-value.ts";
import type { Origin } from "../../kernel/origin.ts";
import { unknownFile } from "../../kernel/origin.ts";
import { sortNames } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { type ModuleSite, type PlaceFinder, stepInto, Trail } from "../../kernel/trail.ts";
import { type ModuleRecord, placeInsideOf, shorthandAttributes } from "../../model/module.ts";
import { isProperty } from "../../model/property.ts";

/** Where a module was found: what it is called if it does not say so itself. */
export interface ModulePlace {
  readonly key: string;
  readonly file: string | null;
  /** The `_file` of a module around it that says where it stands, or null. */
  readonly placedIn: string | null;
  /** Where the text of the module is, or null; only asked for if places can be found. */
  readonly site: ModuleSite | null;
  readonly places: PlaceFinder | null;
  /** The result of a function, whose attributes may depend on the arguments of one evaluation. */
  readonly isComputed: boolean;
}

// From nixpkgs' unifyModuleSyntax: the attributes beside `config` and `options`.
const fullAttributes: ReadonlySet<string> = new Set([
  "_class",
  "_file",
  "key",
  "disabledModules",
  "imports",
  "options",
  "config",
  "meta",
  "freeformType",
]);

/** A module object, or a property that stands for all definitions of a module, as a record. */
export function normaliseModule(module: Readonly<Record<string, unknown>>, place: ModulePlace): ModuleRecord {
  const faults: Diagnostic[] = [];
  if (isProperty(module)) return { ...emptyRecord(place, {}, faults), config: [module] };
  const base = emptyRecord(place, module, faults);
  const isFull = module["config"] !== undefined || module["options"] !== undefined;
  const record = isFull ? normaliseFull(module, base, faults) : normaliseShort(module, base, faults);
  return faults.length === 0 ? record : { ...record, faults };
}

function normaliseShort(
  module: Readonly<Record<string, unknown>>,
  base: ModuleRecord,
  faults: Diagnostic[],
): ModuleRecord {
  const definitions = withoutAttributes(module);
  const lists = ["require", "imports"].flatMap((name) => listAttribute(module, name, base.origin, faults));
  return {
    ...base,
    imports: lists,
    config: [...(definitions === null ? [] : [definitions]), ...freeformDefinition(module)],
  };
}

function normaliseFull(
  module: Readonly<Record<string, unknown>>,
  base: ModuleRecord,
  faults: Diagnostic[],
): ModuleRecord {
  const surplus = Object.keys(module).filter((name) => !fullAttributes.has(name) && module[name] !== undefined);
  if (surplus.length > 0) faults.push(unsupported(surplus, module, base.origin));
  return {
    ...base,
    imports: listAttribute(module, "imports", base.origin, faults),
    options: module["options"],
    config: [
      ...(module["config"] === undefined ? [] : [module["config"]]),
      ...(module["meta"] === undefined ? [] : [{ meta: module["meta"] }]),
      ...freeformDefinition(module),
    ],
  };
}

// The first that is written is the place to change.
function unsupported(
  surplus: readonly string[],
  module: Readonly<Record<string, unknown>>,
  around: Origin,
): Diagnostic {
  const [first = around, ...others] = surplus.map((name) =>
    stepInto(stepInto(around, { kind: "attribute", name }), { kind: "name" }),
  );
  // Where there are no places inside of a module, all would be the same.
  const related = first === around ? [] : others.map((origin) => ({ message: "also here", origin }));
  const form = module["options"] === undefined ? "config" : "options";
  return diagnostic("unsupported-attribute", { origin: first, related }, { attributes: sortNames(surplus), form });
}

function emptyRecord(
  place: ModulePlace,
  module: Readonly<Record<string, unknown>>,
  faults: Diagnostic[],
): ModuleRecord {
  const given = textAttribute(module, "_file", place, faults);
  const file = given ?? place.file;
  const origin = originOf(file ?? place.placedIn ?? unknownFile, given, place);
  const className = module["_class"] ?? null;
  const isClass = className === null || typeof className === "string";
  if (!isClass) faults.push(badAttribute("_class", "a string", className, origin));
  return {
    key: textAttribute(module, "key", place, faults) ?? place.key,
    file,
    origin,
    placeInside: placeInsideOf(module),
    placedIn: given ?? (place.file === null ? place.placedIn : null),
    class: isClass ? className : null,
    imports: [],
    disabledModules: listAttribute(module, "disabledModules", origin, faults),
    options: undefined,
    config: [],
    order: null,
    configArgs: null,
    isStatic: !place.isComputed,
    source: null,
  };
}

/** Where a module stands, as far as that is known before anything in it is. */
export function originOfPlace(place: ModulePlace): Origin {
  return originOf(place.file ?? place.placedIn ?? unknownFile, null, place);
}

// A module that says of itself where it stands is believed; what stands in it is not looked for in the text.
function originOf(file: string, given: string | null, { site, places }: ModulePlace): Origin {
  const isKnown = given === null || (site !== null && site.kind !== "trail" && site.file === given);
  if (places === null || site === null || !isKnown) return { file };
  return new Trail({ file, site, finder: places }, null, null);
}

// nixpkgs turns numbers and booleans into text here, so `key: 5` is the key "5". Null: there is none.
function textAttribute(
  module: Readonly<Record<string, unknown>>,
  name: string,
  place: ModulePlace,
  faults: Diagnostic[],
): string | null {
  const value = module[name];
  if (typeof value === "string" || value === undefined) return value ?? null;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  faults.push(badAttribute(name, "a string", value, originOfPlace(place)));
  return null;
}

function listAttribute(
  module: Readonly<Record<string, unknown>>,
  name: string,
  origin: Origin,
  faults: Diagnostic[],
): readonly unknown[] {
  const value = module[name];
  if (value === undefined) return none;
  if (Array.isArray(value)) return value;
  faults.push(badAttribute(name, "a list", value, origin));
  return none;
}

const none: readonly unknown[] = [];

function badAttribute(attribute: string, expected: string, value: unknown, around: Origin): Diagnostic {
  const origin = stepInto(around, { kind: "attribute", name: attribute });
  return diagnostic("bad-module-attribute", { origin }, { attribute, expected, found: describeValue(value) });
}

function freeformDefinition(module: Readonly<Record<string, unknown>>): readonly unknown[] {
  return module["freeformType"] === undefined ? [] : [{ _module: { freeformType: module["freeformType"] } }];
}

// A shorthand module that is nothing but definitions is passed on as it is, without a copy.
function withoutAttributes(module: Readonly<Record<string, unknown>>): object | null {
  const names = Object.keys(module);
  const definitions = names.filter((name) => !shorthandAttributes.has(name));
  if (definitions.length === 0) return null;
  if (definitions.length === names.length) return module;
  const rest: object = Object.create(null);
  for (const name of definitions) Object.defineProperty(rest, name, { value: module[name], enumerable: true });
  return rest;
}

/** Whether a value can be normalised: a plain object, or a property. */
export function isModuleObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return isProperty(value) || isPlainObject(value);
}
