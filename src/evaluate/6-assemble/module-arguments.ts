// Room 6: what stands behind the arguments of an evaluation's modules. Made when the first function asks for them.
import type { Path } from "../../kernel/path.ts";
import { makeRecord } from "../../kernel/record.ts";
import type { ModuleArgs } from "../../model/definition.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import type { Machine } from "../../model/machine.ts";
import { ConfigView, type ViewedEvaluation } from "./config-view.ts";
import { Level } from "./level.ts";
import { type ArgumentSource, makeModuleArgs } from "./module-args.ts";
import { OptionsView } from "./views.ts";

/** Who defines `_module` in a submodule without being asked: the internal module, and the one that gives `name`. */
export const ownArgumentDefinitions = 2;

/** The evaluation, as far as its arguments need it. */
export interface ArgumentsOwner extends Machine, ViewedEvaluation {
  readonly evaluation: Evaluation;
  /** Whether its modules are collected, or were for another evaluation. */
  readonly areModulesKnown: boolean;
  readonly code: ViewedEvaluation["code"] & { refuseArgument(name: string): void };
  /** The value of an option under `_module`. */
  moduleOption(name: string): unknown;
}

/** What is given from outside. */
export interface GivenArguments {
  readonly specialArgs: Readonly<Record<string, unknown>>;
  readonly class: string | null;
  readonly name: string | null;
}

/** The arguments of one evaluation. */
export class ModuleArguments implements ArgumentSource {
  readonly args: ModuleArgs;
  /** What stands for the configuration while modules are collected; null: they were known before anybody asked. */
  readonly config: ConfigView | null;
  readonly specialArgs: Readonly<Record<string, unknown>>;
  readonly class: string | null;
  readonly name: string | null;
  readonly prefix: Path;
  readonly #owner: ArgumentsOwner;
  #optionsRecord: object | null = null;

  constructor(owner: ArgumentsOwner, { specialArgs, class: className, name }: GivenArguments) {
    this.#owner = owner;
    this.specialArgs = specialArgs;
    this.class = className;
    this.name = name;
    this.prefix = owner.prefix;
    this.config = owner.areModulesKnown ? null : new ConfigView(owner);
    this.args = makeModuleArgs(this);
  }

  get evaluation(): Evaluation {
    return this.#owner.evaluation;
  }

  get configRecord(): object {
    return this.config === null ? this.#owner.root.record : this.config.record;
  }

  get optionsRecord(): object {
    const owner = this.#owner;
    this.#optionsRecord ??= makeRecord(new OptionsView(owner, () => owner.root));
    return this.#optionsRecord;
  }

  // The name of a submodule is an argument like those of `_module.args`, and may be overridden there; but it is known
  // beforehand, so that the functions of modules may ask for it while names are being collected.
  nameArgument(): unknown {
    const { name } = this;
    if (this.#owner.isCollecting()) return name;
    const { root } = this.#owner;
    // Nobody else says anything about `_module`. Of thousands of submodules, most; then nothing is made to find out.
    if (root.pushed().get("_module")?.length === ownArgumentDefinitions) return name;
    const module = root.child("_module");
    const definitions = module instanceof Level ? module.pushed().get("args") : undefined;
    return definitions?.length === ownArgumentDefinitions ? name : this.lookUp("name")?.value;
  }

  extraNames(): readonly string[] {
    return Object.keys(Object(this.#owner.moduleOption("args")));
  }

  lookUp(name: string): { readonly value: unknown } | null {
    this.#owner.code.refuseArgument(name);
    const args = this.#owner.moduleOption("args");
    if (typeof args !== "object" || args === null || !(name in args)) return null;
    // The cast: lazyAttrsOf gives a record.
    return { value: (args as Readonly<Record<string, unknown>>)[name] };
  }
}
