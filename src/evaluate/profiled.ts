// An evaluation whose time is measured: the rooms of the fixpoint, with a clock at each door.
import type { Profile } from "../kernel/profile.ts";
import { type Path, showPath } from "../kernel/path.ts";
import type { Scope } from "../kernel/scope.ts";
import type { Origin } from "../kernel/origin.ts";
import type { Definition } from "../model/definition.ts";
import type {
  Discharged,
  Machine,
  MergedOption,
  OptionNode,
  OptionSetNode,
  OptionTreeNode,
  Placed,
  Settled,
  SettledAtom,
} from "../model/machine.ts";
import type { AnyOptionType } from "../model/option-type.ts";
import { MemberCell, OptionValueCell } from "./5-merge/cells.ts";
import { Fixpoint } from "./evaluate.ts";
import type { Structure } from "./structure.ts";

/** The names of the rooms, in their order. */
export const roomNames = ["collect", "declare", "define", "settle", "merge", "assemble"] as const;

type Room = (typeof roomNames)[number];

/** A fixpoint whose scope has a profile. */
export class ProfiledFixpoint extends Fixpoint {
  override structure(): Structure {
    return this.#in("collect", () => super.structure());
  }

  override structural<T>(module: string, origin: Origin, code: () => T): T {
    return during(this, { module: origin.file }, () => super.structural(module, origin, code));
  }

  override expand(node: OptionSetNode): ReadonlyMap<string, OptionTreeNode> {
    return this.#in("declare", () => super.expand(node));
  }

  override mergeDeclarations(node: OptionNode): MergedOption {
    return this.#in("declare", () => super.mergeDeclarations(node));
  }

  override push(definitions: readonly Definition[], path: Path): ReadonlyMap<string, readonly Definition[]> {
    return this.#in("define", () => super.push(definitions, path));
  }

  override discharge(definitions: readonly Definition[], at: Placed): Discharged {
    return this.#in("settle", () => super.discharge(definitions, at));
  }

  override settle(definitions: readonly Definition[], at: Placed, discharged: Discharged | null): Settled {
    return this.#in("settle", () => super.settle(definitions, at, discharged));
  }

  override settleAtom(given: readonly Definition[], merged: MergedOption, at: Placed): SettledAtom | null {
    return this.#in("settle", () => super.settleAtom(given, merged, at));
  }

  override optionCell(node: OptionNode, definitions: readonly Definition[]): OptionValueCell {
    return new ProfiledOption(this, node, definitions);
  }

  protected override memberCell(
    path: Path,
    type: AnyOptionType,
    definitions: readonly Definition[],
    isSensitive: boolean,
  ): MemberCell {
    return new ProfiledMember(this, path, type, definitions, isSensitive);
  }

  #in<T>(room: Room, code: () => T): T {
    return inRoom(this.scope, room, code);
  }
}

class ProfiledOption extends OptionValueCell {
  protected override compute(): unknown {
    const part = { room: "merge", option: showPath(this.path), module: null };
    return during(this.machine, part, () => super.compute());
  }
}

class ProfiledMember extends MemberCell {
  // What is computed in a value is part of what its option costs; who reads it from elsewhere does not pay for it.
  protected override compute(): unknown {
    const part = { room: "merge", option: showPath(this.path), module: null };
    return during(this.machine, part, () => super.compute());
  }
}

/** Runs code as part of a room, if the time of the evaluation is measured. */
export function inRoom<T>({ run: { profile } }: Scope, room: Room, code: () => T): T {
  return profile === null ? code() : profile.during({ room }, code);
}

function during<T>({ scope }: Machine, part: Parameters<Profile["during"]>[0], code: () => T): T {
  const { profile } = scope.run;
  return profile === null ? code() : profile.during(part, code);
}
