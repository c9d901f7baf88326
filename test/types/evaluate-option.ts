// Puts a type through the real evaluator: an option of the type, and definitions of it in the order they merge.
import { mkOption } from "../../src/authoring/index.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { showPath } from "../../src/kernel/path.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { evalModules } from "../evaluate/lint-cases.ts";
import { diagnosticsOf } from "./expect-type.ts";

/** Fails when it is called: for values that must not be computed. */
export const bomb = (): never => {
  throw new Error("this must not be computed");
};

/** An evaluation of `option`, of a type, with definitions from files `1.ts`, `2.ts`, … in the order they merge. */
export function evaluateOption(type: AnyOptionType, ...definitions: readonly unknown[]): Evaluation {
  const defining = definitions.map((option, at) => ({ _file: `/${at + 1}.ts`, config: { option } }));
  // Modules given later merge earlier.
  const modules = [{ _file: "/0.ts", options: { option: mkOption({ type }) } }, ...defining.toReversed()];
  return evalModules({ modules });
}

/** The value of `option`. */
export function valueOf(type: AnyOptionType, ...definitions: readonly unknown[]): unknown {
  return evaluateOption(type, ...definitions).config["option"];
}

/** The value of `option` as plain data: everything computed. */
export function dataOf(type: AnyOptionType, ...definitions: readonly unknown[]): unknown {
  return toData(valueOf(type, ...definitions));
}

/** The value of an option declared once with each of the types. */
export function valueOfBoth(types: readonly AnyOptionType[], ...definitions: readonly unknown[]): unknown {
  const declaring = types.map((type, at) => ({ _file: `/declares-${at}.ts`, options: { option: mkOption({ type }) } }));
  const defining = definitions.map((option) => ({ config: { option } }));
  const modules = [...declaring, ...defining.toReversed()];
  return evalModules({ modules }).config["option"];
}

/** The warnings that computing the value of `option` leaves. */
export function warningsOf(type: AnyOptionType, ...definitions: readonly unknown[]): readonly Diagnostic[] {
  const evaluation = evaluateOption(type, ...definitions);
  toData(evaluation.config["option"]);
  return evaluation.diagnostics();
}

/** A value with all that is lazy in it computed. */
export function toData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toData);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toData(member)]));
}

/** What is wrong, and where, of an action that fails for one reason: `wrong-type at option.a`. */
export function problemOf(action: () => unknown): string {
  return diagnosticsOf(action)
    .map(({ code, path }) => (path === null ? code : `${code} at ${showPath(path)}`))
    .join(", ");
}

/** What is wrong with the arguments that a type is made with: `listOf: it needs an option type, …`. */
export function argumentProblemOf(action: () => unknown): string {
  return diagnosticsOf(action)
    .map(({ code, data }) =>
      code === "bad-type-argument" ? `${String(data["type"])}: ${String(data["problem"])}` : code,
    )
    .join(", ");
}
