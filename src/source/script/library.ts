// Tells what in a script is Confix's own: by where a name is imported from, never by what it is called.
import type { CallExpression, Expression } from "oxc-parser";
import { isReassigned, type Names } from "./bindings.ts";
import { argumentOf, constantText, memberText, unwrap } from "./syntax.ts";

/** A call of something that Confix exports. */
export interface LibraryCall {
  /** What is called, by its exported name: `mkIf`, `types.submodule`. */
  readonly name: string;
  readonly call: CallExpression;
}

// Variables that stand for one another: longer chains are not written by people.
const maximumSteps = 100;

/** The parts of Confix that a script uses, under whatever names. */
export class Library {
  readonly #names: Names;
  readonly #packages: readonly string[];

  /** `packages` are the names under which Confix is imported. */
  constructor(names: Names, packages: readonly string[]) {
    this.#names = names;
    this.#packages = packages;
  }

  /**
   * The call that an expression is, if what it calls is Confix's; else null. A variable that holds what such a call
   * returned counts as well: Confix freezes what it makes.
   */
  call(expression: Expression, steps = 0): LibraryCall | null {
    const call = unwrap(expression);
    if (call.type === "Identifier" && steps < maximumSteps) {
      const init = this.#initOf(call);
      return init === null ? null : this.call(init, steps + 1);
    }
    if (call.type !== "CallExpression") return null;
    const path = this.path(call.callee);
    return path === null || path.length === 0 ? null : { name: path.join("."), call };
  }

  /** What an expression stands for in Confix: `["types", "str"]`, empty for all of it; null if it is something else. */
  path(expression: Expression, steps = 0): readonly string[] | null {
    if (steps > maximumSteps) return null;
    const inner = unwrap(expression);
    switch (inner.type) {
      case "Identifier":
        return this.#named(inner, steps);
      case "MemberExpression": {
        const name = memberText(inner);
        const path = name === null ? null : this.path(inner.object, steps + 1);
        return path === null || name === null ? null : [...path, name];
      }
      case "CallExpression": {
        const { callee } = inner;
        const isRequire = callee.type === "Identifier" && callee.name === "require" && this.isGlobal(callee);
        return isRequire && this.#isPackage(argumentOf(inner, 0)) ? [] : null;
      }
      case "AwaitExpression": {
        const imported = unwrap(inner.argument);
        return imported.type === "ImportExpression" && this.#isPackage(imported.source) ? [] : null;
      }
      default:
        return null;
    }
  }

  /** Whether a name is declared nowhere in the script. */
  isGlobal(identifier: Expression): boolean {
    return !this.#names.bindings.has(identifier);
  }

  #named(identifier: Expression, steps: number): readonly string[] | null {
    const binding = this.#names.bindings.get(identifier);
    if (binding === undefined || binding.access === null || binding.isDefaulted) return null;
    const { source } = binding;
    if (source.kind === "import") {
      if (binding.isDoubled || !this.#packages.includes(source.from)) return null;
      return source.name === null ? [] : [source.name];
    }
    if (source.kind !== "variable" || source.init === null) return null;
    if (isReassigned(binding, this.#names.parents)) return null;
    const path = this.path(source.init, steps + 1);
    return path === null ? null : [...path, ...binding.access];
  }

  // What a variable holds all the time, if it is not taken out of something.
  #initOf(identifier: Expression): Expression | null {
    const binding = this.#names.bindings.get(identifier);
    if (binding?.source.kind !== "variable" || binding.access?.length !== 0 || binding.isDefaulted) return null;
    return isReassigned(binding, this.#names.parents) ? null : binding.source.init;
  }

  #isPackage(expression: Expression | null): boolean {
    const name = expression === null ? null : constantText(expression);
    return name !== null && this.#packages.includes(name);
  }
}
