// Gives a module that was made elsewhere a file.
import { describeValue } from "../kernel/describe-value.ts";
import type { ImportedOptions, ModuleItem, TypedModule } from "../model/typed.ts";
import { brandModule } from "./brand-module.ts";
import { failArgument } from "./check-arguments.ts";

/**
 * The module `module`, as if it stood in `file`: messages name that file where the module does not say its own. Fails with
 * `bad-argument` if `file` is no string.
 */
export function setDefaultModuleLocation<const M extends ModuleItem>(
  file: string,
  module: M,
): TypedModule<ImportedOptions<readonly [M]>> {
  if (typeof file !== "string") {
    failArgument("setDefaultModuleLocation", "file", `must be a string, but is ${describeValue(file)}`);
  }
  return Object.freeze(brandModule<ImportedOptions<readonly [M]>>({ _file: file, imports: [module] }, () => null));
}
