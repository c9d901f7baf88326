// Tells which files Node is left to run by itself: what is no script, and CommonJS.
import { readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { scriptExtensions } from "./find-script.ts";

/** Whether only Node knows what to do with a file. */
export function isNodes(file: string): boolean {
  const extension = extname(file);
  if (extension !== "" && !scriptExtensions.includes(extension)) return true;
  return extension === ".cjs" || /node_modules[\\/](?:typescript|jiti)[\\/]/.test(file);
}

/** Whether a script is CommonJS: by its extension, by what its package says, and if both are silent, by its text. */
export function isCommonJs(file: string, text: string): boolean {
  const extension = extname(file);
  if (/^\.(?:[cm]?tsx?|mjs)$/.test(extension)) return false;
  return !(extension === ".js" && isInModulePackage(file)) && !hasModuleSyntax(text);
}

function isInModulePackage(file: string): boolean {
  for (let folder = dirname(file); dirname(folder) !== folder; folder = dirname(folder)) {
    try {
      const text = readFileSync(join(folder, "package.json"), "utf8");
      const content: unknown = JSON.parse(text);
      return typeof content === "object" && content !== null && "type" in content && content.type === "module";
    } catch (error) {
      if (error instanceof SyntaxError) return false;
    }
  }
  return false;
}

// As jiti looks for it: a comment that reads like an import makes a file a module, which it can be without harm.
function hasModuleSyntax(text: string): boolean {
  return /(?:[\s;]|^)(?:import[\s\w*,{}]*from|import\s*["'*{]|export\b\s*(?:[*{]|default|class|type|function|const|var|let|async function)|import\.meta\b)/m.test(
    text,
  );
}
