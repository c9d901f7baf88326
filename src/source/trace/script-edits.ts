// Changes a script without moving anything to another line. Inner expressions are changed before those around them.
import type MagicString from "magic-string";
import type { Node } from "oxc-parser";
import { isDirective } from "../script/syntax.ts";
import type { Span } from "../text-place.ts";

/** The changes of one script. */
export class ScriptEdits {
  readonly #changed: MagicString;
  readonly #text: string;

  constructor(changed: MagicString, text: string) {
    this.#changed = changed;
    this.#text = text;
  }

  text(): string {
    return this.#changed.toString();
  }

  /** Puts text around an expression. */
  wrap({ start, end }: Span, before: string, after: string): void {
    this.before(start, before);
    this.#changed.appendLeft(end, after);
  }

  /** Puts text before an expression. */
  before(start: number, text: string): void {
    // `return{}` needs no space, but what is put there does.
    const isGlued = /[\w$]/.test(this.#text.charAt(start - 1));
    this.#changed.prependRight(start, isGlued ? ` ${text}` : text);
  }

  /** Puts text after what stands before an offset. */
  insert(offset: number, text: string): void {
    this.#changed.appendLeft(offset, text);
  }

  /** Replaces what stands between expressions. Its line ends stay, before the text: after it some words may have none. */
  replace({ start, end }: Span, text: string): void {
    const lineEnds = this.#text.slice(start, end).replaceAll(/[^\r\n]/g, "");
    if (start === end) this.#changed.appendLeft(start, text);
    else this.#changed.overwrite(start, end, lineEnds + text);
  }

  /** Puts text before the first statement of a block that is no directive such as "use strict". */
  openBlock(statements: readonly Node[], text: string): void {
    const first = statements.find((each) => !isDirective(each));
    if (first !== undefined && text !== "") this.#changed.prependRight(first.start, text);
  }
}
