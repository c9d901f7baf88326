// Room 5's lazy cells: an option, and a member of an option's value.
import { diagnostic, atDefinitions } from "../../diagnostics/report.ts";
import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import { fail, isConfixError } from "../../diagnostics/errors.ts";
import type { Origin } from "../../kernel/origin.ts";
import type { Path } from "../../kernel/path.ts";
import type { ThunkLabel } from "../../kernel/scope.ts";
import { Thunk } from "../../kernel/thunk.ts";
import type { Definition } from "../../model/definition.ts";
import { declaresParameter, isLazy, runUserCode } from "../../model/force.ts";
import type {
  Declaration,
  Discharged,
  Machine,
  MergedOption,
  OptionCell,
  OptionNode,
  Settled,
} from "../../model/machine.ts";
import type { AnyOptionType, Member, ValueMeta } from "../../model/option-type.ts";
import { isProperty, priorities } from "../../model/property.ts";
import { showWritten } from "../../model/show-written.ts";
import { Context } from "./context.ts";
import { mergeSettled } from "./merge-settled.ts";

/** What is computed on the way to a value, and may find a cycle by itself. */
class StepThunk<T> extends Thunk<T> {
  readonly #cell: ValueCell;
  readonly #kind: ThunkLabel["kind"];
  readonly #step: () => T;

