// A definition that says itself where it was written.
import { describeValue } from "../kernel/describe-value.ts";
import { makeDefinition, type Property } from "../model/property.ts";
import { checkNames, failArgument } from "./check-arguments.ts";

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

/** A definition with a place of its own, for modules that translate what was written elsewhere. */
export function mkDefinition<D>(definition: MkDefinitionArguments<NoInfer<D>>): Property<D> {
  checkNames("mkDefinition", definition, ["file", "line", "column", "value"]);
  const { file, line, column, value } = definition;
  if (typeof file !== "string") failArgument("mkDefinition", "file", `must be a string, but is ${describeValue(file)}`);
  checkPosition("line", line);
  checkPosition("column", column);
  if (!Object.hasOwn(definition, "value")) failArgument("mkDefinition", "value", "is missing");
  const origin = { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
  return makeDefinition<D>(Object.freeze(origin), value);
}

function checkPosition(name: string, position: unknown): void {
  if (position === undefined || (Number.isInteger(position) && Number(position) > 0)) return;
  failArgument("mkDefinition", name, "must be a whole number from 1");
}
