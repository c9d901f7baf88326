// What evalModules takes.
import type { Path } from "../kernel/path.ts";
import type { ModuleLoader } from "./module.ts";
import type { AnyModule } from "./typed.ts";

/** The arguments of `evalModules`. */
export interface EvalModulesArguments<M extends readonly AnyModule[] = readonly AnyModule[]> {
  /** The modules, in order. */
  readonly modules: M;
  /** Arguments for modules that are known while modules are collected. They win over every other argument. Default none. */
  readonly specialArgs?: Readonly<Record<string, unknown>>;
  /** Put in front of every option's path in messages. Default empty. */
  readonly prefix?: Path;
  /** Only modules of this `_class`, or of none, are taken. Default: any. */
  readonly class?: string | null;
  /** Whether it is noted who reads what, so that the first `update` is as quick as the others. Default false. */
  readonly updatable?: boolean;
  /** Whether `stats` tells what took how long, which makes everything slower. Default false. */
  readonly profile?: boolean;
  /** Loads modules that are named by path. Default: naming one is an error. */
  readonly loader?: ModuleLoader;
}
