// A condition of `mkIf`, computed when the first definition under it is settled.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { describeValue } from "../../kernel/describe-value.ts";
import type { Origin } from "../../kernel/origin.ts";
import type { ThunkLabel } from "../../kernel/any-thunk.ts";
import { Thunk } from "../../kernel/thunk.ts";
import type { ConditionCell, ModuleArgs } from "../../model/definition.ts";
import { isLazy, type LazyValue, runUserCode } from "../../model/force.ts";
import type { Machine, Placed } from "../../model/machine.ts";

/** The condition of one `mkIf`, computed once however many definitions stand under it. */
export class ConditionThunk extends Thunk<boolean> implements ConditionCell {
  readonly #condition: unknown;
  readonly #args: ModuleArgs;
  readonly #at: Placed;
  readonly origin: Origin;

  constructor(machine: Machine, condition: unknown, args: ModuleArgs, at: Placed, origin: Origin) {
    super(machine.scope);
    this.#condition = condition;
    this.#args = args;
    this.#at = at;
    this.origin = origin;
  }

  protected override compute(): boolean {
    const place = { path: this.#at.path, origin: this.origin };
    const condition = this.#condition;
    const holds = isLazy(condition)
      ? runUserCode(
          () => this.#ask(condition),
          (message) => diagnostic("value-threw", place, { message, part: "condition" }),
        )
      : condition;
    if (typeof holds === "boolean") return holds;
    return fail(diagnostic("condition-not-boolean", place, { found: describeValue(holds) }));
  }

  #ask(condition: LazyValue): unknown {
    const { profile } = this.scope.run;
    if (profile === null) return condition(this.#args);
    return profile.during({ room: "settle", module: this.origin.file }, () => condition(this.#args));
  }

  override label(): ThunkLabel {
    return { kind: "condition", path: this.#at.path, origins: [this.origin] };
  }
}
