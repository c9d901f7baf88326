// Room 5's lazy cells: an option, and a member of an option's value.
import { diagnostic, atDefinitions } from "../../diagnostics/report.ts";
import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import { ConfixError, fail, isConfixError } from "../../diagnostics/errors.ts";
import { masked } from "../../diagnostics/mask.ts";
import type { Origin } from "../../kernel/origin.ts";
import type { Path } from "../../kernel/path.ts";
import type { Definition } from "../../model/definition.ts";
import { declaresParameter, runUserCode } from "../../model/force.ts";
import { definitionOfDefault } from "../../model/machine.ts";
import type { Machine, MergedOption, OptionCell, OptionNode, Settled } from "../../model/machine.ts";
import { isData } from "../../model/is-data.ts";
import { isSameDefinition } from "../../model/same-definition.ts";
import type { AnyOptionType, Member } from "../../model/option-type.ts";
import { priorities } from "../../model/property.ts";
import { showWritten } from "../../model/show-written.ts";
import { StepThunk, ValueCell } from "./value-cell.ts";

/** A member of a composite value. */
export class MemberCell extends ValueCell implements Member {
  readonly path: Path;
  readonly #type: AnyOptionType;
  protected override definitions: readonly Definition[];
  override readonly isSensitive: boolean;

  constructor(
    machine: Machine,
    path: Path,
    type: AnyOptionType,
    definitions: readonly Definition[],
    isSensitive: boolean,
  ) {
    super(machine);
    this.isSensitive = isSensitive;
    this.path = path;
    this.#type = type;
    this.definitions = definitions;
  }

  protected override get origins(): readonly Origin[] {
    return this.definitions.map(({ origin }) => origin);
  }

  /** Its definitions are other ones from now on. */
  redefine(definitions: readonly Definition[]): void {
    this.definitions = definitions;
    this.definitionsReplaced();
  }

