// Keeps what stands beside the names of sensitive options out of texts: of values that hold such options, and of files.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { attempt } from "../diagnostics/errors.ts";
import { masked, maskTexts } from "../diagnostics/mask.ts";
import { listDeclarations } from "../evaluate/index.ts";
import type { EvalModulesArguments } from "../model/arguments.ts";

/** The names of the sensitive options that modules declare; none if they cannot be read at all. */
export function secretNamesIn(args: EvalModulesArguments): readonly string[] {
  const options = attempt(() => listDeclarations(args).options)?.value ?? [];
  const sensitive = options.filter(({ declarations }) => declarations.some(({ option }) => option.sensitive === true));
  return [...new Set(sensitive.map(({ path }) => path.at(-1) ?? ""))];
}

/** The names of sensitive options, and what to do about texts in which they are given values. */
export class SecretNames {
  readonly #pattern: RegExp | null;

  constructor(names: readonly string[]) {
    const written = names.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
    this.#pattern =
      written.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}_$-])["']?(?:${written.join("|")})["']?\\s*[:=]`, "u");
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

  /** The lines around a place without what stands beside the names; null: it is the place itself that must not be shown. */
  hideInFrame(frame: readonly string[]): readonly string[] | null {
    const pattern = this.#pattern;
    if (pattern === null) return frame;
    const hidden = frame.map((line) => {
      const found = pattern.exec(line);
      return found === null ? line : `${line.slice(0, found.index + found[0].length)} ${masked}`;
    });
    return frame.some((line, at) => line.startsWith(">") && hidden[at] !== line) ? null : hidden;
  }
}
