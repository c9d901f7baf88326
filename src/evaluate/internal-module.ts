// The evaluator's own module: it declares `_module.*`, through which modules talk to the evaluation.
import type { Path } from "../kernel/path.ts";
import { optionBrand } from "../model/brands.ts";
import type { ModuleArgs } from "../model/definition.ts";
import type { Evaluation, ExtendArguments } from "../model/evaluation.ts";
import type { ModuleRecord } from "../model/module.ts";
import type { Option, OptionAttributes } from "../model/option.ts";
import { makeOverride, priorities } from "../model/property.ts";
import { bool } from "../types/bool.ts";
import { lazyAttrsOf } from "../types/attrs-of.ts";
import { nullOr } from "../types/null-or.ts";
import { optionType } from "../types/option-type.ts";
import { raw } from "../types/raw.ts";
import { type ArgumentSource, sourceOfArgs } from "./6-assemble/module-args.ts";
import { unspecified } from "../types/unspecified.ts";

/** The key and file of the internal module, in graphs and messages. */
export const internalModuleKey = "confix:internal";

/** The internal module; `prefix` decides whether `_module.args` is documented. */
export function internalModule(prefix: Path): ModuleRecord {
  return prefix.length === 0 ? atRoot : inside;
}

function makeInternalModule(isDocumented: boolean): ModuleRecord {
  const args = option({
    type: lazyAttrsOf(raw),
    internal: !isDocumented,
    description:
      "Arguments for the functions of modules, by name, besides the built-in ones and those of `specialArgs`.",
  });
  const options = {
    _module: {
      args,
      check: option({
        type: bool,
        default: true,
        internal: true,
        description: "Whether defining an option that no module declares is an error.",
      }),
      freeformType: option({
        type: nullOr(optionType),
        default: null,
        internal: true,
        description:
          "The type by which definitions of options that no module declares are merged; null: they are errors.",
      }),
      specialArgs: option({
        type: unspecified,
        internal: true,
        readOnly: true,
        description: "The arguments given to the evaluation from outside.",
      }),
    },
  };
  const config = {
    _module: {
      args: {
        // Of the evaluation that there is when it is called: it may have been updated since it was read.
        extendModules: (given: ModuleArgs) => (more: ExtendArguments) => evaluationOf(given).extendModules(more),
        moduleType: (given: ModuleArgs) => evaluationOf(given).type,
      },
      specialArgs: (given: ModuleArgs) => given["specialArgs"],
    },
  };
  return {
    key: internalModuleKey,
    file: null,
    origin: { file: internalModuleKey },
    placedIn: null,
    placeInside: null,
    order: null,
    class: null,
    imports: [],
    disabledModules: [],
    options,
    config: [config],
    configArgs: null,
    isStatic: true,
    source: null,
  };
}

const nameOf = (given: ModuleArgs): unknown => sourceOf(given).name;

/** What gives functions in a submodule its `name`, as strong as any definition; a module of each submodule. */
export const nameModule: object = { _module: { args: { name: nameOf } } };

/** The same for one that nothing defines: whoever gives a name knows better. */
export const noNameModule: object = {
  _module: { args: { name: makeOverride(priorities.optionDefault, nameOf) } },
};

function option(attributes: OptionAttributes): Option<unknown, unknown> {
  return Object.freeze({ [optionBrand]: true as const, ...attributes });
}

function evaluationOf(args: ModuleArgs): Evaluation {
  return sourceOf(args).evaluation;
}

function sourceOf(args: ModuleArgs): ArgumentSource {
  // The cast: all arguments that the evaluator makes hold this.
  return (args as unknown as { readonly [sourceOfArgs]: ArgumentSource })[sourceOfArgs];
}

// Neither holds anything of one evaluation.
const atRoot = makeInternalModule(true);
const inside = makeInternalModule(false);
