// The generator: makes the description of a case from a seed.
import type {
  CaseDescription,
  Expression,
  LevelDescription,
  Path,
  SubmoduleDescription,
  TypeDescription,
} from "../description/description.ts";
import { Choices } from "./choices.ts";
import type { Context } from "./context.ts";
import { generateLevel } from "./level.ts";
import { generateSubmoduleValue } from "./module.ts";
import type { Toolbox } from "./toolbox.ts";
import { generateType } from "./type.ts";

/** The special arguments of every case. */
export const specialArgNames: readonly string[] = ["on", "off"];

/** The description of a case, the same one for the same seed. */
export function generateCase(seed: number): CaseDescription {
  const generator = new Generator(seed);
  const { choices } = generator;
  const level = generator.level(0);
  const extended = choices.chance(6) ? 1 : 0;
  const rootCount = level.roots.length - (level.roots.length > 1 ? extended : 0);
  return {
    level: { ...level, roots: level.roots.slice(0, rootCount) },
    specialArgs: [
      ["on", true],
      ["off", false],
      ["modulesPath", "/keys"],
    ],
    prefix: choices.chance(4) ? ["pre", "fix"] : [],
    class: choices.chance(4) ? "host" : null,
    extension: level.roots.slice(rootCount),
  };
}

class Generator implements Toolbox {
  readonly choices: Choices;
  #ids = 0;

  constructor(seed: number) {
    this.choices = new Choices(seed);
  }

  nextId(): string {
    const id = `m${this.#ids}`;
    this.#ids += 1;
    return id;
  }

  level(depth: number, taken: readonly Path[] = []): LevelDescription {
    return generateLevel(this, depth, taken);
  }

  type(depth: number): TypeDescription {
    return generateType(this, depth);
  }

  submoduleValue(type: SubmoduleDescription, context: Context): Expression {
    return generateSubmoduleValue(this, type, context);
  }
}
