// Room 5: a member of a set that stands there as it is. Of large trees most are, and a lazy cell for each costs three times as much.
import type { Path } from "../../kernel/path.ts";
import { isAtom } from "../../model/is-data.ts";
import type { Placed } from "../../model/machine.ts";
import { type AnyOptionType, keepsAtoms, type Member, type ValueMeta } from "../../model/option-type.ts";
import { priorities } from "../../model/property.ts";

/** The member that a value is, if that is an atom which its type takes as it is; null: it takes a cell. */
export function knownMember(owner: Placed, segment: string, type: AnyOptionType, value: unknown): Member | null {
  return isAtom(value) && keepsAtoms(type) && type.check(value) ? new KnownMember(owner, segment, value) : null;
}

class KnownMember implements Member {
  readonly #owner: Placed;
  readonly #segment: string;
  readonly #value: unknown;

  constructor(owner: Placed, segment: string, value: unknown) {
    this.#owner = owner;
    this.#segment = segment;
    this.#value = value;
  }

  get path(): Path {
    return [...this.#owner.path, this.#segment];
  }

  isDefined(): boolean {
    return true;
  }

  highestPrio(): number {
    return priorities.plain;
  }

  force(): unknown {
    return this.#value;
  }

  valueMeta(): ValueMeta {
    return {};
  }

  peek(): { readonly value: unknown } {
    return { value: this.#value };
  }
}
