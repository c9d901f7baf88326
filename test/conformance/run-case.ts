// Runs one case: evaluates its modules, reads and prints what it asks for, and compares.
import { deepStrictEqual } from "node:assert/strict";
import { fileURLToPath } from "node:url";
import {
  type Diagnostic,
  evalModules,
  type EvalModulesArguments,
  type Evaluation,
  isConfixError,
  parsePath,
  showPath,
} from "confix";
import type { FailureCase, Group, Problem, ValueCase } from "./case.ts";
import { Files, folder, nameOf, pathOf } from "./files.ts";
import { lintCase } from "../lint/lint-case.ts";
import { sharedModules } from "./shared-modules.ts";

// Where a value threw is seen in the real file, with all groups in one folder.
const groupFolder = fileURLToPath(new URL("groups/", import.meta.url));

/** A case that can be run. */
export type RestatedCase = ValueCase | FailureCase;

/** Fails if something else comes of the case than it says. */
export function runCase(group: Group, each: RestatedCase): void {
  const evaluation = evaluate(group, each);
  const [root = "", ...path] = namesIn(each.at);
  const found = read(evaluation, [root, ...path]);
  // What is absent reads as `undefined`, and cannot be printed.
  if (isAbsence(each)) deepStrictEqual(found, { value: undefined });
  else compare(found, each);
  const { modules, ...request } = argumentsOf(group, each);
  lintCase(modules, { ...request, evaluate: true });
  if (root !== "config") return;
  const { value, diagnostics } = evaluation.output({ at: path });
  compare(diagnostics.length === 0 ? { value: toData(value) } : { problems: diagnostics }, each);
  if (each.kind === "value") deepStrictEqual(evaluation.diagnostics(), []);
}

function isAbsence(each: RestatedCase): boolean {
  return each.kind === "failure" && each.problems.some(({ code }) => code === "no-such-value");
}

type CaseArguments = Pick<EvalModulesArguments, "modules" | "specialArgs" | "loader">;

/** What reading gave: plain data, or what is wrong. */
type Found = { readonly value: unknown } | { readonly problems: readonly Diagnostic[] };

function evaluate(group: Group, each: RestatedCase): Evaluation {
  return evalModules(argumentsOf(group, each));
}

function argumentsOf(group: Group, { modules }: RestatedCase): Required<CaseArguments> {
  const files = { ...sharedModules, ...group.files };
  return {
    modules: modules.map((module) => (typeof module === "string" ? pathOf(module) : module)),
    specialArgs: { modulesPath: folder },
    loader: new Files(files),
  };
}

function namesIn(at: string): readonly string[] {
  const parsed = parsePath(at);
  if ("error" in parsed) throw new Error(`${at}: ${parsed.error.message}`);
  return parsed.path;
}

function read(evaluation: Evaluation, path: readonly string[]): Found {
  try {
    let value: unknown = evaluation;
    for (const name of path) {
      if (value === undefined) break;
      // The cast: the case says what it expects, and reading a name of anything else throws.
      value = (value as Readonly<Record<string, unknown>>)[name];
    }
    return { value: toData(value) };
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return { problems: error.diagnostics };
  }
}

function compare(found: Found, each: RestatedCase): void {
  if (each.kind === "value") {
    deepStrictEqual("problems" in found ? found.problems.map(inShort) : found.value, each.value);
  } else {
    const picked = "problems" in found ? found.problems.map((problem, at) => pick(problem, each.problems[at])) : found;
    deepStrictEqual(picked, each.problems);
  }
}

// Of the data of a diagnostic only what the case asks for.
function pick(problem: Diagnostic, expected: Problem | undefined): Problem {
  const { data } = expected ?? {};
  if (data === undefined) return inShort(problem);
  return { ...inShort(problem), data: Object.fromEntries(Object.keys(data).map((name) => [name, problem.data[name]])) };
}

function inShort({ code, path, origin, related }: Diagnostic): Problem {
  const places = [...(origin === null ? [] : [origin]), ...related.map((each) => each.origin)];
  return {
    code,
    path: path === null ? null : showPath(path),
    // The files of the groups are those that these stand for.
    files: [...new Set(places.map(({ file }) => nameOf(file)))].filter((file) => !file.startsWith(groupFolder)),
  };
}

// A value with all that is lazy in it computed. Functions and what else is no data stay as they are.
function toData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toData);
  if (typeof value !== "object" || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toData(member)]));
}