  /** Whether another one is a member of the same type made of definitions that say the same. */
  isLike(other: unknown): boolean {
    if (!(other instanceof MemberCell) || other.#type !== this.#type || other.isSensitive !== this.isSensitive)
      return false;
    const { definitions } = other;
    if (this.definitions.length !== definitions.length) return false;
    return this.definitions.every((definition, at) => isSameDefinition(definition, definitions[at]));
  }

  isDefined(): boolean {
    // Data that stands alone cannot vanish, and asking costs nothing. Beside others, what is wrong with those counts.
    return (this.definitions.length === 1 && this.definitions.every(isData)) || this.settled().definitions.length > 0;
  }

  protected override compute(): unknown {
    return this.mergedValue();
  }

  protected override mergedValue(): unknown {
    return this.merge(this.#type);
  }

  missingValue(): Diagnostic {
    return this.missing(null);
  }

  protected override get isMergedValue(): boolean {
    return true;
  }
}

/** An option of one evaluation. */
export class OptionValueCell extends ValueCell implements OptionCell {
  node: OptionNode;
  #given: readonly Definition[];
  #merged: MergedOption | StepThunk<MergedOption> | null = null;

  constructor(machine: Machine, node: OptionNode, definitions: readonly Definition[]) {
    super(machine);
    this.node = node;
    this.#given = definitions;
  }

  get path(): Path {
    return this.machine.prefix.length === 0 ? this.node.path : [...this.machine.prefix, ...this.node.path];
  }

  override get isSensitive(): boolean {
    return this.merged().attributes.sensitive === true;
  }

  merged(): MergedOption {
    if (this.#merged !== null && !(this.#merged instanceof StepThunk)) return this.#merged;
    // Nothing is left to compute, and nothing to say. Apart from what follows, which for most is never run, nor compiled.
    const known = this.node.merged;
    if (known !== null && known.type.deprecationMessage === null) return (this.#merged = known);
    const merged = this.#mergeDeclarations();
    // A step that may be computed again has to be asked each time.
    if (!this.isRemembered || !(this.#merged instanceof StepThunk)) this.#merged = merged;
    const { name, deprecationMessage } = merged.type;
    if (deprecationMessage !== null) {
      const data = { type: name, message: deprecationMessage };
      this.machine.warn(diagnostic("deprecated-type", { path: this.path, ...this.#declaredAt() }, data));
    }
    return merged;
  }

  // What is computed, or may fail because declarations disagree, is a step of its own, which remembers its error.
  #mergeDeclarations(): MergedOption {
    if (this.node.isPlain) return this.machine.mergeDeclarations(this.node);
    const step = this.#merged ?? new StepThunk(this, "type", () => this.machine.mergeDeclarations(this.node));
    this.#merged = step;
    return step instanceof StepThunk ? step.force() : step;
  }

  redeclare(node: OptionNode, saysTheSame: boolean): void {
    const step = this.#merged instanceof StepThunk ? this.#merged : null;
    this.node = node;
    this.#merged = null;
    // An error that was made anew would be another one than whoever read it remembers.
    if (saysTheSame && step?.state !== "failed") return;
    this.scope.run.memory?.replaced(step === null ? [] : [step]);
    this.definitionsReplaced();
  }

  redefine(definitions: readonly Definition[]): void {
    this.#given = definitions;
    this.definitionsReplaced();
  }

  protected override get origins(): readonly Origin[] {
    const defaultOrigin = this.#merged instanceof StepThunk ? null : (this.#merged?.defaultOrigin ?? null);
    return [...this.#given.map(({ origin }) => origin), ...(defaultOrigin === null ? [] : [defaultOrigin])];
  }

  // The default comes first. Made when it is needed: few need it twice.
  protected override get definitions(): readonly Definition[] {
    const byDefault = definitionOfDefault(this.merged(), this.machine.args);
    return byDefault === null ? this.#given : [byDefault, ...this.#given];
  }

  given(): readonly Definition[] {
    return this.definitions;
  }

  protected override compute(): unknown {
    const merged = this.merged();
    const atom = this.atomOf(this.#given, merged);
    const value = atom === undefined ? this.#computed(merged) : atom;
    this.scope.run.counters.optionsComputed += 1;
    return value;
  }

  #computed({ attributes, applyOrigin, type }: MergedOption): unknown {
    if (attributes.readOnly === true) this.#checkReadOnly();
    const { apply } = attributes;
    if (apply === undefined) return this.merge(type);
    // The cast: TypeScript checked `apply` against the type when the option was declared.
    const call = apply as (value?: unknown) => unknown;
    const place = (): Place => ({ path: this.path, ...(applyOrigin && { origin: applyOrigin }) });
    const run = (code: () => unknown): unknown => {
      const applied = runUserCode(code, (message) => diagnostic("value-threw", place(), { message, part: "apply" }));
      return applied === undefined ? fail(diagnostic("undefined-value", place(), { by: "apply" })) : applied;
    };
    // One that declares no parameter does not want the merged value, which then need not exist.
    if (!declaresParameter(call)) return run(() => call());
    const value = this.mergedValue();
    return run(() => call(value));
  }

  // Of a function that stands alone there is only its result to be remembered.
  protected override settledBefore(): Settled | null {
    if (this.state !== "value" || this.isRemembered || !this.merged().takesAtoms) return null;
    const { definitions } = this;
    return definitions.length === 1 ? this.machine.settledAlone(definitions, this.force()) : null;
  }

  protected override mergedValue(): unknown {
    const merged = this.merged();
    const atom = this.atomOf(this.#given, merged);
    return atom === undefined ? this.merge(merged.type) : atom;
  }

  missingValue(): Diagnostic {
    const isDeclared = this.merged().defaultOrigin === null;
    return this.missing(isDeclared ? this.#declaredAt() : null);
  }

  protected override get isMergedValue(): boolean {
    return this.merged().attributes.apply === undefined;
  }

  #declaredAt(): { readonly origin?: NonNullable<MergedOption["defaultOrigin"]> } {
    const [origin] = this.merged().origins;
    return origin === undefined ? {} : { origin };
  }

  #checkReadOnly(): void {
    let holding: readonly Definition[];
    try {
      holding = this.settled().holding;
    } catch (error) {
      // One of several definitions fails: that there are several is wrong all the same.
      const standing = this.definitions.filter(({ conditions, value }) => conditions === null && value !== undefined);
      if (!isConfixError(error) || standing.length <= 1) throw error;
      throw new ConfixError([this.#setTwice(standing), ...error.diagnostics], error.cause);
    }
    if (holding.length > 1) fail(this.#setTwice(holding));
  }

  #setTwice(definitions: readonly Definition[]): Diagnostic {
    // The default comes last: the place to change is that of a definition.
    const byRank = definitions.toSorted((left, right) => Number(isDefault(left)) - Number(isDefault(right)));
    const shown = byRank.map(({ origin, value }) => ({
      origin,
      shown: this.isSensitive ? masked : showWritten(value),
    }));
    return diagnostic("read-only", atDefinitions(this.path, shown), {});
  }
}

function isDefault({ priority }: Definition): boolean {
  return priority === priorities.optionDefault;
}
