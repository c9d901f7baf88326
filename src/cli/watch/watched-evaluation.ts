// An evaluation that follows its files: of what they change, no more is computed again than that reaches.
import { evalModules, updateFollowing } from "../../evaluate/index.ts";
import type { FileStatus, Link } from "../../host/import-graph.ts";
import type { PreparedEvaluation } from "../../host/load-config.ts";
import type { ModulePairs } from "../../host/module-pairs.ts";
import { ReloadingModules } from "../../host/reloading-modules.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import { type EvaluationReport, type EvaluationRequest, reportOn } from "../evaluate-request.ts";
import { readGiven } from "../given-modules.ts";
import { running } from "../running.ts";

/** After so many updates everything is evaluated anew: an evaluation keeps the modules that were replaced. */
const mostUpdates = 200;

/** One configuration, again and again. Reports are those that the same request has by itself. */
export class WatchedEvaluation {
  readonly #request: EvaluationRequest;
  readonly #modules: ReloadingModules;
  /** The evaluation of the modules that were prepared last; null: there is none that could be updated. */
  #evaluation: Evaluation | null = null;
  #updates = 0;

  /** Throws a ConfixError if what was read from standard input is no module. */
  constructor(request: EvaluationRequest) {
    const { modules, ...rest } = request;
    this.#request = request;
    this.#modules = new ReloadingModules(running, { ...rest, ...readGiven(modules) });
  }

  /** The files to watch, and what each was before it was read. */
  files(): ReadonlyMap<string, FileStatus> {
    return this.#modules.files();
  }

  /** The symbolic links to watch, and where each led. */
  links(): readonly Link[] {
    return this.#modules.links();
  }

  /** Evaluates for the first time. */
  async begin(): Promise<EvaluationReport> {
    return await this.#reportOn(async () => await this.#modules.load(), null);
  }

  /** Evaluates after files have changed. */
  async next(changed: ReadonlySet<string>): Promise<EvaluationReport> {
    let pairs: ModulePairs | null = null;
    let prepared: PreparedEvaluation | null = null;
    const report = await reportOn(this.#request, {
      prepare: async () => {
        ({ pairs, prepared } = await this.#modules.reload(changed));
        return prepared;
      },
      begin: (evaluated) => this.#update(evaluated, pairs),
    });
    // What an update keeps stands where it stood: only a fresh evaluation knows the places of everything.
    if (prepared === null || pairs === null || report.diagnostics.length === 0) return report;
    const again = this.#modules.another(prepared);
    return await this.#reportOn(async () => again, null);
  }

  async #reportOn(prepare: () => Promise<PreparedEvaluation>, pairs: ModulePairs | null): Promise<EvaluationReport> {
    return await reportOn(this.#request, { prepare, begin: (prepared) => this.#update(prepared, pairs) });
  }

  #update(prepared: PreparedEvaluation, pairs: ModulePairs | null): Evaluation {
    const before = this.#evaluation;
    // Whatever an update throws, it leaves nothing to update.
    this.#evaluation = null;
    this.#updates += 1;
    if (before === null || pairs === null || this.#updates > mostUpdates) {
      this.#updates = 0;
      return (this.#evaluation = evalModules({ ...prepared, updatable: true }));
    }
    return (this.#evaluation = pairs.length === 0 ? before : updateFollowing(before, pairs));
  }
}
