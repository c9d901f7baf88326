// Starts the program: the one script that the build made of all of it, as V8 compiled it on an earlier run.
import { readFileSync, type Stats, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";
import { cacheFolder } from "../host/cache-folder.ts";
import { CodeStore, type KeptCode } from "../host/code-store.ts";
import { codeRoot } from "../host/package-root.ts";
import { setV8 } from "./v8-settings.ts";

/** The parts of the program that are processes or threads of their own, as functions that begin them. */
type Program = Readonly<Record<string, () => unknown>>;

type Wrapper = (module: { exports: unknown }, require: NodeJS.Require, file: string) => void;

/**
 * Begins a part of the program, and returns what it exports. As ES modules that Node compiled each time, `confix --version`
 * took 67 ms more than Node alone, and `confix eval` of ten options 95; as one script that V8 takes back, 28 and 35. It is
 * CommonJS, since Node takes 4 ms to make ready for ES modules.
 */
export function runProgram(part: string): unknown {
  // A worker is a thread of a process that is set already.
  if (part !== "fleet/worker") setV8();
  const file = join(codeRoot, "src", "cli", "program.cjs");
  const folder = cacheFolder(process.env);
  const kept = folder === false ? null : new KeptProgram(folder, part, statSync(file));
  const code = readFileSync(file, "latin1"); // The build writes ASCII.
  const cachedData = kept?.data ?? null;
  const script = new Script(code, { filename: file, ...(cachedData && { cachedData }) });
  const module: { exports: unknown } = { exports: {} };
  // The casts: this is what scripts/bundle.mjs makes.
  (script.runInThisContext() as Wrapper)(module, createRequire(file), file);
  const begin = (module.exports as Program)[part];
  if (kept === null) return begin?.();
  // A thread has no end of its own: it ends with its process. After one host it has called most of what it will.
  if (part === "fleet/worker") return afterFirst(begin?.() as WorkerModule, () => kept.keep(script));
  kept.keepAtExit(script);
  return begin?.();
}

/** What the thread of a worker exports. */
interface WorkerModule {
  readonly default: Task;
}

type Task = (task: unknown) => Promise<unknown>;

// As a function, and no module: whoever loads it takes that for the default export as well.
function afterFirst({ default: run }: WorkerModule, tell: () => void): Task {
  let isFirst = true;
  return async (task) => {
    const result = await run(task);
    // Before anybody knows of the result: it may be the last, and then the process ends.
    if (isFirst) tell();
    isFirst = false;
    return result;
  };
}

/** What a run keeps for the next one of the same command. */
class KeptProgram {
  /** For V8; null: there is nothing of use. */
  readonly data: Buffer | null;
  readonly #store: CodeStore;
  readonly #name: string;
  readonly #status: string;
  readonly #isPartial: boolean;

  constructor(folder: string, part: string, { size, mtimeMs, ctimeMs }: Stats) {
    this.#store = new CodeStore(folder);
    this.#name = `program-${nameOf(part, process.argv)}`;
    this.#status = `${size} ${mtimeMs} ${ctimeMs}`;
    const kept = this.#store.read(this.#name);
    this.#isPartial = kept?.head === `${this.#status} partial`;
    this.data = kept !== null && (this.#isPartial || kept.head === this.#status) ? kept.data : null;
  }

  keepAtExit(script: Script): void {
    process.once("exit", (code) => {
      if (code === 0) this.keep(script);
    });
  }

  /** Keeps what V8 made of the script by now, unless as much was kept before. */
  keep(script: Script): void {
    // V8 drops the code of functions that were not called for some seconds: what they took to start is then missing.
    const isPartial = performance.now() > 1500;
    const isRefused = this.data === null || script.cachedDataRejected === true;
    if (!isRefused && (isPartial || !this.#isPartial)) return;
    const made: KeptCode = {
      head: isPartial ? `${this.#status} partial` : this.#status,
      code: "",
      data: script.createCachedData(),
    };
    this.#store.write(this.#name, made);
  }
}

// Commands share little but what they all need, and so do the parts of a fleet. What is no command fails, and is not kept.
function nameOf(part: string, argv: readonly string[]): string {
  if (part !== "bin") return part.replace("/", "-");
  const command = /^[a-z]+$/.exec(argv[2] ?? "")?.[0] ?? "";
  return argv.some((word) => /^--fleet(?:=|$)/.test(word)) ? `${command}-fleet` : command;
}
