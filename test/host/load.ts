// Loads files as a test wrote them.
import { ConfixError, loadConfig, type LoadConfigArguments } from "../../src/node.ts";
import { writeFiles } from "./temporary-files.ts";

/** The result of evaluating `main` of some files, with no environment. */
export async function evaluate(
  files: Readonly<Record<string, string | Uint8Array>>,
  main: string | readonly string[],
  more: LoadConfigArguments = {},
): Promise<unknown> {
  const cwd = writeFiles(files);
  const given = typeof main === "string" ? [main] : main;
  const output = (await loadConfig({ files: given, cwd, env: {}, ...more })).output();
  if (output.diagnostics.length > 0) throw new ConfixError(output.diagnostics);
  return output.value;
}

/** A TypeScript module that declares options of any type, so that others can define them. */
export function declare(...names: readonly string[]): string {
  const options = names.map((name) => `${name}: mkOption({ type: types.anything, default: null })`);
  return `import { mkOption, types } from "confix";\nexport default { options: { ${options.join(", ")} } };\n`;
}
