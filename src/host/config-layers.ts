// The configuration of the tool, with everything it extends.
import type { ConfigDocument } from "../../schemas/config.ts";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { readConfigFile } from "./config-document.ts";
import type { FileLoader } from "./loader.ts";

/** The configuration after layering: what it extends first, then its own. Paths of modules are absolute. */
export type LayeredConfig = Omit<ConfigDocument, "extends" | "$schema">;

/**
 * Reads a configuration file and the files it extends, and merges them: lists are joined, mappings merged by key, and of
 * two values the later wins. Throws a ConfixError for anything wrong in one of them, and if they extend one another.
 */
export async function readConfig(file: string, loader: FileLoader): Promise<LayeredConfig> {
  const layers = await readLayers(file, [], loader);
  const [only] = layers;
  if (only !== undefined && layers.length === 1) return only;
  const { deepmerge } = await import("deepmerge-ts");
  // The cast: merging documents of one shape gives that shape; the library's type spells out every combination.
  return deepmerge(...layers) as LayeredConfig;
}

async function readLayers(
  file: string,
  above: readonly string[],
  loader: FileLoader,
): Promise<readonly LayeredConfig[]> {
  if (above.includes(file)) {
    const circle = [...above.slice(above.indexOf(file)), file].map((each) => `\`${each}\``).join(" extends ");
    return fail(diagnostic("bad-config-file", { origin: { file } }, { problem: circle, suggestions: [] }));
  }
  const { extends: bases = [], $schema: _schema, ...own } = await readConfigFile(file, loader, above.at(-1) ?? null);
  const layers: LayeredConfig[] = [];
  for (const base of typeof bases === "string" ? [bases] : bases) {
    layers.push(...(await readLayers(loader.resolve(base, file), [...above, file], loader)));
  }
  const modules = own.modules?.map((module) => (typeof module === "string" ? loader.resolve(module, file) : module));
  return [...layers, modules === undefined ? own : { ...own, modules }];
}
