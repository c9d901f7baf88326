// Loads and evaluates the modules of an evaluation once more, with scripts that tell where what they make is written: for
// places that the text of a script alone does not show.
import { evalModules, listDeclarations } from "../../evaluate/index.ts";
import type { TrailData } from "../../kernel/trail.ts";
import type { EvalModulesArguments } from "../../model/arguments.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import type { ModuleLoader } from "../../model/module.ts";
import { isOption } from "../../model/option.ts";
import { instrument } from "../../source/trace/instrument.ts";
import { Sites, traceSpecifier } from "../../source/trace/sites.ts";
import { FileLoader } from "../loader.ts";
import { orNull } from "../or-null.ts";
import { prepareOwn } from "../prepare-text.ts";
import { type RunningConfix, ScriptRunner } from "../scripts.ts";
import { isKind, leadsToModule } from "../trails.ts";
import { traceHooks } from "./hooks.ts";
import { ModuleReader } from "./modules.ts";
import { quietly } from "./quietly.ts";
import { TraceRecord } from "./record.ts";
import { SpotReader } from "./spots.ts";
import { type TracedFind, TrailWalk } from "./walk.ts";

/** What is evaluated, with the loader that loaded it first. */
export interface TracedEvaluation extends EvalModulesArguments {
  readonly loader: ModuleLoader;
}

/** The second load of an evaluation. It happens when the first place is asked for, and at most once. */
export class SecondLoad {
  readonly #running: RunningConfix;
  readonly #first: () => TracedEvaluation;
  #traced: TracedRun | null = null;
  #isDone = false;

  /** `first` is what was evaluated; it throws as long as that is not known. */
  constructor(running: RunningConfix, first: () => TracedEvaluation) {
    this.#running = running;
    this.#first = first;
  }

  /** Where a trail leads; null: nobody knows. Runs code of modules, as the first evaluation did. Never throws. */
  find(trail: TrailData): TracedFind | null {
    return this.#ask((run) => run.find(trail, (walk) => walk.run(trail)));
  }

  /** Where the option was made that a trail leads to. As above. */
  call(trail: TrailData): TracedFind | null {
    return this.#ask((run) => run.find(trail, (walk) => walk.madeAt(trail)));
  }

  #ask(ask: (run: TracedRun) => TracedFind | null): TracedFind | null {
    try {
      return quietly(() => {
        const run = this.#run();
        return run === null ? null : ask(run);
      });
    } catch {
      return null; // What went well once may fail the second time; then the text has to do.
    }
  }

  #run(): TracedRun | null {
    if (this.#isDone) return this.#traced;
    const first = this.#first();
    // What asks for places while it is loaded gets those that the text shows.
    this.#isDone = true;
    return (this.#traced = new TracedRun(this.#running, first));
  }
}

class TracedRun {
  readonly #args: TracedEvaluation;
  readonly #evaluation: Evaluation;
  readonly #reader: SpotReader;
  readonly #modules: ModuleReader;
  readonly #computed = new Set<string>();

  constructor(running: RunningConfix, first: TracedEvaluation) {
    const sites = new Sites();
    const record = new TraceRecord();
    const lent = { ...running, [traceSpecifier]: { ...traceHooks(sites, record) } };
    const prepare = prepareOwn((libraries, script) => instrument(libraries, script, sites));
    const scripts = new ScriptRunner(lent, false, prepare);
    const again = new FileLoader(scripts, "/", { find: () => null });
    const loader = new TracedLoader(again, first.loader);
    this.#args = { ...first, loader };
    this.#evaluation = evalModules(this.#args);
    this.#reader = new SpotReader(record);
    this.#modules = new ModuleReader(this.#reader, { load: (file) => orNull(() => loader.load(file)) });
    orNull(() => Object.keys(this.#evaluation.config));
  }

  find(trail: TrailData, find: (walk: TrailWalk) => TracedFind | null): TracedFind | null {
    const { names, isDeclaration, isInside } = subjectOf(trail);
    // What functions return is not known before they were called, in each submodule that they are called for.
    if (isDeclaration) this.#once("", () => listDeclarations(this.#args));
    if (!isDeclaration || isInside) this.#once(JSON.stringify(names), () => this.#compute(names));
    return find(new TrailWalk(this.#reader, this.#modules));
  }

  #once(key: string, run: () => unknown): void {
    if (this.#computed.has(key)) return;
    this.#computed.add(key);
    orNull(run);
  }

  // All of the one option, which the first evaluation has computed as well; where there is none, names alone.
  #compute(names: readonly string[]): void {
    let found: unknown = this.#evaluation.options;
    for (const [at, name] of names.entries()) {
      if (!isReadableSet(found)) return;
      // In a set of options every name can be read that is there.
      if (!Object.keys(found).includes(name)) return;
      found = found[name];
      if (isOption(found)) return void this.#evaluation.output({ at: names.slice(0, at + 1), keepGoing: true });
    }
  }
}

function isReadableSet(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Loads files anew; what cannot be loaded twice is what it was. */
class TracedLoader implements ModuleLoader {
  readonly #again: FileLoader;
  readonly #first: ModuleLoader;

  constructor(again: FileLoader, first: ModuleLoader) {
    this.#again = again;
    this.#first = first;
  }

  resolve(specifier: string, from: string | null): string {
    return this.#first.resolve(specifier, from);
  }

  load(path: string): unknown {
    try {
      return this.#again.load(path);
    } catch {
      return this.#first.load(path);
    }
  }
}

/** What a trail is about: an option, or names above one; a declaration or not; and whether it begins inside of one. */
interface Subject {
  readonly names: readonly string[];
  readonly isDeclaration: boolean;
  readonly isInside: boolean;
}

function subjectOf({ site, steps }: TrailData): Subject {
  const [first] = steps;
  const isDeclaration = typeof first === "object" && first.kind === "declaration";
  if (site.kind === "trail") {
    const outer = subjectOf(site.trail);
    // All of a submodule belongs to the option that it is in; so does all of a value that is a module.
    const isInside = outer.isInside || isKind(site.trail.steps.at(-1), "submodule") || !leadsToModule(site.trail);
    if (isInside) return { ...outer, isDeclaration: isDeclaration || outer.isDeclaration, isInside };
  }
  if (isDeclaration) return { names: first.path, isDeclaration, isInside: false };
  const end = steps.findIndex((step) => typeof step !== "string");
  // The cast: what stands before the first that is none are names.
  const names = steps.slice(0, end === -1 ? steps.length : end) as readonly string[];
  return { names, isDeclaration, isInside: false };
}
