// Turns plain scripts into what runs inside a function, with Sucrase: most scripts of a configuration are plain.
import { createRequire } from "node:module";
import type * as SucrasePackage from "sucrase";
import { assignExports } from "../source/assign-exports.ts";
import type { TraceLibraries } from "../source/trace/instrument.ts";
import { traceLibraries } from "./script-text.ts";

const load = createRequire(import.meta.url);

/** Transforms scripts of which it knows all; Node loads what it needs once. */
export class QuickTransform {
  #libraries: TraceLibraries | null | undefined = undefined;

  /**
   * The code of a script as the body of a function, which runs as that of `makeTransform` does; null: it has to be made by
   * that, which also tells what is wrong with a script. Of 500 files of 100 options
   * the first run took 15 s, and takes 3 with this.
   */
  transform(text: string, file: string): string | null {
    const language = /\.([mc]?)([jt])s$/.exec(file);
    if (language === null || language[1] === "c") return null;
    if (this.#libraries === undefined) this.#libraries = librariesOrNone();
    const assigned = this.#libraries === null ? null : assignExports(this.#libraries, { file, text });
    if (assigned === null || special.test(text)) return null;
    const { transform } = load("sucrase") as typeof SucrasePackage; // The cast: `require` returns what the package exports.
    try {
      const { code } = transform(assigned, {
        transforms: language[2] === "t" ? ["typescript", "imports"] : ["imports"],
        disableESTransforms: true,
      });
      // A block: the file may declare what the function around it has as parameters, such as `module`.
      return `"use strict"; { ${code.replaceAll(call, "(0, $1)(")}\n}`;
    } catch {
      return null;
    }
  }
}

// What Sucrase adds, what begins a comment in a function and none in a module, and ends of lines that it does not know.
const special = /_interopRequire|_createStarExport|\.call\(void 0, |<!--|-->|[\u2028\u2029]/;

// Of what is missing its calls would say that there is no `call`. It is as good as Babel's: one begins no line (`assignExports`).
const call = /(_[\p{ID_Continue}$]*\.[\p{ID_Continue}$]+)\.call\(void 0, /gu;

// The parser is native code: where there is none for a machine, Babel does it all.
function librariesOrNone(): TraceLibraries | null {
  try {
    return traceLibraries();
  } catch {
    return null;
  }
}
