// Room 6: the objects through which `config`, `options` and `_module` are read.
import { probeNames } from "../../kernel/probe-names.ts";
import { makeRecord, type RecordSource } from "../../kernel/record.ts";
import type { OptionState } from "../../model/option-state.ts";
import type { Finding } from "../../model/option.ts";
import type { Machine } from "../../model/machine.ts";
import type { Level } from "./level.ts";
import { namesToRead, unknownName } from "./unknown-name.ts";
import { evaluatedOption } from "./option-state.ts";

/** The configuration as the caller of an evaluation sees it: without the evaluator's own options. */
export class ResultView implements RecordSource {
  readonly level: Level;

  constructor(level: Level) {
    this.level = level;
  }

  keys(): readonly string[] {
    const names = this.level.keys();
    const at = names.indexOf("_module");
    return at === -1 ? names : names.toSpliced(at, 1);
  }

  has(name: string): boolean {
    return name !== "_module" && this.level.has(name);
  }

  get(name: string): unknown {
    if (name !== "_module") return this.level.get(name);
    return unknownName(this.level.path, name, namesToRead([]));
  }

  peek(name: string): { readonly value: unknown } | null {
    return this.level.peek(name);
  }

  isComplete(): boolean {
    return this.level.isComplete();
  }

  ordinary(name: string): unknown {
    return name === "_module" ? undefined : this.level.ordinary(name);
  }

  isOrdinary(name: string): boolean {
    return this.level.isOrdinary(name);
  }

  isPrinted(name: string): boolean {
    return this.level.isPrinted(name);
  }

  isChecked(name: string): boolean {
    return this.level.isChecked(name);
  }

  findings(name: string, isWalked: boolean): readonly Finding[] {
    return this.level.findings(name, isWalked);
  }
}

/** The tree of options: sets of options as records, options as what became of them. */
export class OptionsView implements RecordSource {
  readonly #machine: Machine;
  readonly #level: () => Level;
  readonly #made = new Map<string, object>();

  constructor(machine: Machine, level: () => Level) {
    this.#machine = machine;
    this.#level = level;
  }

  keys(): readonly string[] {
    return this.#level().declaredNames();
  }

  has(name: string): boolean {
    return this.#level().declared().has(name);
  }

  get(name: string): unknown {
    const made = this.#made.get(name);
    if (made !== undefined) return made;
    const level = this.#level();
    const node = level.declared().get(name);
    if (node === undefined) {
      return probeNames.has(name) ? undefined : unknownName(level.path, name, namesToRead(this.keys()));
    }
    const view: object | OptionState =
      node.kind === "set"
        ? makeRecord(new OptionsView(this.#machine, () => level.childLevel(name)))
        : evaluatedOption(this.#machine, [...level.path, name], () => level.childOption(name));
    this.#made.set(name, view);
    return view;
  }

  peek(name: string): { readonly value: unknown } | null {
    const made = this.#made.get(name);
    return made === undefined ? null : { value: made };
  }
}
