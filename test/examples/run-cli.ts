// Runs the command line as a user would, from the top of the repository.
import { fileURLToPath } from "node:url";
import { main } from "../../src/cli/main.ts";

/** What a command printed, and its exit code. */
export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The top of the repository. */
export const root: string = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a command. */
export async function runCli(...argv: readonly string[]): Promise<CliResult> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const collect = (texts: string[]) => ({ write: async (text: string) => void texts.push(text), isTerminal: false });
  const code = await main(argv, {
    stdout: collect(stdout),
    stderr: collect(stderr),
    env: {},
    cwd: root,
    readStdin: async () => new Uint8Array(),
  });
  return { code, stdout: stdout.join(""), stderr: stderr.join("") };
}
