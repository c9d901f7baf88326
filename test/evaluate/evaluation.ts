// Shorthands with which the tests of the evaluator build and read evaluations.
import { fileURLToPath } from "node:url";
import { type MkOptionAttributes, mkOption } from "../../src/authoring/mk-option.ts";
import { parsePath } from "../../src/kernel/path.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import type { Option } from "../../src/model/option.ts";
import type { Untyped } from "../../src/model/typed.ts";
import { evalModules } from "./lint-cases.ts";

/** The arguments of a module, of which TypeScript knows nothing. */
export type Given = Readonly<Record<string, Untyped>>;

/** Modules of which TypeScript knows nothing. */
export function evaluate(...modules: readonly unknown[]): Evaluation {
  return evalModules({ modules });
}

/** An option of a type, or of what a function computes as one. */
export function option(
  type?: AnyOptionType | ((args: Given) => AnyOptionType),
  attributes: MkOptionAttributes<unknown, unknown> = {},
): Option<unknown> {
  return mkOption({ ...attributes, ...(type !== undefined && { type }) });
}

/** The value at a path of `evaluation.config`, written as messages write it; the empty path is all of it. */
export function read(evaluation: { readonly config: unknown }, path: string): unknown {
  return follow(evaluation.config, path);
}

/** The value at a path below any value. */
export function follow(value: unknown, path: string): unknown {
  const parsed = parsePath(path);
  if ("error" in parsed) throw new Error(`${path}: ${parsed.error.message}`);
  // The cast: the test says what it expects, and reading a name of anything else throws.
  return parsed.path.reduce((inner, name) => (inner as Given)[name] as unknown, value);
}

/** The whole configuration as plain data. Fails if anything is wrong. */
export function dataOf(evaluation: Evaluation): unknown {
  const { value, diagnostics } = evaluation.output();
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ code }) => code).join(", "));
  return value;
}

/** Fails when it is called: for what must not be computed. */
export function bomb(): never {
  throw new Error("this must not be computed");
}

/** The file whose line messages name where the above is called after all. */
export const bombFile: string = fileURLToPath(import.meta.url);

/** A function that counts its calls. */
export function counted<A extends readonly unknown[], T>(
  code: (...args: A) => T,
): ((...args: A) => T) & { calls: number } {
  const counting = Object.assign(
    (...args: A): T => {
      counting.calls += 1;
      return code(...args);
    },
    { calls: 0 },
  );
  return counting;
}
