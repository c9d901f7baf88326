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
  if (!isPlainObject(args)) return badArgument("the argument", `must be an object, but is ${describeValue(args)}`);
  for (const name of Object.keys(args)) {
    if (!argumentNames.includes(name)) badArgument(name, "is not known", nearestName(name, argumentNames));
  }
  if (!Array.isArray(args["modules"]))
    badArgument("modules", `must be a list, but is ${describeValue(args["modules"])}`);
  if (args["specialArgs"] !== undefined && !isPlainObject(args["specialArgs"])) {
    badArgument("specialArgs", `must be an attribute set, but is ${describeValue(args["specialArgs"])}`);
  }
  const { prefix, class: className, loader } = args;
  if (prefix !== undefined && !isListOfNames(prefix))
    badArgument("prefix", "must be a list of names, which are strings");
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
  if (!isPlainObject(args)) return badUpdate("the argument", `must be an object, but is ${describeValue(args)}`);
  for (const name of Object.keys(args)) {
    if (!updateNames.includes(name)) badUpdate(name, "is not known", nearestName(name, updateNames));
  }
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

function badUpdate(argument: string, problem: string, suggestion: string | null = null): never {
  return badArgument(argument, problem, suggestion, "update");
}

function badArgument(argument: string, problem: string, suggestion: string | null = null, call = "evalModules"): never {
  const suggestions = suggestion === null ? [] : [suggestion];
  return fail(diagnostic("bad-argument", {}, { call, argument, problem, suggestions }));
}
