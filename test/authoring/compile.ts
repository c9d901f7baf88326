// Compiles programs that use Confix, with the compiler and the settings of this repository, as users do.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What the compiler says about a program. */
export interface Compiled {
  /** Its errors, one line each: `web.ts(3,9): error TS2322: …`. */
  readonly errors: readonly string[];
  /** How many types it had to instantiate. */
  readonly instantiations: number;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

const settings = {
  extends: join(root, "tsconfig.base.json"),
  compilerOptions: {
    paths: { confix: [join(root, "src/index.ts")] },
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    // Without them the files of Confix itself would lie outside.
    rootDir: "/",
  },
  include: ["*.ts"],
};

/** The compiler of this repository. */
export const compiler: string = join(root, "node_modules/typescript/bin/tsc");

/** Makes a folder with files, by name, as a project that uses Confix. Whoever asks removes it. */
export function makeProject(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "confix-compile-"));
  const all = { "tsconfig.json": JSON.stringify(settings), "package.json": '{"type":"module"}', ...files };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Compiles files, by name, in a folder of their own. */
export function compile(files: Readonly<Record<string, string>>): Compiled {
  const folder = makeProject(files);
  try {
    const { stdout, error } = spawnSync(process.execPath, [compiler, "-p", folder, "--extendedDiagnostics"], {
      cwd: folder,
      encoding: "utf8",
    });
    if (error !== undefined) throw error;
    const instantiations = /^Instantiations:\s*(\d+)$/m.exec(stdout)?.[1];
    if (instantiations === undefined) throw new Error(`the compiler did not say what it did: ${stdout}`);
    return { errors: stdout.match(/^.*error TS\d+.*$/gm) ?? [], instantiations: Number(instantiations) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
