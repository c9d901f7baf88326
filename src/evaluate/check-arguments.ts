// Checks what callers of evaluations hand in.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { nearestName } from "../diagnostics/suggest.ts";
import { describeValue } from "../kernel/describe-value.ts";
import { parsePath } from "../kernel/path.ts";
import { isPlainObject } from "../kernel/plain.ts";
import type { Setting } from "../model/setting.ts";

const argumentNames = ["modules", "specialArgs", "prefix", "class", "loader", "updatable", "profile"];

/** Checks the arguments of `evalModules`. */
export function checkArguments(args: unknown): void {
  requireNames(args, argumentNames, "evalModules");
  checkIngredients(args, "evalModules");
  const { class: className, loader } = args;
  if (className !== undefined && className !== null && typeof className !== "string") {
    badArgument("class", `must be a string or null, but is ${describeValue(className)}`);
  }
  for (const name of ["updatable", "profile"]) {
    const value = args[name];
    if (value !== undefined && typeof value !== "boolean") {
      badArgument(name, `must be true or false, but is ${describeValue(value)}`);
    }
  }
  if (loader !== undefined && !isLoader(loader)) {
    badArgument("loader", `must have the functions \`resolve\` and \`load\`, but is ${describeValue(loader)}`);
  }
}

/** Checks the arguments of `extendModules`. */
export function checkExtension(args: unknown): void {
  requireNames(args, ingredientNames, "extendModules");
  checkIngredients({ ...args, modules: args["modules"] ?? [] }, "extendModules");
}

const ingredientNames = ["modules", "specialArgs", "prefix"];

// Names that nobody knows would change nothing, and be missed.
function requireNames(
  args: unknown,
  known: readonly string[],
  call: string,
): asserts args is Readonly<Record<string, unknown>> {
  if (!isPlainObject(args)) {
    return badArgument("the argument", `must be an object, but is ${describeValue(args)}`, null, call);
  }
  for (const name of Object.keys(args)) {
    if (!known.includes(name)) badArgument(name, "is not known", nearestName(name, known), call);
  }
}

// What is given to a new evaluation, and added to one.
function checkIngredients(args: Readonly<Record<string, unknown>>, call: string): void {
  const { modules, specialArgs, prefix } = args;
  if (!Array.isArray(modules)) badArgument("modules", `must be a list, but is ${describeValue(modules)}`, null, call);
  if (specialArgs !== undefined && !isPlainObject(specialArgs)) {
    badArgument("specialArgs", `must be an attribute set, but is ${describeValue(specialArgs)}`, null, call);
  }
  if (prefix !== undefined && !isListOfNames(prefix)) {
    badArgument("prefix", "must be a list of names, which are strings", null, call);
  }
}

function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}

function isLoader(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { resolve, load } = value as { readonly resolve?: unknown; readonly load?: unknown }; // Any object may have these.
  return typeof resolve === "function" && typeof load === "function";
}

/** Checks the arguments of `update`, and finds the paths of the values that it sets. */
export function checkUpdate(args: unknown): readonly Setting[] {
  requireNames(args, updateNames, "update");
  const { replace = [], set = {} } = args;
  if (!Array.isArray(replace) || !replace.every((pair) => Array.isArray(pair) && pair.length === 2)) {
    badUpdate("replace", "must be a list of pairs `[old, new]`");
  }
  if (!isPlainObject(set)) {
    return badUpdate("set", `must be an object with paths of options as names, but is ${describeValue(set)}`);
  }
  return Object.entries(set).map(([written, value]) => {
    const parsed = parsePath(written);
    if ("error" in parsed) {
      return badUpdate(
        "set",
        `has a name that is no path: ${parsed.error.message} (at character ${parsed.error.at + 1})`,
      );
    }
    return parsed.path.length === 0 ? badUpdate("set", "has a name that is empty") : { path: parsed.path, value };
  });
}

/** Refuses an update that is begun while a value of the evaluation is being computed. */
export function refuseUpdateInside(): never {
  return badUpdate("an update", "must not happen while a value of the evaluation is being computed");
}

const updateNames = ["replace", "set"];

function badUpdate(argument: string, problem: string): never {
  return badArgument(argument, problem, null, "update");
}

function badArgument(argument: string, problem: string, suggestion: string | null = null, call = "evalModules"): never {
  const suggestions = suggestion === null ? [] : [suggestion];
  return fail(diagnostic("bad-argument", {}, { call, argument, problem, suggestions }));
}
