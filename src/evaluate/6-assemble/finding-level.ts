// Room 6: what is found once of one level: its names, and the definitions that reach it.
import { isConfixError } from "../../diagnostics/errors.ts";
import { maskValues } from "../../diagnostics/mask.ts";
import { Once } from "../../kernel/once.ts";
import type { Definition } from "../../model/definition.ts";
import type { Machine, OptionSetNode, OptionTreeNode } from "../../model/machine.ts";
import { holdsSecrets } from "./pushed-rest.ts";

/** Who has definitions, by name. */
export interface DefinitionSource {
  definitionsOf(name: string): readonly Definition[];
}

/** What is found of a set of options, and not by way of itself. */
abstract class FindingLevel<T> extends Once<T> {
  protected readonly machine: Machine;
  protected readonly node: OptionSetNode;

  constructor(machine: Machine, node: OptionSetNode) {
    super(machine.scope);
    this.machine = machine;
    this.node = node;
  }

  protected override needsItself(): never {
    return this.machine.refuseCircularNames(this.node.path);
  }
}

/** The names that modules declare. */
export class Declaring extends FindingLevel<ReadonlyMap<string, OptionTreeNode>> {
  protected override find(): ReadonlyMap<string, OptionTreeNode> {
    return this.machine.expand(this.node);
  }
}

/** The definitions of each name. `source` is asked for those of the level, which it has by `name`. */
export class Pushing extends FindingLevel<ReadonlyMap<string, readonly Definition[]>> {
  readonly #source: DefinitionSource;
  readonly #name: string;

  constructor(machine: Machine, node: OptionSetNode, source: DefinitionSource, name: string) {
    super(machine, node);
    this.#source = source;
    this.#name = name;
  }

  protected override find(): ReadonlyMap<string, readonly Definition[]> {
    const path = [...this.machine.prefix, ...this.node.path];
    try {
      return this.machine.push(this.#source.definitionsOf(this.#name), path);
    } catch (error) {
      // What was given in the place of a set may be what was meant for a secret in it.
      throw isConfixError(error) && holdsSecrets(this.node, this.machine) ? maskValues(error, path) : error;
    }
  }
}
