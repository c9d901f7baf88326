// Several definitions in place of one.
import { describeValue } from "../kernel/describe-value.ts";
import { makeMerge, type Property } from "../model/property.ts";
import type { Expected } from "../model/typed.ts";
import { asExpected } from "./expected.ts";
import { failArgument } from "./check-arguments.ts";

/** All these definitions, in order, as if each had been written by itself. Fails with `bad-argument` for what is no list. */
export function mkMerge<D>(contents: readonly Expected<D>[]): Property<D> {
  if (!Array.isArray(contents))
    failArgument("mkMerge", "contents", `must be a list, but is ${describeValue(contents)}`);
  return makeMerge<D>(Object.freeze([...contents].map(asExpected<D>)));
}
