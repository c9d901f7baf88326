// What a type is lent while it merges.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../kernel/path.ts";
import { sortNames } from "../../kernel/path.ts";
import { makeRecord, type RecordSource } from "../../kernel/record.ts";
import { type Definition, memberDefinition, type SettledDefinition } from "../../model/definition.ts";
import type { Machine, Placed } from "../../model/machine.ts";
import type {
  AnyOptionType,
  Member,
  MergeContext,
  SubmoduleEvaluation,
  SubmoduleParameters,
  ValueMeta,
} from "../../model/option-type.ts";
import { knownMember } from "./known-member.ts";

/** What a context is for. */
interface ContextOwner extends Placed {
  /** Whether messages must not show the value. */
  readonly isSensitive: boolean;
}

/** The context of the value at one path. */
export class Context implements MergeContext {
  readonly #machine: Machine;
  readonly #owner: ContextOwner;
  #path: Path | null = null;
  /** Asked once: an option that several modules declare may have to find out. */
  #isSensitive: boolean | null = null;
  /** What the type told beside the value; null: nothing. */
  valueMeta: (() => ValueMeta) | null = null;

  constructor(machine: Machine, owner: ContextOwner) {
    this.#machine = machine;
    this.#owner = owner;
  }

  get path(): Path {
    this.#path ??= this.#owner.path;
    return this.#path;
  }

  member(segment: string | null, type: AnyOptionType, definitions: readonly Definition[]): Member {
    const machine = this.#machine;
    return machine.scope.keep(segment, () => {
      const path = segment === null ? this.path : [...this.path, segment];
      this.#isSensitive ??= this.#owner.isSensitive;
      return machine.member(path, type, definitions, this.#isSensitive);
    });
  }

  memberOf(definition: SettledDefinition, name: string, value: unknown, type: AnyOptionType): Member {
    // Who listens wants to hear of each member that is read.
    const isListenedTo = this.#machine.scope.run.onRead !== null;
    const known = isListenedTo ? null : knownMember(this, name, type, value);
    return known ?? this.member(name, type, [memberDefinition(definition, value, name)]);
  }

  record(members: ReadonlyMap<string, Member>): object {
    return makeRecord(new MemberRecord(members));
  }

  submodule(parameters: SubmoduleParameters, definitions: readonly unknown[]): SubmoduleEvaluation {
    return this.#machine.scope.keep(parameters, () => this.#machine.submodule(parameters, this.path, definitions));
  }

  emptySubmodule(parameters: SubmoduleParameters): SubmoduleEvaluation {
    return this.#machine.scope.keep(parameters, () => this.#machine.submodule(parameters, [], null));
  }

  setValueMeta(make: () => ValueMeta): void {
    this.valueMeta = make;
  }

  warn(diagnostic: Diagnostic): void {
    this.#machine.warn(diagnostic);
  }
}

/** Members by name. Unlike at the levels of the option tree, an absent key is `undefined`. */
class MemberRecord implements RecordSource {
  readonly #members: ReadonlyMap<string, Member>;
  #names: readonly string[] | null = null;

  constructor(members: ReadonlyMap<string, Member>) {
    this.#members = members;
  }

  keys(): readonly string[] {
    this.#names ??= sortNames(this.#members.keys());
    return this.#names;
  }

  has(name: string): boolean {
    return this.#members.has(name);
  }

  get(name: string): unknown {
    return this.#members.get(name)?.force();
  }

  peek(name: string): { readonly value: unknown } | null {
    return this.#members.get(name)?.peek() ?? null;
  }
}
