// A second type for an option that is declared once more.
import type { TypeDescription } from "../description/description.ts";
import { generateScalar } from "./pools.ts";
import type { Toolbox } from "./toolbox.ts";

/** The other type, and what both come to. */
export interface Varied {
  readonly other: TypeDescription;
  readonly merged: TypeDescription;
}

/**
 * A type to declare an option of `type` with once more: mostly one that merges with it. Null where Nix would lose what the
 * type refuses, which Confix does not.
 */
export function varyType(toolbox: Toolbox, type: TypeDescription, depth: number): Varied | null {
  const { choices } = toolbox;
  if (!keepsWhatItRefuses(type)) return null;
  if (choices.chance(8)) {
    const other = toolbox.type(depth + 1);
    return keepsWhatItRefuses(other) ? { other, merged: type } : null;
  }
  switch (type.type) {
    case "enum": {
      const values = [...new Set(choices.several(1, 3, 50, () => generateScalar(choices)))];
      const all = [...new Set([...type.values, ...values])];
      return { other: { type: "enum", values }, merged: { type: "enum", values: all } };
    }
    case "submodule":
    case "deferredModule": {
      const { plan } = type.level;
      const level = toolbox.level(
        depth + 1,
        plan.options.map(({ path }) => path),
      );
      const merged = { ...level, plan: { ...plan, options: [...plan.options, ...level.plan.options] } };
      return { other: { ...type, level }, merged: { ...type, level: merged } };
    }
    case "listOf":
    case "attrsOf":
    case "lazyAttrsOf":
    case "nullOr":
    case "uniq":
    case "unique":
    case "attrsWith":
    case "lazyAttrsWith":
    case "functionTo": {
      const varied = varyType(toolbox, type.of, depth + 1);
      return varied && { other: { ...type, of: varied.other }, merged: { ...type, of: varied.merged } };
    }
    case "either": {
      const left = varyType(toolbox, type.arms[0], depth + 1);
      const right = varyType(toolbox, type.arms[1], depth + 1);
      if (left === null || right === null) return null;
      return {
        other: { ...type, arms: [left.other, right.other] },
        merged: { ...type, arms: [left.merged, right.merged] },
      };
    }
    default:
      return { other: type, merged: type };
  }
}

function keepsWhatItRefuses(type: TypeDescription): boolean {
  switch (type.type) {
    case "between":
    case "nonEmptyListOf":
    case "coercedTo":
    case "attrListOf":
    case "attrTag":
    case "addCheck":
    case "passwdEntry":
      return false;
    case "plain":
      // Merging two of nixpkgs' JSON types never ends.
      return !/^(?:ints|numbers)\.|^port$|^json$/.test(type.name);
    case "either":
    case "oneOf":
      return type.arms.every(keepsWhatItRefuses);
    case "submodule":
      return true;
    default:
      return "of" in type ? keepsWhatItRefuses(type.of) : true;
  }
}
