// Runs the command line in this process, as a test sees it.
import { main } from "../../src/cli/main.ts";
import { declare } from "../host/load.ts";
import { writeFiles } from "../host/temporary-files.ts";

/** What a run wrote, and how it ended. */
export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run is given besides its arguments. */
export interface World {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly isTerminal?: boolean;
}

/** Runs `confix` with arguments. */
export async function confix(argv: readonly string[], world: World = {}): Promise<Run> {
  let stdout = "";
  let stderr = "";
  const isTerminal = world.isTerminal ?? false;
  const stdin = world.stdin ?? "";
  const exitCode = await main(argv, {
    stdout: { isTerminal, write: async (text) => void (stdout += text) },
    stderr: { isTerminal, write: async (text) => void (stderr += text) },
    env: world.env ?? {},
    cwd: world.cwd ?? "/",
    readStdin: async () => (typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin),
  });
  return { exitCode, stdout, stderr };
}

/** Runs `confix eval` in a new folder with files. */
export async function evalFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  argv: readonly string[],
  world: World = {},
): Promise<Run & { readonly cwd: string }> {
  const cwd = writeFiles(files);
  return { ...(await confix(["eval", ...argv], { cwd, ...world })), cwd };
}

export { declare, writeFiles };
