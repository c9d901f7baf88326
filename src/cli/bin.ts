#!/usr/bin/env node
// The program: lends the command line this process.
import { Console } from "node:console";
import type { CliIo, TextOutput } from "./io.ts";
import { main } from "./main.ts";

// What modules print is no part of the result, and stdout is.
globalThis.console = new Console({ stdout: process.stderr, stderr: process.stderr });

// Whoever reads our output may stop reading (`confix eval | head -1`); there is nobody left to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
}

const io: CliIo = {
  stdout: outputTo(process.stdout),
  stderr: outputTo(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  readStdin: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
};

function outputTo(stream: NodeJS.WriteStream): TextOutput {
  return {
    isTerminal: stream.isTTY,
    write: async (text) => await new Promise((resolve) => stream.write(text, () => resolve())),
  };
}

// Not by running out of work: a module may have left a timer behind.
process.exit(await main(process.argv.slice(2), io));
