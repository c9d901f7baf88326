// What an evaluation and all evaluations inside it share: the scope of their thunks, the loader, the warnings.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { Scope } from "../kernel/scope.ts";
import type { ModuleLoader, ModuleRecord } from "../model/module.ts";
import type { SubmoduleParameters } from "../model/option-type.ts";
import type { OptionSetNode, Recorder } from "../model/machine.ts";
import { cycleError, overflowError } from "./scope-errors.ts";

/** The modules of a submodule, collected once for all its instances, where nothing in them depends on the instance. */
export interface Blueprint {
  readonly records: readonly ModuleRecord[];
  readonly rootCount: number;
  readonly root: OptionSetNode;
}

/** One evaluation with everything nested in it. */
export class Session {
  readonly scope: Scope;
  readonly loader: ModuleLoader | null;
  readonly warnings: Map<string, Diagnostic> = new Map();
  /** By the parameters' identity; null: known to be impossible. */
  readonly blueprints: WeakMap<SubmoduleParameters, Blueprint | null> = new WeakMap();

  /** Null: nothing is recorded. */
  readonly recording: Recorder | null;

  constructor(
    loader: ModuleLoader | null,
    scope: Scope = new Scope({ cycle: cycleError, overflow: overflowError }),
    recording: Recorder | null = null,
  ) {
    this.loader = loader;
    this.scope = scope;
    this.recording = recording;
  }

  /** For an extension: its values may need those of this one and the other way round, but its warnings are its own. */
  fork(): Session {
    return new Session(this.loader, this.scope, this.recording);
  }

  /** A new session that records what happens in it. */
  recordedBy(recorder: Recorder): Session {
    const scope = new Scope({ cycle: cycleError, overflow: overflowError }, recorder.onRead);
    return new Session(this.loader, scope, recorder);
  }

  /** Records a warning; the same one twice is one. */
  warn(warning: Diagnostic): void {
    this.warnings.set(JSON.stringify(warning), warning);
  }
}
