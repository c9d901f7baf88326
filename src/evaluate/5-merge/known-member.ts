// Room 5: a member of a set that stands there as it is. Of large trees most are, and a lazy cell for each costs three times as much.
import type { Path } from "../../kernel/path.ts";
import type { Definition } from "../../model/definition.ts";
import { isAtom } from "../../model/is-data.ts";
import type { Placed } from "../../model/machine.ts";
import { type AnyOptionType, keepsAtoms, type Member, type ValueMeta } from "../../model/option-type.ts";
import { priorities } from "../../model/property.ts";

/** The member that a definition is, if that is an atom which its type takes as it is; null: it takes a cell. */
export function knownMember(
  owner: Placed,
  segment: string,
  type: AnyOptionType,
  definitions: readonly Definition[],
): Member | null {
  const only = definitions[0];
  if (only === undefined || definitions.length > 1 || only.conditions !== null || !isAtom(only.value)) return null;
  if (only.priority !== null || !keepsAtoms(type) || !type.check(only.value)) return null;
  return new KnownMember(owner, segment, only.value);
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
