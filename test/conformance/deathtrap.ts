// An option that must not be looked at: every attribute that is computed fails.
import { mkOption, type Option } from "confix";

/** Such an option. That it exists may be known. */
export function deathtrap(): Option<unknown> {
  return mkOption({ type: spring, default: spring, example: spring, description: spring });
}

function spring(): never {
  throw new Error("an attribute of an option was computed that nobody reads");
}
