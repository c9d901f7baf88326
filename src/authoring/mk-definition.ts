// A definition that says itself where it was written.
import { describeValue } from "../kernel/describe-value.ts";
import { isPlainObject } from "../kernel/plain.ts";
import type { LocatedDefinition } from "../model/option-state.ts";
import { makeDefinition, type Property } from "../model/property.ts";
import type { Expected } from "../model/typed.ts";
import { checkNames, failArgument } from "./check-arguments.ts";
import { asExpected } from "./expected.ts";

/** What `mkDefinition` takes. */
export interface MkDefinitionArguments<D> {
  /** The file that messages name in place of the module's. */
  readonly file: string;
  /** The line in that file, from 1. Default: unknown. */
  readonly line?: number;
  /** The column in that line, from 1. Default: unknown. */
  readonly column?: number;
  readonly value: D;
}

/**
 * A definition with a place of its own, for modules that translate what was written elsewhere, or pass on what
 * `options.x.definitionsWithLocations` lists: `mkMerge(options.x.definitionsWithLocations.map(mkDefinition))`. What is
 * passed on keeps its place and the arguments of its module; its order it keeps among what is passed on with it. Fails with `bad-argument` for what is neither.
 */
export function mkDefinition<D>(definition: MkDefinitionArguments<Expected<D>> | LocatedDefinition): Property<D> {
  if (isLocated(definition)) return passedOn<D>(definition);
  checkNames("mkDefinition", definition, ["file", "line", "column", "value"]);
  const { file, line, column, value } = definition;
  if (typeof file !== "string") failArgument("mkDefinition", "file", `must be a string, but is ${describeValue(file)}`);
  checkPosition("line", line);
  checkPosition("column", column);
  if (!Object.hasOwn(definition, "value")) failArgument("mkDefinition", "value", "is missing");
  const origin = { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
  return makeDefinition<D>(Object.freeze(origin), asExpected<D>(value));
}

function passedOn<D>({ origin, args, value }: LocatedDefinition): Property<D> {
  // What won is computed: a function is the value itself, and not to be called.
  const content: unknown = typeof value === "function" ? (): unknown => value : value;
  // The cast: whether it fits the option it reaches is for the evaluator to say.
  return makeDefinition<D>(origin, content as D, args);
}

function isLocated(definition: object): definition is LocatedDefinition {
  return isPlainObject(definition) && "origin" in definition && "args" in definition;
}

function checkPosition(name: string, position: unknown): void {
  if (position === undefined || (Number.isInteger(position) && Number(position) > 0)) return;
  failArgument("mkDefinition", name, "must be a whole number from 1");
}
