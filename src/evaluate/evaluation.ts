// evalModules: checks its arguments, and gives a fixpoint the face that callers see.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { nearestName } from "../diagnostics/suggest.ts";
import { describeValue } from "../kernel/describe-value.ts";
import type { FixpointInput } from "./fixpoint-input.ts";
import type { Path } from "../kernel/path.ts";
import { unknownFile } from "../kernel/origin.ts";
import { isPlainObject } from "../kernel/plain.ts";
import type { EvalModulesArguments } from "../model/arguments.ts";
import { evaluationBrand } from "../model/brands.ts";
import type { ExplainRequest, Explanation, OptionGraph } from "../model/explanation.ts";
import type { Evaluation, ExtendArguments, Output, OutputRequest } from "../model/evaluation.ts";
import type { Recorder } from "../model/machine.ts";
import {
  definitionModuleKind,
  type DefinitionModule,
  type ModuleGraphNode,
  type ModuleRecord,
} from "../model/module.ts";
import type { AnyOptionType, SubmoduleParameters } from "../model/option-type.ts";
import { makeOverride, priorities } from "../model/property.ts";
import type { AnyModule, ConfigOfModules } from "../model/typed.ts";
import { Fixpoint } from "./evaluate.ts";
import { explained, newRecording } from "./recorded.ts";
import { type Blueprint, Session } from "./session.ts";

const argumentNames = ["modules", "specialArgs", "prefix", "class", "loader"];

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

/** The same, for who wants to hear of each evaluation in it; null: nobody does. */
export function evaluateWatched(args: EvalModulesArguments, recorder: Recorder | null): Evaluation {
  checkArguments(args);
  const { modules, specialArgs = {}, prefix = [], class: className = null, loader = null } = args;
  const ingredients = { specialArgs, prefix, class: className, name: null, blueprint: null };
  return new ModuleEvaluation(Session.begin(loader, recorder), { modules: () => modules, ...ingredients });
}

function checkArguments(args: unknown): void {
  if (!isPlainObject(args)) return badArgument("the argument", `must be an object, but is ${describeValue(args)}`);
  for (const name of Object.keys(args)) {
    if (!argumentNames.includes(name)) badArgument(name, "is not known", nearestName(name, argumentNames));
  }
  if (!Array.isArray(args["modules"]))
    badArgument("modules", `must be a list, but is ${describeValue(args["modules"])}`);
  if (args["specialArgs"] !== undefined && !isPlainObject(args["specialArgs"])) {
    badArgument("specialArgs", `must be an attribute set, but is ${describeValue(args["specialArgs"])}`);
  }
  const { prefix, class: className, loader } = args;
  if (prefix !== undefined && !isListOfNames(prefix))
    badArgument("prefix", "must be a list of names, which are strings");
  if (className !== undefined && className !== null && typeof className !== "string") {
    badArgument("class", `must be a string or null, but is ${describeValue(className)}`);
  }
  if (loader !== undefined && !isLoader(loader)) {
    badArgument("loader", `must have the functions \`resolve\` and \`load\`, but is ${describeValue(loader)}`);
  }
}

function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}

function isLoader(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { resolve, load } = value as { readonly resolve?: unknown; readonly load?: unknown }; // Any object may have these.
  return typeof resolve === "function" && typeof load === "function";
}

