// The public surface for programs that run in Node: everything of `confix`, and what touches files.
import * as confix from "./index.ts";
import { type LoadConfigArguments, loadConfig as load } from "./host/load-config.ts";
import { modulesPath } from "./host/modules-path.ts";
import type { RunningConfix } from "./host/scripts.ts";
import type { Evaluation } from "./index.ts";

export * from "./index.ts";
export type { LoadConfigArguments } from "./host/load-config.ts";
export { modulesPath } from "./host/modules-path.ts";

/**
 * Loads module files and evaluates them. Finds `confix.config.*`, adds the modules that `CONFIX_EXTRA_MODULES` names,
 * and gives modules the argument `modulesPath`. Rejects with a ConfixError if a file is missing or wrong; what is wrong in
 * the configuration itself shows when the evaluation is read.
 *
 * ```ts
 * const { config } = await loadConfig({ files: ["host.ts"] });
 * ```
 */
export async function loadConfig(args: LoadConfigArguments = {}): Promise<Evaluation> {
  return await load(running(), args);
}

function running(): RunningConfix {
  return { confix, "confix/node": { ...confix, loadConfig, modulesPath } };
}
