// One evaluation as a job: what goes in and what comes out are plain data, so that another process can do it.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { distinctDiagnostics } from "../diagnostics/distinct.ts";
import { isConfixError } from "../diagnostics/errors.ts";
import { evalModules } from "../evaluate/index.ts";
import { nameVariable } from "../host/extra-modules.ts";
import { type PreparedEvaluation, prepareEvaluation } from "../host/load-config.ts";
import { describeFault } from "../host/load-failure.ts";
import type { Setting } from "../model/setting.ts";
import { userFrame } from "../host/user-frame.ts";
import type { Evaluation, Output } from "../model/evaluation.ts";
import type { Stats } from "../model/stats.ts";
import type { Path } from "../kernel/path.ts";
import type { PlaceFinder } from "../kernel/trail.ts";
import { type GivenModule, readGiven } from "./given-modules.ts";
import { explainDenials } from "./restricted/denials.ts";
import { exitCodeFor, type ExitCode } from "./exit-codes.ts";
import { nextTurn } from "./process-guard.ts";
import { running } from "./running.ts";
import { withMissingExports } from "./with-missing-exports.ts";

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
  /** Measure it as well. Default: no. */
  readonly measures?: true;
}

/** What came of it. JSON-able. */
export interface EvaluationReport {
  /** Plain data; absent if there is nothing to print. */
  readonly value?: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Names of sensitive options; empty also where no diagnostic could show what they hold. */
  readonly secretNames: readonly string[];
  readonly omitted: Output["omitted"];
  /** The files that were read, by absolute path. */
  readonly inputs: readonly string[];
  readonly exitCode: ExitCode;
  /** If it was measured, and got as far as that. */
  readonly measured?: Measured;
}

/** What was done, and how long it took, in milliseconds. */
export interface Measured {
  /** Loading the modules that are known before the evaluation. */
  readonly loading: number;
  /** Everything else up to the value; modules that are loaded on the way are part of it. */
  readonly evaluating: number;
  /** The files that were read. */
  readonly files: number;
  readonly stats: Stats;
}

/** Does the job in this process. Throws only what is no ConfixError. `places` finds lines instead of the usual finder. */
export async function evaluateRequest(request: EvaluationRequest, places?: PlaceFinder): Promise<EvaluationReport> {
  const { modules, ...rest } = request;
  return await reportOn(request, {
    prepare: async () =>
      await prepareEvaluation(running, { ...rest, ...readGiven(modules), ...(places && { places }) }),
    begin: (prepared) => evalModules({ ...prepared, profile: request.measures === true }),
  });
}

/** How an evaluation is put together, and begun. */
export interface EvaluationSteps {
  prepare(): Promise<PreparedEvaluation>;
  begin(prepared: PreparedEvaluation): Evaluation;
}

/** The same in steps that somebody else takes. */
export async function reportOn(request: EvaluationRequest, steps: EvaluationSteps): Promise<EvaluationReport> {
  let prepared: PreparedEvaluation;
  const begun = milliseconds();
  try {
    prepared = await steps.prepare();
  } catch (error) {
    return { ...failed(error), exitCode: 2 };
  }
  const loaded = milliseconds();
  try {
    const evaluation = steps.begin(prepared);
    const report = await evaluate(evaluation, prepared, request);
    const ended = milliseconds();
    await nextTurn();
    if (request.measures !== true) return report;
    const files = report.inputs.length;
    return {
      ...report,
      measured: { loading: loaded - begun, evaluating: ended - loaded, files, stats: evaluation.stats() },
    };
  } catch (error) {
    return nameVariables(failed(error), request);
  }
}

// Not `performance`: Node takes 0.7 ms to load that, and every run asks.
function milliseconds(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

async function evaluate(
  evaluation: Evaluation,
  prepared: PreparedEvaluation,
  request: EvaluationRequest,
): Promise<EvaluationReport> {
  const { at, keepGoing } = request;
  const output = evaluation.output({ ...(at === undefined ? {} : { at }), keepGoing });
  const exitCode = exitCodeFor(output.diagnostics);
  const warnings = evaluation.diagnostics().filter(({ severity }) => severity === "warning");
  const found = withMissingExports(explainDenials(evaluation, output.diagnostics), prepared);
  const diagnostics = distinctDiagnostics([...warnings, ...found]);
  const value = exitCode === 0 || keepGoing ? { value: output.value } : {};
  const inputs = prepared.loader.files();
  const secretNames = diagnostics.length === 0 ? [] : await namesOfSecrets(prepared);
  return nameVariables({ ...value, diagnostics, secretNames, omitted: output.omitted, inputs, exitCode }, request);
}

async function namesOfSecrets(prepared: PreparedEvaluation): Promise<readonly string[]> {
  const { secretNamesIn } = await import("./secret-names.ts");
  return secretNamesIn(prepared);
}

// Modules that cannot be collected may come from a variable that nobody thought of.
function nameVariables(report: EvaluationReport, { env, cwd }: EvaluationRequest): EvaluationReport {
  if (report.exitCode !== 2) return report;
  return { ...report, diagnostics: report.diagnostics.map((each) => nameVariable(each, env, cwd)) };
}

function failed(error: unknown): EvaluationReport {
  // User code that runs where nobody expects any: the trap of a proxy, a getter.
  if (!isConfixError(error) && userFrame(error) === null) throw error;
  const diagnostics = isConfixError(error) ? error.diagnostics : describeFault(error, "error");
  return { diagnostics, secretNames: [], omitted: [], inputs: [], exitCode: exitCodeFor(diagnostics) };
}
