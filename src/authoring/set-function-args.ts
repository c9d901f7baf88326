// Function modules that say which arguments they take.
import { describeValue } from "../kernel/describe-value.ts";
import { isPlainObject } from "../kernel/plain.ts";
import type { Untyped, UntypedArgs } from "../model/typed.ts";
import { failArgument } from "./check-arguments.ts";

/** A function module that declared its arguments. */
export interface DeclaredFunction<M> {
  (args: UntypedArgs): M;
  /** The declared names, and whether each has a default. */
  readonly __functionArgs: Readonly<Record<string, boolean>>;
}

/**
 * A function module with declared arguments: `setFunctionArgs(({ pkgs }) => ({ config: { tools: pkgs } }), { pkgs: false })`.
 * These may be destructured also if only `_module.args` gives them, since each is handed over as a lazy value: as a
 * definition it stands for the argument, and in a lazy value one calls it, `() => pkgs().git`. All other arguments are as
 * usual. Whether one is said to have a default changes nothing, as the evaluation gives what is asked for, or fails.
 * Fails with `bad-argument` if `module` is no function, or `names` no set of booleans.
 */
export function setFunctionArgs<M>(
  module: (args: Untyped) => M,
  names: Readonly<Record<string, boolean>>,
): DeclaredFunction<M> {
  const call = "setFunctionArgs";
  if (typeof module !== "function") failArgument(call, "module", `must be a function, but is ${describeValue(module)}`);
  if (!isPlainObject(names)) failArgument(call, "names", `must be a set of booleans, but is ${describeValue(names)}`);
  const declared = Object.freeze({ ...names });
  for (const [name, hasDefault] of Object.entries(declared)) {
    if (typeof hasDefault !== "boolean")
      failArgument(call, name, `must be a boolean, but is ${describeValue(hasDefault)}`);
  }
  const withLazy = (args: UntypedArgs): M => module(lazyArgs(args, Object.keys(declared)));
  return Object.freeze(Object.assign(withLazy, { __functionArgs: declared }));
}

// The arguments themselves, with functions in place of the declared ones. What is not its own it looks up as they do.
function lazyArgs(args: UntypedArgs, names: readonly string[]): object {
  const lazy = names.map((name) => [name, { value: (): unknown => args[name], enumerable: true }] as const);
  return Object.freeze(
    Object.create(Object.getPrototypeOf(args), {
      ...Object.getOwnPropertyDescriptors(args),
      ...Object.fromEntries(lazy),
    }),
  );
}
