// What an evaluation and all evaluations inside it share: the scope of their thunks, the loader, the warnings.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { showOrigin } from "../kernel/origin.ts";
import { type Listeners, Scope } from "../kernel/scope.ts";
import { KnownStructure } from "../model/known-structure.ts";
import type { ModuleLoader, ModuleRecord } from "../model/module.ts";
import type { SubmoduleParameters } from "../model/option-type.ts";
import type { OptionSetNode, Recorder } from "../model/machine.ts";
import type { Replacements } from "./replacements.ts";
import { cycleError, overflowError } from "./scope-errors.ts";
import { Secrets } from "./secrets.ts";

/** The modules of a submodule, collected once for all its instances, where nothing in them depends on the instance. */
export interface Blueprint {
  readonly records: readonly ModuleRecord[];
  readonly rootCount: number;
  readonly root: OptionSetNode;
}

/** How an evaluation is begun. All may be absent. */
interface Beginning extends Partial<Pick<Listeners, "memory" | "profile">> {
  readonly recording?: Recorder | null;
  readonly replacements?: Replacements | null;
  readonly sharing?: Sharing | null;
}

/** What an evaluation shares with those of its submodules. */
type Shared = Pick<Session, "loader" | "recording" | "warnings" | "blueprints" | "replacements" | "secrets">;

/** What evaluations share that have modules in common, as those of a fleet have. */
export class Sharing {
  readonly known: KnownStructure = new KnownStructure();
  readonly blueprints: Session["blueprints"] = new WeakMap();
}

/** One evaluation, and what it shares with those of its submodules. */
export class Session implements Shared {
  readonly scope: Scope;
  readonly loader: ModuleLoader | null;
  /** Null: nothing is recorded. */
  readonly recording: Recorder | null;
  readonly warnings: Map<string, Diagnostic>;
  readonly secrets: Secrets;
  /** Null: the evaluation is as its modules are. */
  readonly replacements: Replacements | null;
  /** By the parameters' identity, from the second instance on; null: known to be impossible. */
  readonly blueprints: WeakMap<SubmoduleParameters, Blueprint | "met once" | null>;
  /** What is known from evaluations that have modules in common with this one; null: there is none. */
  readonly known: KnownStructure | null;
  /** For extensions of this evaluation. */
  #sharing: Sharing | null;

  constructor(
    scope: Scope,
    { loader, recording, warnings, blueprints, replacements, secrets }: Shared,
    sharing: Sharing | null = null,
  ) {
    this.scope = scope;
    this.replacements = replacements;
    this.secrets = secrets;
    this.known = sharing?.known ?? null;
    this.#sharing = sharing;
    this.loader = loader;
    this.recording = recording;
    this.warnings = warnings;
    this.blueprints = blueprints;
  }

  /** For an evaluation that is begun outside of any other. */
  static begin(loader: ModuleLoader | null, begin: Beginning = {}): Session {
    const { recording = null, replacements = null, memory = null, profile = null, sharing = null } = begin;
    const listeners = { memory, profile, ...(recording !== null && { onRead: recording.onRead }) };
    const secrets = new Secrets();
    const leaving = (error: unknown): unknown => secrets.leaving(error);
    const scope = new Scope({ cycle: cycleError, overflow: overflowError, leaving }, listeners);
    const blueprints = sharing?.blueprints ?? new WeakMap();
    return new Session(scope, { loader, recording, replacements, warnings: new Map(), blueprints, secrets }, sharing);
  }

  /** For the same evaluation once more. */
  again(recording: Recorder | null = null): Session {
    return Session.begin(this.loader, { recording, replacements: this.replacements });
  }

  /** For an extension: its values may need those of this one and the other way round, but its warnings are its own. */
  fork(): Session {
    const { recording, replacements, secrets } = this;
    const loader = loaderOfMore(this.loader);
    replacements?.noteExtension();
    this.#sharing ??= new Sharing();
    const { blueprints } = this.#sharing;
    const shared = { loader, recording, replacements, warnings: new Map(), blueprints, secrets };
    return new Session(this.scope.inside(), shared, this.#sharing);
  }

  /** For a submodule. */
  inside(): Session {
    return new Session(this.scope.inside(), this);
  }

  /** Records a warning. */
  warn(warning: Diagnostic): void {
    addWarning(this.warnings, warning);
  }
}

// What running the modules again tells of places may be otherwise with more of them.
function loaderOfMore(loader: ModuleLoader | null): ModuleLoader | null {
  const places = loader?.places?.ofTexts?.();
  if (loader === null || places === undefined) return loader;
  return { places, resolve: (specifier, from) => loader.resolve(specifier, from), load: (path) => loader.load(path) };
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
