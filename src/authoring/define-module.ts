// Defines typed modules in two steps: what a module declares and imports, then what it defines.
import { isPlainObject } from "../kernel/plain.ts";
import type { CallPlace, ModuleObject } from "../model/module.ts";
import type { AnyOptionType } from "../model/option-type.ts";
import type { OptionTree } from "../model/option.ts";
import type {
  FreeformOptions,
  ImportedOptions,
  ModuleItem,
  ModuleDef,
  SubmoduleTreeArgs,
  TreeArgs,
  TypedModule,
} from "../model/typed.ts";
import { brandModule } from "./brand-module.ts";
import { callerPlace, captureCaller } from "./caller-place.ts";
import { checkNames, failArgument } from "./check-arguments.ts";

/** What the first step takes: everything of a module but its definitions. */
export interface ModuleAttributes<
  L extends readonly ModuleItem[],
  O extends OptionTree,
  F extends AnyOptionType | undefined = AnyOptionType,
> {
  /** Modules that belong to this one. Those given by value are also known to TypeScript. Default none. */
  readonly imports?: L;
  /** The options this module declares. Default none. */
  readonly options?: O;
  /** Tells modules apart: of several with one key only the first is taken. Default: its path, or its identity. */
  readonly key?: string;
  /** Modules to leave out, by value, by path or by `{ key }`. Default none. */
  readonly disabledModules?: readonly unknown[];
  /** The type of definitions for which there is no option. Default: they are an error. */
  readonly freeformType?: F;
  /** What kind of configuration the module is for. Default: any. */
  readonly _class?: string;
  /** The file that messages name. Default: the one that calls `defineModule`. */
  readonly _file?: string;
  /** Data about the module, such as maintainers; the evaluation takes it for a definition of `meta`. */
  readonly meta?: unknown;
}

/** A module as the first step returns it: complete, unless it has definitions to give in the second step. */
export interface ConfigurableModule<O> extends TypedModule<O> {
  /**
   * Returns the module with definitions added. They may be a set that follows the options, properties around it, or a
   * function of the module arguments, called while names are collected, which must not read `config`.
   */
  config(definitions: ModuleDef<O, TreeArgs<O>>): TypedModule<O>;
}

/** The same for a submodule, whose functions also receive `name`. */
export interface ConfigurableSubmodule<O> extends TypedModule<O> {
  /** Returns the submodule with definitions added, as `ConfigurableModule` does. */
  config(definitions: ModuleDef<O, SubmoduleTreeArgs<O>>): TypedModule<O>;
}

/**
 * Defines a module. The result is a module already; `.config(…)` returns one that also has definitions. Two steps, because
 * TypeScript can tell the type of `config` inside the definitions only when the options are known before.
 *
 * The options of modules imported by value (`imports: [firewall]`) are typed like the module's own; files, plain objects
 * and functions may be imported as well, but TypeScript knows nothing of them. (Where it knows no option at all, it does
 * not check definitions either.) Fails with `bad-argument` for an
 * attribute that does not exist.
 */
// No alias for the result's type: it would remember its argument `L`, and so, in a chain of imports, all modules before.
export function defineModule<
  const L extends readonly ModuleItem[],
  O extends OptionTree = {},
  F extends AnyOptionType | undefined = undefined,
>(attributes: ModuleAttributes<L, O, F>): ConfigurableModule<O & ImportedOptions<L> & FreeformOptions<F>> {
  const place = callerPlace(captureCaller(defineModule) ?? new Error("defineModule was called"));
  return makeModule("defineModule", attributes, place);
}

/**
 * Defines a module for `types.submodule`: the same as `defineModule`, but its functions also receive `name`, the name
 * under which the submodule stands.
 */
export function defineSubmodule<
  const L extends readonly ModuleItem[],
  O extends OptionTree = {},
  F extends AnyOptionType | undefined = undefined,
>(attributes: ModuleAttributes<L, O, F>): ConfigurableSubmodule<O & ImportedOptions<L> & FreeformOptions<F>> {
  const place = callerPlace(captureCaller(defineSubmodule) ?? new Error("defineSubmodule was called"));
  return makeModule("defineSubmodule", attributes, place);
}

const attributeNames: readonly string[] = [
  "imports",
  "options",
  "key",
  "disabledModules",
  "freeformType",
  "_class",
  "_file",
  "meta",
];

function makeModule<O>(
  call: string,
  attributes: ModuleObject,
  place: () => CallPlace | null,
): TypedModule<O> & { readonly config: (definitions: unknown) => TypedModule<O> } {
  if (isPlainObject(attributes) && Object.hasOwn(attributes, "config")) {
    failArgument(call, "config", `belongs into the second step, \`${call}({ … }).config({ … })\``);
  }
  checkNames(call, attributes, attributeNames);
  const config = (...definitions: readonly unknown[]): TypedModule<O> => {
    if (definitions.length !== 1 || definitions[0] === undefined) {
      failArgument(`${call}(…).config`, "definitions", "must be given, and nothing else");
    }
    return Object.freeze(brandModule<O>({ ...attributes, config: definitions[0] }, place));
  };
  const module = brandModule<O>(attributes, place);
  // Not enumerable, so that no listing and no spread takes it for a definition.
  Object.defineProperty(module, "config", { value: config });
  // The cast: `config` was just added; TypeScript does not follow defineProperty.
  return Object.freeze(module) as typeof module & { readonly config: typeof config };
}
