// Modules that are sets with a function inside: `{ __functor: (self) => (args) => … }`.
import { isPlainObject } from "../../kernel/plain.ts";
import type { ModuleArgs } from "../../model/definition.ts";

/** The function of module arguments that a set with a `__functor` stands for; null: it is no such set. */
export function functorOf(value: unknown): ((args: ModuleArgs) => unknown) | null {
  if (!isPlainObject(value) || !Object.hasOwn(value, "__functor")) return null;
  const { __functor: functor } = value;
  if (typeof functor !== "function") return null;
  return (args) => {
    const called: unknown = functor(value);
    return typeof called === "function" ? called(args) : called;
  };
}
