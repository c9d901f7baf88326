// A condition of `mkIf`, computed when the first definition under it is settled.
import type { Place } from "../../diagnostics/diagnostic.ts";
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { describeValue } from "../../kernel/describe-value.ts";
import type { Origin } from "../../kernel/origin.ts";
import type { ThunkLabel } from "../../kernel/any-thunk.ts";
import type { Profile } from "../../kernel/profile.ts";
import { Thunk } from "../../kernel/thunk.ts";
import { stepInto } from "../../kernel/trail.ts";
import type { ConditionCell, ModuleArgs } from "../../model/definition.ts";
import { failureOf, isLazy, type LazyValue, quiet } from "../../model/force.ts";
import type { Machine, Placed } from "../../model/machine.ts";

/** The condition of one `mkIf`, computed once however many definitions stand under it. */
export class ConditionThunk extends Thunk<boolean> implements ConditionCell {
  readonly #condition: unknown;
  readonly #args: ModuleArgs;
  readonly #at: Placed;
  readonly #around: Origin;
  readonly #depth: number;

  /** It stands around what is at `around`, with `depth` others outside of it. */
  constructor(machine: Machine, condition: unknown, args: ModuleArgs, at: Placed, around: Origin, depth: number) {
    super(machine.scope);
    this.#condition = condition;
    this.#args = args;
    this.#at = at;
    this.#around = around;
    this.#depth = depth;
  }

  get origin(): Origin {
    return stepInto(this.#around, { kind: "condition", at: this.#depth });
  }

  protected override compute(): boolean {
    const condition = this.#condition;
    let holds: unknown = condition;
    if (isLazy(condition)) {
      try {
        const { profile } = this.scope.run;
        holds = quiet(profile === null ? condition(this.#args) : this.#measured(condition, profile));
      } catch (error) {
        throw this.#failure(error);
      }
    }
    if (typeof holds === "boolean") return holds;
    return fail(diagnostic("condition-not-boolean", this.#place(), { found: describeValue(holds) }));
  }

  #place(): Place {
    return { path: this.#at.path, origin: this.origin };
  }

  #failure(error: unknown): unknown {
    return failureOf(error, (message) => diagnostic("value-threw", this.#place(), { message, part: "condition" }));
  }

  #measured(condition: LazyValue, profile: Profile): unknown {
    return profile.during({ room: "settle", module: this.origin.file }, () => condition(this.#args));
  }

  override label(): ThunkLabel {
    return { kind: "condition", path: this.#at.path, origins: [this.origin] };
  }
}
