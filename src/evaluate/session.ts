// What an evaluation and all evaluations inside it share: the scope of their thunks, the loader, the warnings.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { showOrigin } from "../kernel/origin.ts";
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

/** What an evaluation shares with those of its submodules. */
type Shared = Pick<Session, "loader" | "recording" | "warnings" | "blueprints">;

/** One evaluation, and what it shares with those of its submodules. */
export class Session implements Shared {
  readonly scope: Scope;
  readonly loader: ModuleLoader | null;
  /** Null: nothing is recorded. */
  readonly recording: Recorder | null;
  readonly warnings: Map<string, Diagnostic>;
  /** By the parameters' identity, from the second instance on; null: known to be impossible. */
  readonly blueprints: WeakMap<SubmoduleParameters, Blueprint | "met once" | null>;

  constructor(scope: Scope, { loader, recording, warnings, blueprints }: Shared) {
    this.scope = scope;
    this.loader = loader;
    this.recording = recording;
    this.warnings = warnings;
    this.blueprints = blueprints;
  }

  /** For an evaluation that is begun outside of any other. */
  static begin(loader: ModuleLoader | null, recording: Recorder | null = null): Session {
    const scope = new Scope({ cycle: cycleError, overflow: overflowError }, recording?.onRead);
    return new Session(scope, { loader, recording, ...nothingYet() });
  }

  /** For an extension: its values may need those of this one and the other way round, but its warnings are its own. */
  fork(): Session {
    const { loader, recording } = this;
    return new Session(this.scope.inside(), { loader, recording, ...nothingYet() });
  }

  /** For a submodule. */
  inside(): Session {
    return new Session(this.scope.inside(), this);
  }

  /** A new session that records what happens in it. */
  recordedBy(recorder: Recorder): Session {
    return Session.begin(this.loader, recorder);
  }

  /** Records a warning; the same one twice is one, which then names both places. */
  warn(warning: Diagnostic): void {
    const { code, path, data } = warning;
    const key = JSON.stringify([code, path, data]);
    const known = this.warnings.get(key);
    this.warnings.set(key, known === undefined ? warning : joinWarnings(known, warning));
  }
}

function joinWarnings(known: Diagnostic, again: Diagnostic): Diagnostic {
  const { origin } = again;
  if (origin === null) return known;
  if (known.origin === null) return again;
  const places = [known.origin, ...known.related.map((each) => each.origin)].map((each) => showOrigin(each));
  if (places.includes(showOrigin(origin))) return known;
  return Object.freeze({ ...known, related: [...known.related, { message: "also here", origin }] });
}

function nothingYet(): Pick<Session, "warnings" | "blueprints"> {
  return { warnings: new Map(), blueprints: new WeakMap() };
}
