// Options whose value is a configuration of its own, made by modules.
import { isPlainObject } from "../kernel/plain.ts";
import { anything, attributeSet, flagOrNull, textOrNull, type ValueKind } from "../kernel/value-kind.ts";
import type { SettledDefinition } from "../model/definition.ts";
import { isDefinedModule, makeDefinitionModule } from "../model/module.ts";
import type { DefinitionModule, Module } from "../model/module.ts";
import type { AnyOptionType, OptionType, SubmoduleParameters } from "../model/option-type.ts";
import type { OptionTree } from "../model/option.ts";
import type {
  ConfigOf,
  ConfigOfModule,
  ConfigOfModules,
  InputOfModule,
  InputOfModules,
  ModuleItem,
  Opened,
  OpenedInput,
  OptionsOfObject,
} from "../model/typed.ts";
import { mkOptionType } from "./define-type.ts";
import { describeSubmodule, freeformTypeOf } from "./describe-submodule.ts";
import { looksLikeModule } from "./looks-like-module.ts";
import { mergeSubmodules } from "./merge-submodules.ts";
import { requireParameters } from "./require-parameters.ts";
import { failArgument } from "./require-type.ts";
import type { SubmodulePayload } from "./submodule-payload.ts";

/** What `submoduleWith` takes. */
export interface SubmoduleArguments<L extends readonly unknown[] = readonly unknown[]> {
  readonly modules: L;
  /** Arguments for the modules that are known while they are collected. Default none. */
  readonly specialArgs?: Readonly<Record<string, unknown>>;
  /**
   * Whether a set that defines the option holds nothing but definitions. Default false: it is a module, which may also
   * have `imports` and `options`. Null: either, whatever another declaration says.
   */
  readonly shorthandOnlyDefinesConfig?: boolean | null;
  /** Default: `submodule`, or which one it is if the modules tell. */
  readonly description?: string | null;
  /** Only modules of this `_class`, or of none, are taken. Default: any. */
  readonly class?: string | null;
}

const parameterKinds: Readonly<Record<keyof SubmoduleArguments, ValueKind>> = {
  modules: anything,
  specialArgs: attributeSet,
  shorthandOnlyDefinesConfig: flagOrNull,
  description: textOrNull,
  class: textOrNull,
};

/**
 * The value is the configuration of the given modules, with each definition as one module more. A module among the
 * definitions may be a function, a module made by `defineModule`, a path, and, unless `shorthandOnlyDefinesConfig`, a
 * plain object. Inside, `name` is the last name of the path. Nothing defined is what the modules give by themselves.
 * Declared twice, the modules add up; the rest must not contradict.
 */
export function submoduleWith<const L extends readonly unknown[]>(
  args: SubmoduleArguments<L>,
): OptionType<ConfigOfModules<L>, InputOfModules<L>> {
  requireParameters("submoduleWith", args, parameterKinds);
  if (!Array.isArray(args.modules)) failArgument("submoduleWith", "`modules` must be a list");
  const payload: SubmodulePayload = {
    modules: Object.freeze([...args.modules]),
    specialArgs: args.specialArgs ?? {},
    shorthandOnlyDefinesConfig: args.shorthandOnlyDefinesConfig === undefined ? false : args.shorthandOnlyDefinesConfig,
    description: args.description ?? null,
    class: args.class ?? null,
  };
  const parameters: SubmoduleParameters = Object.freeze({
    modules: payload.modules,
    specialArgs: payload.specialArgs,
    class: payload.class,
  });
  const moduleOf = (definition: SettledDefinition): DefinitionModule => {
    const isConfig = payload.shorthandOnlyDefinesConfig === true && isPlainSet(definition.value);
    return makeDefinitionModule(isConfig ? "config" : "import", definition);
  };
  return mkOptionType<ConfigOfModules<L>, InputOfModules<L>>({
    name: "submodule",
    description: () => payload.description ?? describeSubmodule(payload.modules),
    check: looksLikeModule,
    merge: (context, definitions) => {
      const configuration = context.submodule(parameters, definitions.map(moduleOf));
      context.setValueMeta(() => ({ configuration }));
      return configuration.config;
    },
    emptyValue: (context) => {
      context.setValueMeta(() => ({ configuration: context.submodule(parameters, []) }));
      return context.emptySubmodule(parameters).config;
    },
    functor: { name: "submodule", payload },
    typeMerge: (_self, other) => {
      if (other.functor.name !== "submodule" || other.submodule === null) return null;
      // The cast: whoever has this functor and a submodule was made here.
      return submoduleWith(mergeSubmodules(payload, other.functor.payload as SubmodulePayload));
    },
    subModules: () => payload.modules,
    withSubModules: (_self, modules) => submoduleWith({ ...payload, modules }),
    withNestedOptions: (_self, module) => submoduleWith({ ...payload, modules: [...payload.modules, module] }),
    nestedTypes: () => {
      const freeformType = freeformTypeOf(payload.modules);
      return freeformType === null ? {} : { freeformType };
    },
    submodule: parameters,
  });
}

type AnyRecord = Readonly<Record<string, unknown>>;

/** What one reads from a submodule of these modules; what TypeScript does not know may be any name. */
export type SubmoduleConfig<M> = M extends Module
  ? ConfigOfModule<M>
  : M extends (...args: never[]) => infer R
    ? SubmoduleConfig<R>
    : M extends readonly unknown[]
      ? ConfigOfModules<M>
      : M extends { readonly options: OptionTree }
        ? ConfigOf<Opened<OptionsOfObject<M>>>
        : AnyRecord;

/** What one may define in a submodule of these modules. */
export type SubmoduleInput<M> = M extends Module
  ? InputOfModule<M>
  : M extends (...args: never[]) => infer R
    ? SubmoduleInput<R>
    : M extends readonly unknown[]
      ? InputOfModules<M>
      : M extends { readonly options: OptionTree }
        ? OpenedInput<OptionsOfObject<M>>
        : AnyRecord;

/**
 * The value is the configuration of a module, or of several; a set that defines it holds nothing but definitions, as in
 * `sites.blog = { root: "/srv" }`. What it is made of is found while options are read, so a submodule may have options
 * of its own type. Everything in the module is typed if it is made by `defineSubmodule`; of one written in place,
 * TypeScript knows the options, but not what its functions read from `config`.
 */
export function submodule<const M extends ModuleItem | readonly ModuleItem[] | object>(
  modules: M,
): OptionType<SubmoduleConfig<M>, SubmoduleInput<M>> {
  const type: AnyOptionType = submoduleWith({
    modules: Array.isArray(modules) ? modules : [modules],
    shorthandOnlyDefinesConfig: true,
  });
  // The cast: the types of modules say what their configuration is; the evaluator checks it as it runs.
  return type as OptionType<SubmoduleConfig<M>, SubmoduleInput<M>>;
}

function isPlainSet(value: unknown): boolean {
  return isPlainObject(value) && !isDefinedModule(value);
}
