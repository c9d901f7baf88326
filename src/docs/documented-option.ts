// The shape of what documentation tells of one option.
import type { Path } from "../kernel/path.ts";
import type { LiteralText } from "../model/option.ts";

/** Text that documentation shows as it is: code, or Markdown. `_type` tells which; usually it is one of `LiteralText`. */
export type DocumentedText = LiteralText | { readonly _type: string; readonly text: string };

/** What documentation tells of an option: plain data, frozen, that `JSON.stringify` takes as it is. */
export interface DocumentedOption {
  /** The path, with `<name>`, `*` and the like for members of sets and lists. */
  readonly loc: Path;
  /** The path as text. */
  readonly name: string;
  /** As it was given, usually a string; null: there is none. */
  readonly description: unknown;
  /** The files that declare the option, as far as they are known. */
  readonly declarations: readonly string[];
  /** Whether the option is not for users. */
  readonly internal: boolean;
  /** Whether the option itself is shown. Its sub-options are in the list only where they are. */
  readonly visible: boolean;
  readonly readOnly: boolean;
  /** What the option takes, in words. */
  readonly type: string;
  /** Absent: none is declared. */
  readonly example?: DocumentedText;
  /** The value where nothing defines the option, or the text to show instead. Absent: there is none. */
  readonly default?: DocumentedText;
  /** As they were given. Absent: none are. */
  readonly relatedPackages?: unknown;
}
