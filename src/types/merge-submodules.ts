// Joins two declarations of one submodule option.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { sortNames } from "../kernel/path.ts";
import type { SubmodulePayload } from "./submodule-payload.ts";

/** The parameters of both declarations together. Contradictions are the error `submodule-conflict`. */
export function mergeSubmodules(left: SubmodulePayload, right: SubmodulePayload): SubmodulePayload {
  return {
    modules: [...left.modules, ...right.modules],
    specialArgs: mergeSpecialArgs(left.specialArgs, right.specialArgs),
    shorthandOnlyDefinesConfig: agree(
      "shorthandOnlyDefinesConfig",
      left.shorthandOnlyDefinesConfig,
      right.shorthandOnlyDefinesConfig,
    ),
    description: agree("description", left.description, right.description),
    class: agree("class", left.class, right.class),
  };
}

// Null says nothing, and so contradicts nothing.
function agree<T extends string | boolean>(what: string, left: T | null, right: T | null): T | null {
  if (left === null || right === null || left === right) return left ?? right;
  return conflict(what, [String(left), String(right)]);
}

type SpecialArgs = SubmodulePayload["specialArgs"];

function mergeSpecialArgs(left: SpecialArgs, right: SpecialArgs): SpecialArgs {
  const different = Object.keys(left).filter((name) => Object.hasOwn(right, name) && left[name] !== right[name]);
  if (different.length > 0) conflict("specialArgs", sortNames(different));
  return { ...left, ...right };
}

function conflict(what: string, values: readonly string[]): never {
  return fail(diagnostic("submodule-conflict", {}, { what, values }));
}
