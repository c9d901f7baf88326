// The program: lends the command line this process.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import type { CliIo, TextOutput } from "./io.ts";
import { main } from "./main.ts";
import { outputFailed } from "./output-files.ts";
import { guardProcess } from "./process-guard.ts";
import { writeDiagnostics } from "./report.ts";

const guarded = guardProcess((diagnostics) => void endWith(diagnostics));

const interruptions = ["SIGINT", "SIGTERM"] as const;

const io: CliIo = {
  stdout: outputTo(guarded.stdout),
  stderr: outputTo(process.stderr),
  env: process.env,
  get cwd() {
    return currentFolder();
  },
  readStdin: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
  onInterrupt: (listener) => {
    const stop = (): void => {
      for (const signal of interruptions) process.off(signal, heard);
    };
    const heard = (signal: NodeJS.Signals): void =>
      listener(() => {
        stop();
        process.kill(process.pid, signal);
      });
    for (const signal of interruptions) process.on(signal, heard);
    return stop;
  },
};

async function endWith(diagnostics: readonly Diagnostic[]): Promise<void> {
  await writeDiagnostics(io, diagnostics);
  guarded.exit(2);
}

function outputTo(stream: NodeJS.WriteStream): TextOutput {
  return {
    isTerminal: stream.isTTY,
    get columns() {
      // Node says that it is always there; it is where there is a terminal.
      return stream.isTTY ? stream.columns : undefined;
    },
    // What cannot be written ends the process, below; until then nothing goes on as if it had been.
    write: async (text) => await new Promise((resolve) => stream.write(text, (error) => void (error ?? resolve()))),
  };
}

function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return fail(diagnostic("no-current-folder", {}, {}));
  }
}

// Whoever reads our output may stop reading (`confix eval | head -1`): that is no error, and there is nobody left to tell.
guarded.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return guarded.exit(0);
  void endWith([outputFailed("stdout", error)]);
});
process.stderr.on("error", (error: NodeJS.ErrnoException) => guarded.exit(error.code === "EPIPE" ? 0 : 2));

// Not by running out of work: a module may have left a timer behind.
void main(process.argv.slice(2), io).then((code) => guarded.exit(code));
