// The shapes of modules: what users hand in, and the one form everything is brought into.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../kernel/origin.ts";
import type { Frame } from "../kernel/parse-stack.ts";
import type { PlaceFinder } from "../kernel/trail.ts";
import { hasBrand, moduleBrand } from "./brands.ts";
import type { ModuleArgs, SettledDefinition } from "./definition.ts";

/** A place in a file at which something was called, as the stack shows it. */
export type CallPlace = Frame;

/** A module as a plain object in full form. All attributes may be absent. */
export interface ModuleObject {
  readonly _file?: string;
  readonly _class?: string | null;
  readonly key?: string;
  readonly imports?: readonly unknown[];
  readonly disabledModules?: readonly unknown[];
  readonly options?: unknown;
  readonly config?: unknown;
  readonly freeformType?: unknown;
  readonly meta?: unknown;
}

/** A module made by `defineModule`, whatever its options; `TypedModule` also knows those. */
export interface Module {
  readonly [moduleBrand]: ModuleObject;
}

/** On a defined module: a function that tells where `defineModule` was called, or null where the stack did not show it. */
export const moduleCall: unique symbol = Symbol.for("confix.module-call");

/** Where `defineModule` was called, or null if that is unknown. */
export function definedModuleCall(module: object): CallPlace | null {
  // The cast: only modules of defineModule carry the symbol.
  return (module as { readonly [moduleCall]?: () => CallPlace | null })[moduleCall]?.() ?? null;
}

/** On a module that was put around another to say where that one stands: its place. */
export const placeInside: unique symbol = Symbol.for("confix.place-inside");

/** The place that a module names for the one it imports, or null. */
export function placeInsideOf(module: object): Origin | null {
  // The cast: whoever has the symbol was made by Confix.
  return (module as { readonly [placeInside]?: Origin })[placeInside] ?? null;
}

/**
 * The attributes of a module that has neither `config` nor `options`: all else in it is definitions. From nixpkgs'
 * unifyModuleSyntax.
 */
export const shorthandAttributes: ReadonlySet<string> = new Set([
  "_class",
  "_file",
  "key",
  "disabledModules",
  "require",
  "imports",
  "freeformType",
]);

/** Whether a value was made by `defineModule` or `defineSubmodule`. */
export function isDefinedModule(value: unknown): value is Module {
  return hasBrand(value, moduleBrand);
}

/** A module in the one form all others are brought into. */
export interface ModuleRecord {
  /** Tells modules apart and disables them: given, else the path, else a name made of its position. */
  readonly key: string;
  /** The absolute path of its file, or null. Relative paths in it hang off this. */
  readonly file: string | null;
  /**
   * The place that messages name: the same file, or the `_file` of a module that was put around this one to place it.
   * What the module says is placed from there, if places can be found at all.
   */
  readonly origin: Origin;
  /** The place of the one module it imports, where it was put around that to say so; null: places of imports follow from its own. */
  readonly placeInside: Origin | null;
  /** The `_file` that modules imported by value are placed by, or null. */
  readonly placedIn: string | null;
  readonly class: string | null;
  readonly imports: readonly unknown[];
  readonly disabledModules: readonly unknown[];
  /** Trees of options: objects, or functions that return them. */
  readonly options: unknown;
  /** The definitions: a set, a property, or a function that returns one; with a module `meta` and `freeformType` added. */
  readonly config: readonly unknown[];
  /**
   * The order of its definitions; null: the usual one. A definition of a submodule brings it along, since an order around
   * all of a submodule is one of each of its options, as with a set of options.
   */
  readonly order: number | null;
  /** Whose arguments functions in `config` get; null: this evaluation's. Set for definitions of a submodule. */
  readonly configArgs: ModuleArgs | null;
  /** Nothing in it depends on an evaluation's arguments above the options: it can be shared between evaluations. */
  readonly isStatic: boolean;
  /** The module itself, where its record tells of nobody who imports it, but for the key; null: it may. */
  readonly source: Module | null;
  /** What is wrong with its attributes, which are left out of it. Absent: nothing. */
  readonly faults?: readonly Diagnostic[];
}

const definitionModule: unique symbol = Symbol.for("confix.definition-module");

/**
 * A definition of a submodule option as a module of that submodule: its value is the `config` (shorthand), or a module.
 */
export interface DefinitionModule {
  readonly [definitionModule]: "config" | "import";
  readonly definition: SettledDefinition;
}

/** Makes a module of a definition: `"config"` takes the value for definitions, `"import"` for a module. */
export function makeDefinitionModule(kind: "config" | "import", definition: SettledDefinition): DefinitionModule {
  return { [definitionModule]: kind, definition };
}

/** Of which kind a module made of a definition is; null: it is none. */
export function definitionModuleKind(value: unknown): "config" | "import" | null {
  // The cast: whoever carries the brand was made above, if perhaps by another copy of Confix.
  return hasBrand(value, definitionModule) ? (value as unknown as DefinitionModule)[definitionModule] : null;
}

/** The definitions of which such modules were made; null: one is more than definitions. */
export function definitionsOfModules(modules: readonly unknown[]): readonly SettledDefinition[] | null {
  const definitions: SettledDefinition[] = [];
  for (const module of modules) {
    if (definitionModuleKind(module) !== "config") return null;
    // The cast: only modules made of definitions have a kind.
    definitions.push((module as DefinitionModule).definition);
  }
  return definitions;
}

/** One node of the import tree: every occurrence of a module, also repeated and disabled ones. */
export interface ModuleGraphNode {
  readonly key: string;
  readonly file: string;
  readonly disabled: boolean;
  readonly imports: readonly ModuleGraphNode[];
}

/** What a host lends the evaluation so that modules can be named by path. */
export interface ModuleLoader {
  /** Finds lines and columns in the files of modules. Default: messages name files only. */
  readonly places?: PlaceFinder;
  /**
   * The absolute path that a specifier names. `from` is the file that says it, or null if that is unknown; then a
   * relative specifier is an error. Throws a ConfixError.
   */
  resolve(specifier: string, from: string | null): string;
  /** The module in a file, by absolute path; the same object each time. Throws a ConfixError. */
  load(path: string): unknown;
}
