// Keeps what stands beside the names of sensitive options out of texts: of values that hold such options, and of files.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { attempt } from "../diagnostics/errors.ts";
import { givesValueTo, masked, maskTexts } from "../diagnostics/mask.ts";
import { linesOf } from "../diagnostics/render-frame.ts";
import { listDeclarations, sensitiveNames } from "../evaluate/index.ts";
import { dataLibraries } from "../host/data-libraries.ts";
import { kindOfFile } from "../host/module-kind.ts";
import { scriptParser } from "../host/script-text.ts";
import type { EvalModulesArguments } from "../model/arguments.ts";
import { placesOfData } from "../source/data-places.ts";
import { namedValues } from "../source/named-values.ts";
import type { TextPlace } from "../source/text-place.ts";

/** The names of the sensitive options that modules declare; none if they cannot be read at all. */
export function secretNamesIn(args: EvalModulesArguments): readonly string[] {
  return attempt(() => sensitiveNames(listDeclarations(args)))?.value ?? [];
}

/** The lines of a file as they are shown, and the numbers of those of which something is left out. */
export interface ShownLines {
  readonly lines: readonly string[];
  readonly secretLines: ReadonlySet<number>;
}

/** The names of sensitive options, and what to do about texts in which they are given values. */
export class SecretNames {
  readonly #names: ReadonlySet<string>;
  readonly #pattern: RegExp | null;

  constructor(names: readonly string[]) {
    this.#names = new Set(names);
    this.#pattern = givesValueTo(names);
  }

  /** These and others. */
  and(names: readonly string[]): SecretNames {
    return new SecretNames([...this.#names, ...names]);
  }

  /** Whether a text gives one of the names a value. */
  isIn(text: string): boolean {
    return this.#pattern?.test(text) ?? false;
  }

  /** The text, or what stands for it. */
  hide(text: string): string {
    return this.isIn(text) ? masked : text;
  }

  /** The diagnostic without the values of sensitive options in larger ones. */
  hideIn(diagnostic: Diagnostic): Diagnostic {
    return this.#pattern === null ? diagnostic : maskTexts(diagnostic, (text) => this.isIn(text));
  }

  /** The lines of a file without the values that stand under the names, whatever lines they take. */
  hideInFile(file: string, text: string): ShownLines {
    const pattern = this.#pattern;
    const lines = linesOf(text);
    if (pattern === null) return { lines, secretLines: new Set() };
    const hidden = new Map<number, string>();
    for (const [at, line] of lines.entries()) {
      const found = pattern.exec(line);
      if (found !== null) hidden.set(at + 1, `${line.slice(0, found.index + found[0].length)} ${masked}`);
    }
    for (const { line, endLine, column } of this.#valuesIn(file, text)) {
      if (!hidden.has(line)) hidden.set(line, `${(lines[line - 1] ?? "").slice(0, column - 1)}${masked}`);
      for (let at = line + 1; at <= endLine; at += 1) hidden.set(at, masked);
    }
    const shown = lines.map((line, at) => hidden.get(at + 1) ?? line);
    return { lines: shown, secretLines: new Set(hidden.keys()) };
  }

  #valuesIn(file: string, text: string): readonly TextPlace[] {
    const isSecret = (name: string): boolean => this.#names.has(name);
    try {
      const format = kindOfFile(file, null);
      if (format === "script") return namedValues(scriptParser(), { file, text }, isSecret);
      return placesOfData(dataLibraries, { file, text, format })?.named(isSecret) ?? [];
    } catch {
      return []; // No module, or not correct: what stands in the line of a name is found all the same.
    }
  }
}
