// Turns plain scripts into what runs inside a function, without Babel: most scripts of a configuration are plain.
import { createRequire } from "node:module";
import type * as SucrasePackage from "sucrase";
import { assignExports } from "../source/assign-exports.ts";
import { isTypeScript } from "../source/script/parse-program.ts";
import type { TraceLibraries } from "../source/trace/instrument.ts";
import { traceLibraries } from "./script-text.ts";

const load = createRequire(import.meta.url);

/** Transforms scripts of which it knows all; Node loads what it needs once. */
export class QuickTransform {
  #libraries: TraceLibraries | null | undefined = undefined;

  /**
   * The code of a script as the body of a function, which runs as that of `makeTransform` does; null: it has to be made by
   * that, which also tells what is wrong with a script. Of 500 files of 100 options the first run took 15 s, and takes 3 with this.
   */
  transform(text: string, file: string): string | null {
    if (!/\.m?[jt]s$/.test(file)) return null;
    if (this.#libraries === undefined) this.#libraries = librariesOrNone();
    if (this.#libraries === null || special.test(text)) return null;
    try {
      const code = assignExports(this.#libraries, { file, text });
      // A block: the file may declare what the function around it has as parameters, such as `module`.
      return code === null ? null : `"use strict"; { ${isTypeScript(file) ? withoutTypes(code) : code}\n}`;
    } catch {
      // Sucrase does not know all that Babel does, and what is nested may need more stack than there is.
      return null;
    }
  }
}

// What begins a comment in a function and none in a module, and ends of lines that tools count differently.
const special = /<!--|-->|[\u2028\u2029]/;

function withoutTypes(text: string): string {
  const { transform } = load("sucrase") as typeof SucrasePackage; // The cast: `require` returns what the package exports.
  return transform(text, { transforms: ["typescript"], disableESTransforms: true }).code;
}

// The parser is native code: where there is none for a machine, Babel does it all.
function librariesOrNone(): TraceLibraries | null {
  try {
    return traceLibraries();
  } catch {
    return null;
  }
}
