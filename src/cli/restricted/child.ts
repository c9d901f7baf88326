// The process of a restricted run: takes one job from its parent, and answers with one report.
import { type EvaluationReport, type EvaluationRequest, evaluateRequest } from "../evaluate-request.ts";
import { guardProcess } from "../process-guard.ts";
import { guardAccess } from "./guard-access.ts";
import { laterPlaces } from "./later-places.ts";

/** What the child answers: its report, or what kept Confix itself from making one. */
export type Answer = { readonly report: EvaluationReport } | { readonly failure: string };

const send = process.send?.bind(process);
const guarded = guardProcess((diagnostics) =>
  answer({ report: { diagnostics, secretNames: [], omitted: [], inputs: [], exitCode: 2 } }),
);
guardAccess();

// The parent is gone, and nobody waits for an answer.
process.once("disconnect", () => guarded.exit(2));

process.once("message", (job: EvaluationRequest) => {
  // From here on only the work keeps the process: if it waits for nothing, that is to be found out.
  process.channel?.unref();
  evaluateRequest(job, laterPlaces).then(
    (report) => answer({ report }),
    (error: unknown) => answer({ failure: error instanceof Error ? error.message : String(error) }),
  );
});

function answer(message: Answer): void {
  process.channel?.ref();
  // Not by running out of work: a module may have left a timer behind.
  send?.(message, () => guarded.exit(0));
}
