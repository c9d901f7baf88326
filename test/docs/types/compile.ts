// Compiles generated declarations, and what is written against them, as strictly as TypeScript can.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const compiler = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));

const settings = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: "es2023",
    module: "nodenext",
    types: [],
    // Declarations are checked, too.
    skipLibCheck: false,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
  },
  include: ["."],
};

/** What the compiler says of files, by their names; an empty text: nothing. */
export function compile(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "confix-types-"));
  try {
    const all = { ...files, "tsconfig.json": JSON.stringify(settings), "package.json": '{ "type": "module" }' };
    for (const [name, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    execFileSync(process.execPath, [compiler, "-p", folder, "--pretty", "false"], { encoding: "utf8", stdio: "pipe" });
    return "";
  } catch (error) {
    return (error as { readonly stdout: string }).stdout; // The cast: it is what a process that failed leaves.
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
