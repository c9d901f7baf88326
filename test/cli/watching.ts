// `confix eval --watch` in this process, as a test drives it: it changes files, and waits for what is said.
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { main } from "../../src/cli/main.ts";
import { writeFiles } from "./run.ts";

/** How long something may take before it is taken for missing. Milliseconds; generous, for it is never waited for in vain. */
const limit = 20_000;

/** What was written since the last time that somebody asked. */
export interface Turn {
  readonly stdout: string;
  readonly stderr: string;
}

/** What a watch is given besides its arguments, and when its first turn is told. */
export interface World {
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: string;
  readonly until: (said: Turn) => boolean;
  /** Symbolic links that are made before, and what they say. */
  readonly links: Readonly<Record<string, string>>;
}

// For people, the last line of a turn says that it is.
function isTold({ stderr }: Turn): boolean {
  return /^watch: .*\n$/m.test(stderr) && stderr.endsWith("\n");
}

/** A watch that runs. It ends with the test. */
export class Watching {
  readonly cwd: string;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number>;
  #stdout = "";
  #stderr = "";
  #interrupt: (() => void) | null = null;
  #listeners = new Set<() => void>();
  #end: string | null = null;

  private constructor(cwd: string, argv: readonly string[], env: Readonly<Record<string, string>>, stdin: string) {
    this.cwd = cwd;
    this.ended = main(["eval", "--watch", ...argv], {
      stdout: { isTerminal: false, write: async (text) => this.#heard(() => (this.#stdout += text)) },
      stderr: { isTerminal: false, write: async (text) => this.#heard(() => (this.#stderr += text)) },
      env,
      cwd,
      readStdin: async () => new TextEncoder().encode(stdin),
      onInterrupt: (listener) => {
        this.#heard(() => (this.#interrupt = () => listener(() => {})));
        return () => (this.#interrupt = null);
      },
    }).then((code) => {
      this.#heard(() => (this.#end = `it ended with ${code}`));
      return code;
    });
  }

  /** Writes files to a new folder, and watches. Resolves with what was said at first. */
  static async begin(
    files: Readonly<Record<string, string>>,
    argv: readonly string[],
    { env = {}, stdin = "", until = isTold, links = {} }: Partial<World> = {},
  ): Promise<readonly [Watching, Turn]> {
    const cwd = writeFiles(files);
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(cwd, name));
    const watching = new Watching(cwd, argv, env, stdin);
    onTestFinished(async () => void (await watching.interrupt()));
    return [watching, await watching.until(until)];
  }

  /** Changes files (null: removes one), and resolves with what is said of it. */
  async change(files: Readonly<Record<string, string | null>>, until: World["until"] = isTold): Promise<Turn> {
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.cwd, name);
      mkdirSync(dirname(path), { recursive: true });
      if (content === null) rmSync(path, { recursive: true });
      else writeFileSync(path, content);
    }
    return await this.until(until);
  }

  /** Makes a symbolic link, at once in the place of what has its name. */
  relink(name: string, target: string): void {
    const fresh = join(this.cwd, `${name}~`);
    symlinkSync(target, fresh);
    renameSync(fresh, join(this.cwd, name));
  }

  /** What is said until all of a turn is told. */
  async turn(): Promise<Turn> {
    return await this.until(isTold);
  }

  /** What is said until something holds of it. */
  async until(holds: World["until"]): Promise<Turn> {
    await new Promise<void>((resolve, reject) => {
      const tell = (problem: string): void =>
        done(() => reject(new Error(`${problem}; said was\n${this.#stdout}\n${this.#stderr}`)));
      const timer = setTimeout(() => tell("nothing more was said"), limit);
      const done = (settle: () => void): void => {
        clearTimeout(timer);
        this.#listeners.delete(look);
        settle();
      };
      const look = (): void => {
        if (holds({ stdout: this.#stdout, stderr: this.#stderr })) done(resolve);
        else if (this.#end !== null) tell(this.#end);
      };
      this.#listeners.add(look);
      look();
    });
    const turn = { stdout: this.#stdout, stderr: this.#stderr };
    [this.#stdout, this.#stderr] = ["", ""];
    return turn;
  }

  /** Ends it as Ctrl-C does; resolves with the exit code. */
  async interrupt(): Promise<number> {
    if (this.#end === null) {
      if (this.#interrupt === null) await this.until(() => this.#interrupt !== null || this.#end !== null);
      this.#interrupt?.();
    }
    return await this.ended;
  }

  #heard(change: () => unknown): void {
    change();
    for (const listener of this.#listeners) listener();
  }
}

/** A module that many tests watch. */
export const watchedHost: string = `import { defineModule, mkOption, types } from "confix";
export default defineModule({
  imports: ["./site.yaml"],
  options: {
    name: mkOption({ type: types.str, default: "web" }),
    port: mkOption({ type: types.port, default: 80 }),
    url: mkOption({ type: types.str, default: ({ config }) => \`http://\${config.name}:\${config.port}\` }),
    tags: mkOption({ type: types.attrsOf(types.int), default: {} }),
  },
});
`;

/** That module, and what it imports. */
export const watchedFiles: Readonly<Record<"host.ts" | "site.yaml", string>> = {
  "host.ts": watchedHost,
  "site.yaml": "port: 8080\n",
};
