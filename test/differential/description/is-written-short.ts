// Which modules can be written without `config` and `options`.
import type { Expression, ModuleDescription } from "./description.ts";

type ShortModule = ModuleDescription & { readonly config: Extract<Expression, { is: "set" }> };

// Names that mean something else at the top of a module.
const reserved: ReadonlySet<string> = new Set(
  "_class _file key disabledModules require imports freeformType config options meta".split(" "),
);

/** Whether a module is written as the set of its definitions. */
export function isWrittenShort(module: ModuleDescription): module is ShortModule {
  const { isShort, options, config } = module;
  if (!isShort || options.length > 0 || config?.is !== "set") return false;
  return !config.entries.some(([name]) => reserved.has(name));
}
