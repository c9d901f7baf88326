// evalModules: checks its arguments, and gives a fixpoint the face that callers see.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import type { FixpointInput } from "./fixpoint-input.ts";
import { Memory } from "../kernel/memory.ts";
import type { Path } from "../kernel/path.ts";
import type { EvalModulesArguments } from "../model/arguments.ts";
import { evaluationBrand } from "../model/brands.ts";
import type { ExplainRequest, Explanation, OptionGraph } from "../model/explanation.ts";
import type { Evaluation, ExtendArguments, Output, OutputRequest, UpdateArguments } from "../model/evaluation.ts";
import type { Recorder } from "../model/machine.ts";
import type { ModuleGraphNode } from "../model/module.ts";
import type { AnyOptionType, SubmoduleParameters } from "../model/option-type.ts";
import type { Setting } from "../model/setting.ts";
import type { Stats } from "../model/stats.ts";
import type { AnyModule, ConfigOfModules } from "../model/typed.ts";
import { checkArguments, checkExtension, checkUpdate, refuseUpdateInside } from "./check-arguments.ts";
import { declarationsIn, sensitiveNames } from "./declaration-walk.ts";
import { nameModule, noNameModule } from "./internal-module.ts";
import { instanceBlueprint } from "./instance-blueprint.ts";
import { Fixpoint } from "./evaluate.ts";
import { newProfile, statsOf } from "./stats.ts";
import { inRoom, ProfiledFixpoint } from "./profiled.ts";
import { LastOutput } from "./last-output.ts";
import { Replacements } from "./replacements.ts";
import { explained, newRecording } from "./recorded.ts";
import { refuseUnknown } from "./refuse-unknown.ts";
import { type Blueprint, joinWarnings, Session, type Sharing } from "./session.ts";

/**
 * Evaluates modules together. Nothing is computed before it is read; what is read is computed once. `config` is typed
 * from the modules, as far as they were made by `defineModule`. Throws a ConfixError for arguments that make no sense;
 * what is wrong with the modules is thrown by what reads it.
 */
export function evalModules<const M extends readonly AnyModule[]>(
  args: EvalModulesArguments<M>,
): Evaluation<ConfigOfModules<M>> {
  // The cast: the types of modules say what their configuration is; the evaluator checks it as it runs.
  return evaluateWatched(args, null) as Evaluation<unknown> as Evaluation<ConfigOfModules<M>>;
}

/**
 * The same as one of many that have modules in common: `sharing` is made once for all of them. What they found out about
 * modules that are objects, and about what those declare, is found out once. The loader must be that of one process.
 */
export function evaluateShared(args: EvalModulesArguments, sharing: Sharing): Evaluation {
  return evaluateWatched(args, null, sharing);
}

/** The same, for who wants to hear of each evaluation in it; null: nobody does. */
export function evaluateWatched(
  args: EvalModulesArguments,
  recorder: Recorder | null,
  sharing: Sharing | null = null,
): Evaluation {
  checkArguments(args);
  const {
    modules,
    specialArgs = {},
    prefix = [],
    class: className = null,
    loader = null,
    updatable = false,
    profile = false,
  } = args;
  const ingredients = { specialArgs, prefix, class: className, name: null, blueprint: null };
  const session = Session.begin(loader, {
    recording: recorder,
    sharing,
    ...(updatable && { memory: new Memory(), replacements: new Replacements() }),
    ...(profile && { profile: newProfile() }),
  });
  return evaluateFromOutside(session, { modules: () => modules, ...ingredients });
}

// One that is no part of another knows its secrets.
function evaluateFromOutside(session: Session, ingredients: FixpointInput): ModuleEvaluation {
  session.secrets.add(() => {
    const again = new ModuleEvaluation(session.again(), ingredients);
    return sensitiveNames(declarationsIn(again.inside(), insideOf));
  });
  return new ModuleEvaluation(session, ingredients);
}

type Pairs = NonNullable<UpdateArguments["replace"]>;

/** What `update` returns, for who does not know whether the evaluation has all of these modules. */
export function updateFollowing(evaluation: Evaluation, replace: Pairs): Evaluation {
  return evaluation instanceof ModuleEvaluation ? evaluation.follow(replace) : evaluation.update({ replace });
}

