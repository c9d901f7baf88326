// What an evaluation and all evaluations inside it share: the scope of their thunks, the loader, the warnings.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { showOrigin } from "../kernel/origin.ts";
import { Memory } from "../kernel/memory.ts";
import { Scope } from "../kernel/scope.ts";
import type { ModuleLoader, ModuleRecord } from "../model/module.ts";
import type { SubmoduleParameters } from "../model/option-type.ts";
import type { OptionSetNode, Recorder } from "../model/machine.ts";
import type { Replacements } from "./replacements.ts";
import { cycleError, overflowError } from "./scope-errors.ts";

/** The modules of a submodule, collected once for all its instances, where nothing in them depends on the instance. */
export interface Blueprint {
  readonly records: readonly ModuleRecord[];
  readonly rootCount: number;
  readonly root: OptionSetNode;
}

/** What an evaluation shares with those of its submodules. */
type Shared = Pick<Session, "loader" | "recording" | "warnings" | "blueprints" | "replacements">;

/** One evaluation, and what it shares with those of its submodules. */
export class Session implements Shared {
  readonly scope: Scope;
  readonly loader: ModuleLoader | null;
  /** Null: nothing is recorded. */
  readonly recording: Recorder | null;
  readonly warnings: Map<string, Diagnostic>;
  /** Null: the evaluation is as its modules are. */
  readonly replacements: Replacements | null;
  /** By the parameters' identity, from the second instance on; null: known to be impossible. */
  readonly blueprints: WeakMap<SubmoduleParameters, Blueprint | "met once" | null>;

  constructor(scope: Scope, { loader, recording, warnings, blueprints, replacements }: Shared) {
    this.scope = scope;
    this.replacements = replacements;
    this.loader = loader;
    this.recording = recording;
    this.warnings = warnings;
    this.blueprints = blueprints;
  }

  /** For an evaluation that is begun outside of any other. */
  static begin(loader: ModuleLoader | null, recording: Recorder | null = null): Session {
    const scope = new Scope({ cycle: cycleError, overflow: overflowError }, recording?.onRead);
    return new Session(scope, { loader, recording, replacements: null, ...nothingYet() });
  }

  /** For an evaluation that is begun outside of any other and is to be updated. */
  static remembering(loader: ModuleLoader | null, replacements: Replacements): Session {
    const scope = new Scope({ cycle: cycleError, overflow: overflowError }, new Memory());
    return new Session(scope, { loader, recording: null, replacements, ...nothingYet() });
  }

  /** For one more evaluation of the same modules, which records nothing. */
  static fresh(loader: ModuleLoader | null, replacements: Replacements | null): Session {
    const scope = new Scope({ cycle: cycleError, overflow: overflowError });
    return new Session(scope, { loader, recording: null, replacements, ...nothingYet() });
  }

  /** For an extension: its values may need those of this one and the other way round, but its warnings are its own. */
  fork(): Session {
    const { loader, recording, replacements } = this;
    replacements?.noteExtension();
    return new Session(this.scope.inside(), { loader, recording, replacements, ...nothingYet() });
  }

  /** For a submodule. */
  inside(): Session {
    return new Session(this.scope.inside(), this);
  }

  /** A new session that records what happens in it. */
  recordedBy(recorder: Recorder): Session {
    const { loader, replacements } = this;
    const { scope } = Session.begin(loader, recorder);
    return new Session(scope, { loader, recording: recorder, replacements, ...nothingYet() });
  }

  /** Records a warning. */
  warn(warning: Diagnostic): void {
    addWarning(this.warnings, warning);
  }
}

/** Warnings of which the same one twice is one, which then names both places. */
export function joinWarnings(warnings: Iterable<Diagnostic>): Iterable<Diagnostic> {
  const known = new Map<string, Diagnostic>();
  for (const warning of warnings) addWarning(known, warning);
  return known.values();
}

function addWarning(warnings: Map<string, Diagnostic>, warning: Diagnostic): void {
  const { code, path, data } = warning;
  const key = JSON.stringify([code, path, data]);
  const known = warnings.get(key);
  warnings.set(key, known === undefined ? warning : withPlaceOf(known, warning));
}

function withPlaceOf(known: Diagnostic, again: Diagnostic): Diagnostic {
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
