// Room 6: one option as `options.a.b` shows it, every part computed when it is read.
import { diagnostic } from "../../diagnostics/report.ts";
import { type Path, showPath } from "../../kernel/path.ts";
import { resolveOrigin } from "../../kernel/trail.ts";
import { optionBrand } from "../../model/brands.ts";
import { contextOfOption, type LocatedDefinition, type OptionState } from "../../model/option-state.ts";
import { isLazy, runUserCode } from "../../model/force.ts";
import type { Machine, OptionCell } from "../../model/machine.ts";
import type { AnyOptionType, MergeContext, ValueMeta } from "../../model/option-type.ts";

/** The state of the option at a path. Its attributes are those of the merged declaration. */
export function evaluatedOption(machine: Machine, path: Path, cell: () => OptionCell): OptionState {
  return new EvaluatedOption(machine, path, cell);
}

class EvaluatedOption implements OptionState {
  readonly [optionBrand]: true = true;
  readonly loc: Path;
  readonly #machine: Machine;
  readonly #find: () => OptionCell;
  readonly #known = new Map<string, unknown>();

  constructor(machine: Machine, path: Path, find: () => OptionCell) {
    this.loc = path;
    this.#machine = machine;
    this.#find = find;
  }

  get type(): AnyOptionType {
    return this.#cell().merged().type;
  }

  get value(): unknown {
    return this.#cell().force();
  }

  get isDefined(): boolean {
    return this.#winners().length > 0;
  }

  get highestPrio(): number {
    return this.#cell().highestPrio();
  }

  get definitions(): readonly unknown[] {
    return this.#winners().map(({ value }) => value);
  }

  get definitionsWithLocations(): readonly LocatedDefinition[] {
    return this.#winners().map(({ value, origin, args, order }) => ({
      file: origin.file,
      origin,
      args,
      value,
      ...(order !== null && { priority: order }),
    }));
  }

  get files(): readonly string[] {
    return this.#winners().map(({ origin }) => origin.file);
  }

  get declarations(): readonly string[] {
    return this.#cell()
      .merged()
      .origins.map(({ file }) => file);
  }

  get valueMeta(): ValueMeta {
    return this.#cell().valueMeta();
  }

  get [contextOfOption](): MergeContext {
    return this.#machine.context(this.loc);
  }

  get declarationPositions(): OptionState["declarationPositions"] {
    return this.#cell()
      .merged()
      .origins.map((origin) => {
        const { file, line = null, column = null } = resolveOrigin(origin);
        return { file, line, column };
      });
  }

  get default(): unknown {
    return this.#computed("default");
  }

  get defaultText(): unknown {
    return this.#cell().merged().attributes.defaultText;
  }

  get example(): unknown {
    return this.#computed("example");
  }

  get description(): unknown {
    return this.#computed("description");
  }

  get apply(): ((value: never) => unknown) | undefined {
    return this.#cell().merged().attributes.apply;
  }

  get internal(): boolean | undefined {
    return this.#cell().merged().attributes.internal;
  }

  get visible(): boolean | "shallow" | "transparent" | undefined {
    return this.#cell().merged().attributes.visible;
  }

  get readOnly(): boolean | undefined {
    return this.#cell().merged().attributes.readOnly;
  }

  get sensitive(): boolean | undefined {
    return this.#cell().merged().attributes.sensitive;
  }

  get relatedPackages(): unknown {
    return this.#cell().merged().attributes.relatedPackages;
  }

  get obsolete(): boolean | undefined {
    return this.#cell().merged().attributes.obsolete;
  }

  toString(): string {
    return showPath(this.loc);
  }

  // While names are being collected, the definitions of the option may be just what is being found.
  #cell(): OptionCell {
    this.#machine.refuseEarlyRead(this.loc);
    return this.#find();
  }

  // An attribute that may be a function of the module arguments: what it returns, remembered.
  #computed(name: "default" | "example" | "description"): unknown {
    if (this.#known.has(name)) return this.#known.get(name);
    const { attributes, defaultOrigin, origins } = this.#cell().merged();
    const given = attributes[name];
    if (!isLazy(given)) return given;
    const origin = (name === "default" ? defaultOrigin : null) ?? origins[0];
    const value = runUserCode(
      () => given(this.#machine.args),
      (message) => diagnostic("value-threw", { path: this.loc, ...(origin && { origin }) }, { message, part: name }),
    );
    this.#machine.scope.rethrowIfUnwinding();
    this.#known.set(name, value);
    return value;
  }

  #winners(): ReturnType<OptionCell["settled"]>["definitions"] {
    return this.#cell().settled().definitions;
  }
}