interface Recorded {
  readonly evaluation: Evaluation;
  readonly recording: ReturnType<typeof newRecording>;
}

class ModuleEvaluation implements Evaluation {
  readonly [evaluationBrand] = true;
  readonly #session: Session;
  readonly #ingredients: FixpointInput;
  readonly #fixpoint: Fixpoint;
  readonly #result: ReturnType<Fixpoint["result"]>;
  /** The same once more, recorded; made when somebody asks why. */
  #again: Recorded | null = null;
  #extendModules: Evaluation["extendModules"] | null = null;
  /** What options have to say about the configuration, as far as it was printed. */
  #noted: readonly Diagnostic[] = [];
  /** Another one took its place. */
  #isSuperseded = false;
  readonly #isUpdated: boolean;
  /** Null: it is not to be updated. */
  readonly #last: LastOutput | null;

  /** `before`: the evaluation whose place this one takes. */
  constructor(session: Session, ingredients: FixpointInput, before: ModuleEvaluation | null = null) {
    this.#session = session;
    this.#ingredients = ingredients;
    const Kind = session.scope.run.profile === null ? Fixpoint : ProfiledFixpoint;
    this.#fixpoint = before?.inside() ?? new Kind(session, ingredients, this, evaluateSubmodule);
    this.#fixpoint.evaluation = this;
    this.#result = this.#fixpoint.result();
    this.#isUpdated = before !== null;
    const { memory } = session.scope.run;
    const isUpdatable = memory !== null && ingredients.name === null;
    this.#last = before === null ? (isUpdatable ? new LastOutput(this.#fixpoint, memory) : null) : before.#last;
    session.recording?.add(ingredients.prefix, explained(this.#fixpoint));
  }

  // Whoever still has this one would see what is said of another.
  #current(): ReturnType<Fixpoint["result"]> {
    return this.#isSuperseded ? fail(diagnostic("evaluation-superseded", {}, {})) : this.#result;
  }

  get config(): Readonly<Record<string, unknown>> {
    return this.#current().config as Readonly<Record<string, unknown>>; // A record; its members' types are not known here.
  }

  get options(): Readonly<Record<string, unknown>> {
    return this.#current().options as Readonly<Record<string, unknown>>; // As above.
  }

  get _module(): Readonly<Record<string, unknown>> {
    return this.#current().module as Readonly<Record<string, unknown>>; // As above.
  }

  get class(): string | null {
    return this.#ingredients.class;
  }

  get graph(): readonly ModuleGraphNode[] {
    return this.#current().graph;
  }

  get type(): AnyOptionType {
    this.#current();
    return this.#fixpoint.type;
  }

  // Lent to modules as an argument, so it must work without its object.
  get extendModules(): Evaluation["extendModules"] {
    // The cast: the types of modules say what their configuration is; the evaluator checks it as it runs.
    this.#extendModules ??= ((more: ExtendArguments = {}): unknown =>
      this.#extend(more)) as Evaluation["extendModules"];
    return this.#extendModules;
  }

  #extend(more: ExtendArguments): ModuleEvaluation {
    this.#current();
    checkExtension(more);
    const { modules, specialArgs, prefix, ...same } = this.#ingredients;
    const added = [...(more.modules ?? [])];
    const ingredients: FixpointInput = {
      ...same,
      modules: () => [...modules(), ...added],
      specialArgs: { ...specialArgs, ...more.specialArgs },
      prefix: more.prefix ?? prefix,
      blueprint: null,
    };
    const session = this.#session.fork();
    return session.scope.keep(this, () => evaluateFromOutside(session, ingredients));
  }

