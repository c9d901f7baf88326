// An option `a` with definitions of its own, for the tests of properties.
import { mkOption, type MkOptionAttributes } from "../../src/authoring/mk-option.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { OptionState } from "../../src/model/option-state.ts";
import { isOptionState } from "../../src/model/option-state.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import type { Option, OptionAttributes } from "../../src/model/option.ts";
import { evaluate, follow } from "./evaluation.ts";

/** An evaluation of `option`, called `a`, with definitions from files `/1.ts`, `/2.ts`, … in the order they merge. */
export function defined(type: AnyOptionType | undefined, ...definitions: readonly unknown[]): Evaluation {
  return definedWith(type, {}, ...definitions);
}

/** An option with attributes of which TypeScript knows nothing. */
export function optionWith(type: AnyOptionType | undefined, attributes: OptionAttributes): Option<unknown> {
  // The cast: `apply` and `findings` then take anything.
  return mkOption({ ...attributes, ...(type !== undefined && { type }) } as MkOptionAttributes<unknown, unknown>);
}

/** The same as `defined`, for an option with further attributes. */
export function definedWith(
  type: AnyOptionType | undefined,
  attributes: OptionAttributes,
  ...definitions: readonly unknown[]
): Evaluation {
  const defining = definitions.map((a, at) => ({ _file: `/${at + 1}.ts`, config: { a } }));
  // Modules given later merge earlier.
  return evaluate({ _file: "/options.ts", options: { a: optionWith(type, attributes) } }, ...defining.toReversed());
}

/** The value of `a`. */
export function valueOf(type: AnyOptionType | undefined, ...definitions: readonly unknown[]): unknown {
  return defined(type, ...definitions).config["a"];
}

/** What became of the option at a path. */
export function stateOf(evaluation: Evaluation, path: string = "a"): OptionState {
  const state = follow(evaluation.options, path);
  if (isOptionState(state)) return state;
  throw new Error(`there is no option ${path}`);
}