  constructor(cell: ValueCell, kind: ThunkLabel["kind"], step: () => T) {
    super(cell.scope);
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
abstract class ValueCell extends Thunk<unknown> {
  protected readonly machine: Machine;
  #discharged: Discharged | StepThunk<Discharged> | null = null;
  #settled: Settled | StepThunk<Settled> | null = null;
  /** What the type told beside the value, made or still to be made; null: nothing so far. */
  #meta: (() => ValueMeta) | ValueMeta | null = null;

  constructor(machine: Machine) {
    super(machine.scope);
    this.machine = machine;
  }

  abstract get path(): Path;
  protected abstract get definitions(): readonly Definition[];
  /** Where the definitions stand that are known already. */
  protected abstract get origins(): readonly Origin[];

  settled(): Settled {
    if (this.#settled === null) {
      const { definitions } = this;
      // Data that stands alone settles without computing anything, so it needs no thunk.
      this.#settled = definitions.every(isData)
        ? this.machine.settle(definitions, this.path, null)
        : new StepThunk(this, "definitions", () => this.#settle());
    }
    return this.#settled instanceof StepThunk ? this.#settled.force() : this.#settled;
  }

  #settle(): Settled {
    const { definitions, path, machine } = this;
    const known = this.#discharged instanceof StepThunk ? this.#discharged.force() : this.#discharged;
    const discharged = known ?? machine.discharge(definitions, path);
    // Functions were called, which may have swallowed the signal to unwind; what they returned then is not to be kept.
    this.scope.rethrowIfUnwinding();
    this.#discharged = discharged;
    return machine.settle(definitions, path, discharged);
  }

  highestPrio(): number {
    this.#discharged ??= new StepThunk(this, "definitions", () => this.machine.discharge(this.definitions, this.path));
    const discharged = this.#discharged instanceof StepThunk ? this.#discharged.force() : this.#discharged;
    return discharged.highestPrio;
  }

  /** The merged value. Remembers what the type tells beside it, which may be known also where the value is wrong. */
  protected merge(type: AnyOptionType, missing: () => Diagnostic): unknown {
    const context = new Context(this.machine, this.path);
    try {
      return mergeSettled(this.settled(), type, context, missing);
    } finally {
      this.#meta = context.valueMeta ?? this.#meta;
    }
  }

  /** Merges, so that the type tells what it knows. */
  protected abstract needMeta(): void;

  valueMeta(): ValueMeta {
    if (typeof this.#meta === "object" && this.#meta !== null) return this.#meta;
    try {
      // What was told so far may come from an attempt that was interrupted.
      if (this.#meta === null || this.state !== "value") this.needMeta();
    } catch (error) {
      if (!isConfixError(error) || (this.#meta === null && this.settled().definitions.length > 0)) throw error;
    }
    const meta: ValueMeta = Object.freeze(this.#meta?.() ?? {});
    this.#meta = meta;
    return meta;
  }

  /** What is wrong if no definition counts. `declared` is where the option is declared; null: it is none, or has a default. */
  protected missing(declared: Place | null): () => Diagnostic {
    return () => {
      const related = this.definitions.map(({ origin }) => ({ origin, message: "does not apply" }));
      const place = { ...declared, path: this.path, related };
      return diagnostic("missing-value", place, { isDefined: related.length > 0, isDeclared: declared !== null });
    };
  }

  peek(): { readonly value: unknown } | null {
    return this.state === "value" ? { value: this.force() } : null;
  }

  override label(): ThunkLabel {
    return { kind: "option", path: this.path, origins: this.origins };
  }
}

function isData({ value, conditions }: Definition): boolean {
  return conditions === null && value !== undefined && !isLazy(value) && !isProperty(value);
}

function hasComputedType(declaration: Declaration): boolean {
  return declaration.kind === "option" && typeof declaration.option.type === "function";
}

/** A member of a composite value. */
export class MemberCell extends ValueCell implements Member {
  readonly path: Path;
  readonly #type: AnyOptionType;
  protected override readonly definitions: readonly Definition[];

  constructor(machine: Machine, path: Path, type: AnyOptionType, definitions: readonly Definition[]) {
    super(machine);
    this.path = path;
    this.#type = type;
    this.definitions = definitions;
  }

  protected override get origins(): readonly Origin[] {
    return this.definitions.map(({ origin }) => origin);
  }

  isDefined(): boolean {
    // Data that stands alone cannot vanish, and asking costs nothing. Beside others it may be too weak, and what is wrong
    // with those is wrong with all of them.
    const [only] = this.definitions;
    if (only !== undefined && this.definitions.length === 1 && isData(only)) return true;
    return this.settled().definitions.length > 0;
  }

  protected override compute(): unknown {
    return this.merge(this.#type, this.missing(null));
  }

  protected override needMeta(): void {
    this.force();
  }
}

/** An option of one evaluation. */
export class OptionValueCell extends ValueCell implements OptionCell {
  readonly node: OptionNode;
  readonly #given: readonly Definition[];
  #merged: MergedOption | StepThunk<MergedOption> | null = null;
  #definitions: readonly Definition[] | null = null;

  constructor(machine: Machine, node: OptionNode, definitions: readonly Definition[]) {
    super(machine);
    this.node = node;
    this.#given = definitions;
  }

  get path(): Path {
    return this.machine.prefix.length === 0 ? this.node.path : [...this.machine.prefix, ...this.node.path];
  }

  merged(): MergedOption {
    if (this.#merged !== null && !(this.#merged instanceof StepThunk)) return this.#merged;
    const merged = this.#mergeDeclarations();
    this.#merged = merged;
    const { type, declarations } = merged;
    if (type.deprecationMessage !== null) {
      const origin = declarations[0]?.origin;
      const data = { type: type.name, message: type.deprecationMessage };
      this.machine.warn(diagnostic("deprecated-type", { path: this.path, ...(origin && { origin }) }, data));
    }
    return merged;
  }

  // What is computed, or may fail because declarations disagree, is a step of its own, which remembers its error.
  #mergeDeclarations(): MergedOption {
    const { declarations } = this.node;
    if (declarations.length === 1 && !declarations.some(hasComputedType))
      return this.machine.mergeDeclarations(this.node);
    const step = this.#merged ?? new StepThunk(this, "type", () => this.machine.mergeDeclarations(this.node));
    this.#merged = step;
    return step instanceof StepThunk ? step.force() : step;
  }

  protected override get origins(): readonly Origin[] {
    const defaultOrigin = this.#merged instanceof StepThunk ? null : (this.#merged?.defaultOrigin ?? null);
    return [...this.#given.map(({ origin }) => origin), ...(defaultOrigin === null ? [] : [defaultOrigin])];
  }

  // The default is a definition like any other, the weakest, and comes first.
  protected override get definitions(): readonly Definition[] {
    if (this.#definitions !== null) return this.#definitions;
    const { attributes, defaultOrigin } = this.merged();
    if (defaultOrigin === null) {
      this.#definitions = this.#given;
    } else {
      const common = { args: this.machine.args, origin: defaultOrigin, conditions: null, order: null };
      this.#definitions = [
        { ...common, value: attributes.default, priority: priorities.optionDefault },
        ...this.#given,
      ];
    }
    return this.#definitions;
  }

  given(): readonly Definition[] {
    return this.definitions;
  }

  protected override compute(): unknown {
    const { attributes } = this.merged();
    if (attributes.readOnly === true) this.#checkReadOnly();
    const { apply } = attributes;
    if (apply === undefined) return this.#mergedValue();
    // The cast: TypeScript checked `apply` against the type when the option was declared.
    const call = apply as (value?: unknown) => unknown;
    const place = (): Place => ({ path: this.path, ...this.#declaredAt() });
    const run = (code: () => unknown): unknown => {
      const applied = runUserCode(code, (message) => diagnostic("value-threw", place(), { message, part: "apply" }));
      return applied === undefined ? fail(diagnostic("undefined-value", place(), { by: "apply" })) : applied;
    };
    // One that declares no parameter does not want the merged value, which then need not exist.
    if (!declaresParameter(call)) return run(() => call());
    const value = this.#mergedValue();
    return run(() => call(value));
  }

  #mergedValue(): unknown {
    const { type, defaultOrigin } = this.merged();
    const missing = this.missing(defaultOrigin === null ? this.#declaredAt() : null);
    return this.merge(type, missing);
  }

  // What `apply` does to the value, and whether it fails, does not matter here.
  protected override needMeta(): void {
    if (this.merged().attributes.apply === undefined) this.force();
    else new StepThunk(this, "option", () => this.#mergedValue()).force();
  }

  #declaredAt(): { readonly origin?: NonNullable<MergedOption["defaultOrigin"]> } {
    const origin = this.merged().declarations[0]?.origin;
    return origin === undefined ? {} : { origin };
  }

  #checkReadOnly(): void {
    const { holding } = this.settled();
    if (holding.length <= 1) return;
    const shown = holding.map(({ origin, value }) => ({ origin, shown: showWritten(value) }));
    fail(diagnostic("read-only", atDefinitions(this.path, shown), {}));
  }
}
