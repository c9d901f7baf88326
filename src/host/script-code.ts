// The code of a script as V8 runs it: a function of what the script is given.
import type { Module } from "node:module";
import { Script } from "node:vm";
import type { KeptScript } from "./script-cache.ts";

/** What the code of a script is a function of. It returns a promise if the script may wait at its top. */
export type Wrapper = (
  exports: unknown,
  require: NodeJS.Require,
  module: Module,
  file: string,
  folder: string,
  importLater: (specifier: string) => Promise<unknown>,
  resolve: (specifier: string) => string,
) => unknown;

/** A script that V8 has compiled or taken back, and its text. It evaluates to a `Wrapper`. */
export interface RunnableScript {
  readonly code: string;
  readonly script: Script;
}

/** Makes a function of its body. Throws a SyntaxError if it is none. */
export function compile(filename: string, body: string, waits: boolean): RunnableScript {
  const names = "exports, require, module, __filename, __dirname, jitiImport, jitiESMResolve";
  // The first line of the file is that of the function: stacks count lines.
  const code = `(${waits ? "async " : ""}function (${names}) { ${body}\n});`;
  return { code, script: new Script(code, { filename }) };
}

/** Takes back what an earlier run compiled. V8 may refuse it, and compile the text again. */
export function takeBack({ code, data }: KeptScript, filename: string): RunnableScript {
  return { code, script: new Script(code, { filename, cachedData: data }) };
}
