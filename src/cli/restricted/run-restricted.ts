// Evaluates in another process that may read only what is named, and do nothing else.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { diagnostic } from "../../diagnostics/report.ts";
import { findConfigFile } from "../../host/config-document.ts";
import { extraModules, extraModulesVariable } from "../../host/extra-modules.ts";
import { packageRoot } from "../../host/package-root.ts";
import { FilePlaceFinder } from "../../host/place-finder.ts";
import { resolvePath } from "../../host/resolve-path.ts";
import type { EvaluationReport, EvaluationRequest } from "../evaluate-request.ts";
import type { CliIo } from "../io.ts";
import { isAllowed, readFlags } from "./allowed-paths.ts";
import type { Answer } from "./child.ts";
import { findPlaces } from "./later-places.ts";
import { tieToThisProcess } from "./tie-to-this-process.ts";

/** What came of a restricted run. */
export interface RestrictedReport extends EvaluationReport {
  /** Whether lines of a file may be shown: the run could read it. Modules may name any file as their own. */
  readonly mayShow: (file: string) => boolean;
}

/**
 * Does the job in a process under Node's permission model. `allowRead` are absolute paths that it may read besides the
 * folders of the given modules, the configuration file and this package. The process sees no environment but
 * CONFIX_EXTRA_MODULES, and what its modules print goes to stderr. Throws a ConfixError if a path cannot be allowed.
 */
export async function evaluateRestricted(
  request: EvaluationRequest,
  allowRead: readonly string[],
  io: CliIo,
): Promise<RestrictedReport> {
  const configFile = request.configFile ?? findConfigFile(request.cwd);
  const extra = request.env[extraModulesVariable];
  const job: EvaluationRequest = {
    ...request,
    ...(configFile === null ? {} : { configFile }),
    env: extra === undefined ? {} : { [extraModulesVariable]: extra },
  };
  const flags = readFlags(accessOf(job, allowRead));
  const report = await runChild(job, flags, io);
  const mayShow = (file: string): boolean => isAllowed(file, flags);
  return { ...report, diagnostics: findPlaces(report.diagnostics, mayShow, new FilePlaceFinder()), mayShow };
}

// Modules that the configuration file names are given as much as those on the command line; it stands for them.
function accessOf(job: EvaluationRequest, allowRead: readonly string[]): Parameters<typeof readFlags>[0] {
  const absolute = (file: string): string => resolvePath(file, null, job.cwd);
  const given = job.modules.flatMap((module) => ("file" in module ? [absolute(module.file)] : []));
  const extra = extraModules(job.env).map(absolute);
  const config = job.configFile === undefined ? [] : [absolute(job.configFile)];
  return {
    moduleFiles: [...given, ...extra, ...(job.modules.length === 0 ? config : [])],
    paths: [...config, ...allowRead],
  };
}

async function runChild(job: EvaluationRequest, flags: readonly string[], io: CliIo): Promise<EvaluationReport> {
  const child = spawn(process.execPath, [...permissionFlags(), ...flags, childFile], {
    cwd: job.cwd,
    env: {},
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const release = tieToThisProcess(child);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => void io.stderr.write(text));
  }
  const answer = await new Promise<Answer>((resolve, reject) => {
    let received: Answer | null = null;
    child.on("error", reject);
    child.on("message", (message) => {
      // The cast: restricted/child.ts sends one message, and it is an answer; others were sent by a module.
      if (isAnswer(message)) received ??= message as unknown as Answer;
    });
    child.on("close", (code, signal) => resolve(received ?? { report: noResult(signal ?? `exit code ${code}`) }));
    child.send(job, (error) => void error); // If it is gone already, `close` says so.
  }).finally(release);
  if ("report" in answer) return answer.report;
  throw new Error(answer.failure);
}

function isAnswer(message: unknown): message is object {
  return typeof message === "object" && message !== null && ("report" in message || "failure" in message);
}

function noResult(how: string): EvaluationReport {
  return { diagnostics: [diagnostic("no-result", {}, { how })], secretNames: [], omitted: [], inputs: [], exitCode: 2 };
}

// Node runs no TypeScript under the permission model: in the repository, too, the process is what the build made.
const childFile = join(packageRoot, "dist/src/cli/restricted/child.js");

// Node 20 and 22 call the model experimental; the flag without that word came with 23.5 and 22.13.
function permissionFlags(): readonly string[] {
  const isStable = process.allowedNodeEnvironmentFlags.has("--permission");
  return [isStable ? "--permission" : "--experimental-permission", "--disable-warning=ExperimentalWarning"];
}
