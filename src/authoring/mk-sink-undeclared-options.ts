// An option that takes definitions and does nothing with them.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import type { Option, OptionAttributes } from "../model/option.ts";
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "../types/define-type.ts";
import { mkOption } from "./mk-option.ts";

const sink: OptionType<never, unknown> = mkOptionType<never, unknown>({
  name: "sink",
  description: "anything, unused",
  merge: () => false,
});

/**
 * Declares an option for definitions that should do no harm where the module they are meant for is missing: it takes
 * anything, is hidden, and reading it is the error `option-not-readable`. `attributes` are those of `mkOption` and win.
 */
export function mkSinkUndeclaredOptions(attributes: Omit<OptionAttributes, "type"> = {}): Option<never, unknown> {
  return mkOption({
    internal: true,
    visible: false,
    default: false,
    type: sink,
    apply: () => fail(diagnostic("option-not-readable", {}, {})),
    // The cast: `mkOption` checks whatever else is given.
    ...(attributes as object),
  });
}
