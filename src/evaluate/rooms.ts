// The rooms as methods: what the fixpoint lends them of one another.
import type { Origin } from "../kernel/origin.ts";
import type { Path } from "../kernel/path.ts";
import type { ConditionCell, Definition, ModuleArgs } from "../model/definition.ts";
import type {
  Discharged,
  Machine,
  MergedOption,
  OptionNode,
  OptionSetNode,
  OptionSource,
  OptionTreeNode,
  Placed,
  Settled,
  SettledAtom,
} from "../model/machine.ts";
import type { AnyOptionType, Member } from "../model/option-type.ts";
import { unspecified } from "../types/unspecified.ts";
import { expandLevel } from "./2-declare/expand.ts";
import { mergeDeclarations } from "./2-declare/merge-declarations.ts";
import { optionNode } from "./2-declare/option-node.ts";
import { pushDown } from "./3-define/push-down.ts";
import { ConditionThunk } from "./4-settle/condition.ts";
import { discharge, settle } from "./4-settle/settle.ts";
import { settleAtom, settledAlone } from "./4-settle/settle-atom.ts";
import { MemberCell, OptionValueCell } from "./5-merge/cells.ts";
import { Context } from "./5-merge/context.ts";
import { knownAtom } from "./5-merge/known-value.ts";

/** Rooms 2 to 5 of one evaluation. What depends on its modules is left to the fixpoint. */
export abstract class Rooms implements Machine {
  abstract readonly scope: Machine["scope"];
  abstract readonly prefix: Path;
  abstract readonly args: ModuleArgs;
  readonly unspecified: AnyOptionType = unspecified;

  abstract structural<T>(module: string, origin: Origin, code: () => T): T;
  abstract isCollecting(): boolean;
  abstract refuseEarlyRead(path: Path): void;
  abstract probe(path: Path): object;
  abstract refuseCircularNames(path: Path): never;
  abstract submodule(...call: Parameters<Machine["submodule"]>): ReturnType<Machine["submodule"]>;
  abstract warn(...call: Parameters<Machine["warn"]>): void;

  expand(node: OptionSetNode): ReadonlyMap<string, OptionTreeNode> {
    return expandLevel(node, this);
  }

  redeclare(parent: OptionSetNode, name: string, sources: readonly OptionSource[]): OptionNode {
    return optionNode(parent, name, sources, this.unspecified);
  }

  mergeDeclarations(node: OptionNode): MergedOption {
    return mergeDeclarations(node, this);
  }

  push(definitions: readonly Definition[], path: Path): ReadonlyMap<string, readonly Definition[]> {
    return pushDown(definitions, path, this);
  }

  discharge(definitions: readonly Definition[], at: Placed): Discharged {
    return discharge(definitions, at, this);
  }

  settle(definitions: readonly Definition[], at: Placed, discharged: Discharged | null): Settled {
    return settle(definitions, at, this, discharged);
  }

  settleAtom(given: readonly Definition[], merged: MergedOption, at: Placed): SettledAtom | null {
    return settleAtom(given, merged, at, this);
  }

  settledAlone(definitions: readonly Definition[], value: unknown): Settled | null {
    return settledAlone(definitions, value);
  }

  knownValue(node: OptionNode, definitions: readonly Definition[]): unknown {
    // Who listens wants to hear of each option that is read.
    if (this.scope.run.onRead !== null) return undefined;
    const value = knownAtom(node, definitions, this);
    if (value !== undefined) this.scope.run.counters.valuesTaken += 1;
    return value;
  }

  optionCell(node: OptionNode, definitions: readonly Definition[]): OptionValueCell {
    return new OptionValueCell(this, node, definitions);
  }

  context(path: Path): Context {
    return new Context(this, { path, isSensitive: false });
  }

  member(path: Path, type: AnyOptionType, definitions: readonly Definition[], isSensitive = false): Member {
    const cell = this.memberCell(path, type, definitions, isSensitive);
    const { memory, current } = this.scope.run;
    return memory === null || current === null ? cell : memory.reuse(current, path, cell);
  }

  rootMember(type: AnyOptionType, definitions: readonly Definition[]): MemberCell {
    return this.memberCell(this.prefix, type, definitions, false);
  }

  protected memberCell(
    path: Path,
    type: AnyOptionType,
    definitions: readonly Definition[],
    isSensitive: boolean,
  ): MemberCell {
    return new MemberCell(this, path, type, definitions, isSensitive);
  }

  condition(condition: unknown, args: ModuleArgs, at: Placed, around: Origin, depth: number): ConditionCell {
    return new ConditionThunk(this, condition, args, at, around, depth);
  }
}
