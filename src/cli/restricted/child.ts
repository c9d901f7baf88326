// The process of a restricted run: takes one job from its parent, and answers with one report.
import { Console } from "node:console";
import { type EvaluationReport, type EvaluationRequest, evaluateRequest } from "../evaluate-request.ts";

// What modules print is no part of the result.
globalThis.console = new Console({ stdout: process.stderr, stderr: process.stderr });

/** What the child answers: its report, or what kept Confix itself from making one. */
export type Answer = { readonly report: EvaluationReport } | { readonly failure: string };

process.once("message", (job: EvaluationRequest) => {
  evaluateRequest(job).then(
    (report) => answer({ report }),
    (error: unknown) => answer({ failure: error instanceof Error ? error.message : String(error) }),
  );
});

function answer(message: Answer): void {
  // Not by running out of work: a module may have left a timer behind.
  // oxlint-disable-next-line unicorn/no-process-exit
  process.send?.(message, () => process.exit());
}
