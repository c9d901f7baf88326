// Checks what authors pass to the functions of this folder: unknown names get an error with the likely one.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { nearestName } from "../diagnostics/suggest.ts";
import { describeValue } from "../kernel/describe-value.ts";
import { isPlainObject } from "../kernel/plain.ts";

/** Fails with `bad-argument`: `argument` of the function `call` is wrong as `problem` says, a sentence's end. */
export function failArgument(
  call: string,
  argument: string,
  problem: string,
  suggestions: readonly string[] = [],
): never {
  return fail(diagnostic("bad-argument", {}, { call, argument, problem, suggestions }));
}

/** Makes sure that `attributes` is a plain object whose names are all in `known`. */
export function checkNames(call: string, attributes: unknown, known: readonly string[]): void {
  if (!isPlainObject(attributes))
    failArgument(call, "attributes", `must be an object, but is ${describeValue(attributes)}`);
  for (const name of Object.keys(attributes)) {
    if (known.includes(name)) continue;
    const near = nearestName(name, known);
    failArgument(call, name, "is not an attribute it takes", near === null ? [] : [near]);
  }
}

/** Makes sure that a path of an option is a list of names, not empty. */
export function checkPath(call: string, argument: string, path: unknown): void {
  const isPath = Array.isArray(path) && path.length > 0 && path.every((name) => typeof name === "string");
  if (!isPath) failArgument(call, argument, `must be a list of names, as in ["services", "web"]`);
}
