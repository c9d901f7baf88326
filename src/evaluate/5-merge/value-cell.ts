// Room 5's lazy cells: what options and members have in common.
import { diagnostic } from "../../diagnostics/report.ts";
import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import { ConfixError, isConfixError, withRemains } from "../../diagnostics/errors.ts";
import { maskValues } from "../../diagnostics/mask.ts";
import { withPriority } from "../../diagnostics/rank.ts";
import { addAll } from "../../kernel/add-all.ts";
import type { Origin } from "../../kernel/origin.ts";
import type { Path } from "../../kernel/path.ts";
import type { ThunkLabel } from "../../kernel/any-thunk.ts";
import { Thunk } from "../../kernel/thunk.ts";
import type { Definition } from "../../model/definition.ts";
import type { Discharged, Machine, MergedOption, Settled, SettledAtom } from "../../model/machine.ts";
import type { AnyOptionType, ValueMeta } from "../../model/option-type.ts";
import { Context } from "./context.ts";
import { mergeSettled, type MissingValue } from "./merge-settled.ts";
import { isData } from "../../model/is-data.ts";
import { settleOthers } from "./other-definitions.ts";

/** What is computed on the way to a value, and may find a cycle by itself. */
export class StepThunk<T> extends Thunk<T> {
  readonly #cell: ValueCell;
  readonly #kind: ThunkLabel["kind"];
  readonly #step: () => T;

  constructor(cell: ValueCell, kind: ThunkLabel["kind"], step: () => T) {
    super(cell.scope, cell.nesting);
    this.#cell = cell;
    this.#kind = kind;
    this.#step = step;
  }

  protected override compute(): T {
    return this.#step();
  }

  override label(): ThunkLabel {
    return { ...this.#cell.label(), kind: this.#kind };
  }
}

/** What options and members have in common: definitions of a type at a path, settled and merged on demand. */
export abstract class ValueCell extends Thunk<unknown> implements MissingValue {
  protected readonly machine: Machine;
  #discharged: Discharged | StepThunk<Discharged> | null = null;
  #settled: Settled | StepThunk<Settled> | null = null;
  /** What the type told beside the value, made or still to be made; undefined: somebody wants to know; null: nobody does. */
  #meta: (() => ValueMeta) | ValueMeta | null | undefined = null;

  constructor(machine: Machine) {
    super(machine.scope);
    this.machine = machine;
  }

  abstract get path(): Path;
  /** Whether messages must not show the value. */
  abstract get isSensitive(): boolean;
  protected abstract get definitions(): readonly Definition[];
  /** Where the definitions stand that are known already. */
  protected abstract get origins(): readonly Origin[];

  /** Whether what is read is remembered, so that the cell may be computed again; then each step is a thunk of its own. */
  protected get isRemembered(): boolean {
    return this.scope.run.memory !== null;
  }

