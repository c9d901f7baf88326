// One evaluation as a job: what goes in and what comes out are plain data, so that another process can do it.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isConfixError } from "../diagnostics/errors.ts";
import { evalModules } from "../evaluate/index.ts";
import { dataModuleOfInput } from "../host/data-module.ts";
import { prepareEvaluation } from "../host/load-config.ts";
import type { Setting } from "../host/set-modules.ts";
import type { EvalModulesArguments } from "../model/arguments.ts";
import type { Output } from "../model/evaluation.ts";
import type { Path } from "../kernel/path.ts";
import { explainDenials } from "./restricted/denials.ts";
import { exitCodeFor, type ExitCode } from "./exit-codes.ts";
import { running } from "./running.ts";

/** A module on the command line: a file, or the text that was read from stdin. */
export type GivenModule = { readonly file: string } | { readonly input: string };

/** What to evaluate. JSON-able. */
export interface EvaluationRequest {
  readonly modules: readonly GivenModule[];
  readonly settings: readonly Setting[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly configFile?: string;
  /** Print only this path. */
  readonly at?: Path;
  readonly keepGoing: boolean;
}

/** What came of it. JSON-able. */
export interface EvaluationReport {
  /** Plain data; absent if there is nothing to print. */
  readonly value?: unknown;
  readonly diagnostics: readonly Diagnostic[];
  readonly omitted: Output["omitted"];
  readonly exitCode: ExitCode;
}

/** Does the job in this process. Throws only what is no ConfixError. */
export async function evaluateRequest(request: EvaluationRequest): Promise<EvaluationReport> {
  let prepared: EvalModulesArguments;
  try {
    prepared = await prepare(request);
  } catch (error) {
    return { ...failed(error), exitCode: 2 };
  }
  try {
    return evaluate(prepared, request);
  } catch (error) {
    return failed(error);
  }
}

async function prepare({ modules, ...rest }: EvaluationRequest): Promise<EvalModulesArguments> {
  const given = modules.map((module) => ("file" in module ? module.file : dataModuleOfInput(module.input)));
  return await prepareEvaluation(running, { ...rest, modules: given });
}

function evaluate(prepared: EvalModulesArguments, { at, keepGoing }: EvaluationRequest): EvaluationReport {
  const evaluation = evalModules(prepared);
  const output = evaluation.output({ ...(at === undefined ? {} : { at }), keepGoing });
  const exitCode = exitCodeFor(output.diagnostics);
  const warnings = evaluation.diagnostics().filter(({ severity }) => severity === "warning");
  const diagnostics = distinct([...warnings, ...explainDenials(evaluation, output.diagnostics)]);
  const value = exitCode === 0 || keepGoing ? { value: output.value } : {};
  return { ...value, diagnostics, omitted: output.omitted, exitCode };
}

function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((each) => [JSON.stringify(each), each])).values()];
}

function failed(error: unknown): EvaluationReport {
  if (!isConfixError(error)) throw error;
  const { diagnostics } = error;
  return { diagnostics, omitted: [], exitCode: exitCodeFor(diagnostics) };
}