function badArgument(argument: string, problem: string, suggestion: string | null = null): never {
  const suggestions = suggestion === null ? [] : [suggestion];
  return fail(diagnostic("bad-argument", {}, { call: "evalModules", argument, problem, suggestions }));
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

  constructor(session: Session, ingredients: FixpointInput) {
    this.#session = session;
    this.#ingredients = ingredients;
    this.#fixpoint = new Fixpoint(session, ingredients, this, evaluateSubmodule);
    this.#result = this.#fixpoint.result();
    session.recording?.add(ingredients.prefix, explained(this.#fixpoint));
  }

  get config(): Readonly<Record<string, unknown>> {
    return this.#result.config as Readonly<Record<string, unknown>>; // A record; its members' types are not known here.
  }

  get options(): Readonly<Record<string, unknown>> {
    return this.#result.options as Readonly<Record<string, unknown>>; // As above.
  }

  get _module(): Readonly<Record<string, unknown>> {
    return this.#result.module as Readonly<Record<string, unknown>>; // As above.
  }

  get class(): string | null {
    return this.#ingredients.class;
  }

  get graph(): readonly ModuleGraphNode[] {
    return this.#result.graph;
  }

  get type(): AnyOptionType {
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
    return session.scope.keep(this, () => new ModuleEvaluation(session, ingredients));
  }

  diagnostics({ force = false }: { readonly force?: boolean } = {}): readonly Diagnostic[] {
    if (!force) return [...this.#result.problems(), ...this.#session.warnings.values()];
    const { diagnostics } = this.output({ keepGoing: true, checksAll: true });
    return [...diagnostics, ...this.#session.warnings.values()];
  }

  output(request: OutputRequest = {}): Output {
    const { value, diagnostics, omitted, warnings } = this.#result.output(request);
    for (const warning of warnings) this.#session.warn(warning);
    return { value, diagnostics, omitted };
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
    if (this.#again === null) {
      const recording = newRecording();
      const evaluation = new ModuleEvaluation(this.#session.recordedBy(recording), this.#ingredients);
      this.#again = { evaluation, recording };
    }
    return this.#again;
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
  const nameModule = { _module: { args: { name: makeOverride(priorities.optionDefault, name) } } };
  const shared = sharedBlueprint(session, parameters);
  const records = shared === null ? null : definitionRecords(nameModule, definitions ?? []);
  const blueprint = shared === null || records === null ? null : { shared, definitions: records };
  const modules = (): readonly unknown[] => [...parameters.modules, nameModule, ...(definitions ?? [])];
  return new ModuleEvaluation(session.inside(), {
    modules,
    specialArgs,
    prefix: path,
    class: className,
    name,
    blueprint,
  });
}

// Made for the second instance: an option that is a submodule by itself has but one, for which it would cost and give
// nothing.
function sharedBlueprint(session: Session, parameters: SubmoduleParameters): Blueprint | null {
  const known = session.blueprints.get(parameters);
  if (known !== undefined && known !== "met once") return known;
  if (known === undefined) {
    session.blueprints.set(parameters, "met once");
    return null;
  }
  const { modules, specialArgs, class: className } = parameters;
  const made = { modules: () => modules, specialArgs, prefix: [""], class: className, name: null, blueprint: null };
  const base = new ModuleEvaluation(session, made);
  const found = base.blueprint();
  session.blueprints.set(parameters, found);
  return found;
}

// Only definitions that are nothing but configuration leave the modules of a submodule as they are.
function definitionRecords(nameModule: object, definitions: readonly unknown[]): readonly ModuleRecord[] | null {
  const records: ModuleRecord[] = [definitionRecord(nameModule, null, { file: unknownFile }, null)];
  for (const definition of definitions) {
    if (definitionModuleKind(definition) !== "config") return null;
    // The cast: only modules made of definitions have a kind.
    const { value, args, origin, order } = (definition as DefinitionModule).definition;
    records.push(definitionRecord(value, args, origin, order));
  }
  return records;
}

function definitionRecord(
  value: unknown,
  configArgs: ModuleRecord["configArgs"],
  origin: ModuleRecord["origin"],
  order: number | null,
): ModuleRecord {
  return {
    key: "",
    file: origin.file,
    origin,
    placeInside: null,
    placedIn: null,
    class: null,
    imports: none,
    disabledModules: none,
    options: undefined,
    config: [value],
    order,
    configArgs,
    isStatic: false,
  };
}

const none: readonly never[] = [];