  protected override beginAgain(): void {
    if (!(this.#discharged instanceof StepThunk)) this.#discharged = null;
    if (!(this.#settled instanceof StepThunk)) this.#settled = null;
    this.#meta = null;
  }

  /** Its definitions are other ones from now on: whatever was made of the old ones is to be made again. */
  protected definitionsReplaced(): void {
    const steps = [this.#discharged, this.#settled].filter((step) => step instanceof StepThunk);
    this.scope.run.memory?.replaced([this, ...steps]);
  }

  settled(): Settled {
    this.#settled ??= this.settledBefore();
    if (this.#settled === null) {
      const { definitions } = this;
      // Data that stands alone settles without computing anything, so it needs no thunk.
      this.#settled =
        !this.isRemembered && definitions.every(isData)
          ? this.machine.settle(definitions, this, null)
          : new StepThunk(this, "definitions", () => this.#settle());
    }
    return this.#settled instanceof StepThunk ? this.#settled.force() : this.#settled;
  }

  /** What is known, because the value is, of how its definitions were settled; null: nothing. */
  protected settledBefore(): Settled | null {
    return null;
  }

  /** The same, for the computation of the value itself. */
  #settledHere(): Settled {
    if (this.#settled !== null || this.#discharged !== null || this.isRemembered) return this.settled();
    try {
      const settled = this.machine.settle(this.definitions, this, null);
      this.scope.rethrowIfUnwinding();
      // What computes nothing, and makes nothing on the way, may as well be done again; and most definitions are data.
      if (settled.isData) return settled;
      this.#settled = settled;
      this.forgetKept();
      return settled;
    } catch (error) {
      throw this.#settlingFailed(error);
    }
  }

  // What fails here fails for everybody else as well.
  #settlingFailed(error: unknown): unknown {
    if (isConfixError(error) && this.scope.unwinding === null) {
      this.#settled = new StepThunk(this, "definitions", () => {
        throw error;
      });
    }
    return error;
  }

  /**
   * The value of an option of a leaf type, if it is an atom that one definition alone gives; undefined: it takes `merge`
   * to find out. Where somebody listens, each step is to be heard.
   */
  protected atomOf(given: readonly Definition[], merged: MergedOption): unknown {
    const isListenedTo = this.scope.run.onRead !== null;
    if (!merged.takesAtoms || isListenedTo || this.#settled !== null || this.#discharged !== null) return undefined;
    let found: SettledAtom | null;
    try {
      found = this.machine.settleAtom(given, merged, this);
    } catch (error) {
      const failure = this.#settlingFailed(error);
      throw isConfixError(failure) ? this.#failure(failure, null, merged.type) : failure;
    }
    if (found === null || !merged.type.check(found.value)) return undefined;
    this.#settled = found.settled;
    this.scope.run.counters.valuesMerged += 1;
    return found.value;
  }

  #settle(): Settled {
    const { definitions, machine } = this;
    const known = this.#discharged instanceof StepThunk ? this.#discharged.force() : this.#discharged;
    const discharged = known ?? machine.discharge(definitions, this);
    // Functions were called, which may have swallowed the signal to unwind; what they returned then is not to be kept.
    this.scope.rethrowIfUnwinding();
    if (!this.isRemembered) this.#discharged = discharged;
    return machine.settle(definitions, this, discharged);
  }

  highestPrio(): number {
    this.#settled ??= this.settledBefore();
    if (this.#settled !== null && !(this.#settled instanceof StepThunk)) return this.#settled.dischargedPrio;
    this.#discharged ??= new StepThunk(this, "definitions", () => this.machine.discharge(this.definitions, this));
    const discharged = this.#discharged instanceof StepThunk ? this.#discharged.force() : this.#discharged;
    return discharged.highestPrio;
  }

  /**
   * The merged value. What the type tells beside it is remembered only if somebody wants to know, or the value is wrong:
   * it holds all that the value was made of, and few ask.
   */
  protected merge(type: AnyOptionType): unknown {
    const context = new Context(this.machine, this);
    let settled: Settled | null = null;
    try {
      settled = this.#settledHere();
      const value = mergeSettled(settled, type, context, this, this.scope.run.counters);
      if (this.#meta === null) context.valueMeta = null;
      return value;
    } catch (error) {
      throw isConfixError(error) ? this.#failure(error, settled, type) : error;
    } finally {
      this.#meta = context.valueMeta ?? this.#meta;
    }
  }

  #failure(error: ConfixError, settled: Settled | null, type: AnyOptionType): ConfixError {
    if (settled !== null) return this.#masked(withPriority(error, this.path, settled.highestPrio));
    // A definition failed: the error tells how to find what is wrong with the others.
    if (this.definitions.length === 1) return this.#masked(error);
    return this.#masked(withRemains(error, { withoutFailed: (problems) => this.#mergeOthers(type, problems) }));
  }

  #mergeOthers(type: AnyOptionType, problems: Diagnostic[]): unknown {
    const found: Diagnostic[] = [];
    const others = settleOthers(this.definitions, this, this.machine, found);
    if (found.length > 0) addAll(problems, this.#masked(new ConfixError(found)).diagnostics);
    if (others === null) return undefined;
    const context = new Context(this.machine, this);
    try {
      const nothing = { missingValue: () => this.missing(null) };
      return mergeSettled(others, type, context, nothing, this.scope.run.counters);
    } catch (error) {
      throw isConfixError(error) ? this.#masked(error) : error;
    }
  }

  #masked(error: ConfixError): ConfixError {
    return this.isSensitive ? maskValues(error, this.path) : error;
  }

  /** Merges the definitions, perhaps once more. */
  protected abstract mergedValue(): unknown;
  /** Whether that is the value. */
  protected abstract get isMergedValue(): boolean;

  valueMeta(): ValueMeta {
    if (!this.isRemembered && typeof this.#meta === "object" && this.#meta !== null) return this.#meta;
    const isKnown = this.#meta !== null && this.state === "value" && !this.isRemembered;
    this.#meta ??= undefined;
    try {
      // What was told so far may come from an attempt that was interrupted. Whoever asks has read the value.
      if (!isKnown && this.isMergedValue) this.#forceForMeta();
      // The value was there, or does not matter: what `apply` makes of it, and whether it fails.
      if (this.#meta === undefined) new StepThunk(this, "option", () => this.mergedValue()).force();
    } catch (error) {
      if (!isConfixError(error) || (this.#meta === undefined && this.settled().definitions.length > 0)) {
        this.#meta ??= null;
        throw error;
      }
    }
    const meta: ValueMeta = Object.freeze((typeof this.#meta === "function" ? this.#meta() : this.#meta) ?? {});
    this.#meta = this.isRemembered ? null : meta;
    return meta;
  }

  #forceForMeta(): void {
    try {
      this.force();
    } catch (error) {
      // Of what is remembered, what the type told beside it is not: it takes merging once more, which fails as well.
      const isForgotten = this.isRemembered && this.#meta === undefined;
      if (!isConfixError(error) || !isForgotten) throw error;
    }
  }

  /** What is wrong if no definition counts. */
  abstract missingValue(): Diagnostic;

  /** The same. `declared` tells where the option is declared; null: it is none, or has a default. */
  protected missing(declared: Place | null): Diagnostic {
    const related = this.definitions.map(({ origin }) => ({ origin, message: "does not apply" }));
    const place = { ...declared, path: this.path, related };
    return diagnostic("missing-value", place, { isDefined: related.length > 0, isDeclared: declared !== null });
  }

  peek(): { readonly value: unknown } | null {
    return this.state === "value" ? { value: this.force() } : null;
  }

  override label(): ThunkLabel {
    return { kind: "option", path: this.path, origins: this.origins };
  }
}