  diagnostics({ force = false }: { readonly force?: boolean } = {}): readonly Diagnostic[] {
    if (!force) return [...this.#session.secrets.hideIn(this.#current().problems()), ...this.#warnings()];
    const { diagnostics } = this.output({ keepGoing: true, checksAll: true });
    return [...diagnostics, ...this.#warnings()];
  }

  // What an update computes again may not warn any more, and what it does not compute has warned before.
  #warnings(): Iterable<Diagnostic> {
    const { warnings } = this.#session;
    if (!this.#isUpdated || warnings.size === 0) return joinWarnings([...warnings.values(), ...this.#noted]);
    const fresh = new ModuleEvaluation(this.#session.again(), this.#ingredients);
    fresh.output({ keepGoing: true, checksAll: true });
    return fresh.#warnings();
  }

  output(request: OutputRequest = {}): Output {
    const current = this.#current();
    const print = (): ReturnType<typeof current.output> =>
      inRoom(this.#session.scope, "assemble", () => current.output(request));
    const { value, diagnostics, omitted, warnings } = this.#last?.next(request, print) ?? print();
    if (request.at === undefined) this.#noted = warnings;
    return { value, diagnostics: this.#session.secrets.hideIn(diagnostics), omitted };
  }

  update(change: UpdateArguments): Evaluation {
    const given = checkUpdate(change);
    const { replace = [] } = change;
    const { loader, replacements, scope } = this.#session;
    this.#current();
    if (scope.current !== null) refuseUpdateInside();
    refuseUnknown(replace, given, replacements, insideOf, (tried) => {
      return new ModuleEvaluation(Session.begin(loader, { replacements: tried }), this.#ingredients);
    });
    return this.follow(replace, given);
  }

  /** Puts modules in the places of others, wherever these stand, and perhaps nowhere. */
  follow(replace: Pairs, given: readonly Setting[] = []): Evaluation {
    const session = this.#session;
    const next = (session.replacements ?? new Replacements()).with(replace, given);
    this.#isSuperseded = true;
    session.loader?.places?.keepToTexts?.();
    const isUpdated = this.#fixpoint.update({ old: replace.map(([old]) => old), next });
    return isUpdated
      ? new ModuleEvaluation(session, this.#ingredients, this)
      : evaluateFromOutside(
          Session.begin(session.loader, { memory: new Memory(), replacements: next }),
          this.#ingredients,
        );
  }

  explain(path: Path, request: ExplainRequest = {}): Explanation {
    const { evaluation, recording } = this.#recorded();
    const { prefix } = this.#ingredients;
    return recording.explain([...prefix, ...path], prefix.length, (at) => evaluation.output(at), request);
  }

  readGraph(): OptionGraph {
    const { evaluation, recording } = this.#recorded();
    evaluation.output({ keepGoing: true });
    return recording.graph();
  }

  #recorded(): Recorded {
    this.#current();
    if (this.#again === null) {
      const recording = newRecording();
      const evaluation = evaluateFromOutside(this.#session.again(recording), this.#ingredients);
      this.#again = { evaluation, recording };
    }
    return this.#again;
  }

  stats(): Stats {
    return statsOf(this.#session.scope);
  }

  /** What instances of this submodule share, or null if they can share nothing. */
  blueprint(): Blueprint | null {
    return this.#fixpoint.blueprint();
  }

  /** The evaluation from the inside, for those who walk what is declared. */
  inside(): Fixpoint {
    return this.#fixpoint;
  }
}

/** An evaluation from the inside. Null: another copy of Confix made it. */
export function insideOf(evaluation: unknown): Fixpoint | null {
  return evaluation instanceof ModuleEvaluation ? evaluation.inside() : null;
}

// The placeholder that nixpkgs uses for the name of a submodule that nothing defines.
const noName = "‹name›";

function evaluateSubmodule(
  session: Session,
  parameters: SubmoduleParameters,
  path: Path,
  definitions: readonly unknown[] | null,
): Evaluation {
  const { specialArgs, class: className } = parameters;
  const name = definitions === null ? noName : (path.at(-1) ?? noName);
  const find = (input: FixpointInput): Blueprint | null => new ModuleEvaluation(session, input).blueprint();
  const blueprint = instanceBlueprint(session, parameters, definitions ?? [], find);
  const naming = definitions === null ? noNameModule : nameModule;
  const modules = (): readonly unknown[] => [...parameters.modules, naming, ...(definitions ?? [])];
  return new ModuleEvaluation(session.inside(), {
    modules,
    specialArgs,
    prefix: path,
    class: className,
    name,
    blueprint,
  });
}
