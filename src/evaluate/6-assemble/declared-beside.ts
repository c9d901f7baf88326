// Room 6: what is declared at a level, for whoever tells of names there that nobody declares.
import { Suggester } from "../../diagnostics/suggest.ts";
import type { Machine, OptionTreeNode } from "../../model/machine.ts";
import { isSecret } from "./pushed-rest.ts";

/** The declared names of a level. What is asked of all of them is found once, however many names are undeclared. */
export class DeclaredBeside {
  /** Those that may have been meant. */
  readonly names: Suggester;
  readonly #all: readonly string[];
  readonly #declared: ReadonlyMap<string, OptionTreeNode>;
  readonly #machine: Machine;
  #haveSecrets: boolean | null = null;

  constructor(all: readonly string[], declared: ReadonlyMap<string, OptionTreeNode>, machine: Machine) {
    this.names = new Suggester(all.filter((name) => name !== "_module"));
    this.#all = all;
    this.#declared = declared;
    this.#machine = machine;
  }

  /** Whether any of the level's names stands for a secret, or holds one. */
  get haveSecrets(): boolean {
    return (this.#haveSecrets ??= this.holdSecrets(this.#all));
  }

  /** Whether any of these names does. */
  holdSecrets(names: readonly string[]): boolean {
    return names.some((name) => {
      const node = this.#declared.get(name);
      return node !== undefined && isSecret(node, this.#machine);
    });
  }
}
