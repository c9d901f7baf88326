// Room 6: what the caller of an evaluation sees: the checked configuration, the printed result, the diagnostics.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { attempt, ConfixError, fail, withRemains } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { suggestNames } from "../../diagnostics/suggest.ts";
import { leaving } from "../../kernel/drive.ts";
import { isWithin, type Path } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { makeRecord } from "../../kernel/record.ts";
import type { Output, OutputRequest } from "../../model/evaluation.ts";
import type { Machine } from "../../model/machine.ts";
import type { ModuleGraphNode } from "../../model/module.ts";
import { noticeOf } from "../../model/notice.ts";
import type { Finding } from "../../model/option.ts";
import { Level } from "./level.ts";
import { Printer } from "./output.ts";
import { type Failure, Problems } from "./problems.ts";
import { reportUndeclared, type Undeclared } from "./undeclared.ts";
import { OptionsView, ResultView } from "./views.ts";

/** The parts of a fixpoint that its result is made of, each found when asked for. */
export interface ResultSource {
  readonly root: Level;
  undeclared(): readonly Undeclared[];
  /** Whether definitions of undeclared options are allowed. */
  isOpen(): boolean;
  /**
   * Whether modules want no such definition to be looked for. Fails if what they say of undeclared definitions is wrong;
   * where none says anything, as in most submodules, nothing is read.
   */
  isUnchecked(): boolean;
  graph(): readonly ModuleGraphNode[];
}

/** The result as plain data, with what options say about it, and the questions that were put to them for that. */
export interface Printed extends Output {
  readonly warnings: readonly Diagnostic[];
  readonly asked: Printer["asked"];
}

/** The result of one evaluation. */
export class Result {
  readonly #machine: Machine;
  readonly #source: ResultSource;
  #config: object | null = null;
  #options: object | null = null;

  constructor(machine: Machine, source: ResultSource) {
    this.#machine = machine;
    this.#source = source;
  }

  /** The configuration. Fails if something defines an option that does not exist. */
  get config(): object {
    if (this.#config === null) {
      this.#check(() => this.#unchecked());
      this.#config = this.#unchecked();
    }
    return this.#config;
  }

  /** The tree of options. Fails as `config` does. */
  get options(): object {
    if (this.#options === null) {
      this.#check();
      this.#options = makeRecord(new OptionsView(this.#machine, () => this.#source.root));
    }
    return this.#options;
  }

  /** The values of the `_module` options. Fails as `config` does. */
  get module(): object {
    this.#check();
    const module = this.#source.root.child("_module");
    return module instanceof Level ? module.record : {};
  }

  get graph(): readonly ModuleGraphNode[] {
    return this.#source.graph();
  }

  #unchecked(): object {
    return makeRecord(new ResultView(this.#source.root));
  }

  #check(rest: (() => unknown) | null = null): void {
    try {
      const found = this.undeclared();
      if (found.length === 0) return;
      const error = new ConfixError(found);
      throw rest === null ? error : withRemains(error, { value: rest() });
    } catch (error) {
      const { scope } = this.#machine;
      throw scope.run.depth === 0 ? leaving(scope, error) : error;
    }
  }

  /**
   * A diagnostic for each definition of an option that does not exist, where that is an error. Fails if what modules say of
   * that is wrong, also where nothing is undeclared: as in nixpkgs, which reads it before anything else.
   */
  undeclared(): readonly Diagnostic[] {
    return this.#source.isUnchecked() ? [] : this.#report(this.#source.undeclared());
  }

  #report(undeclared: readonly Undeclared[]): readonly Diagnostic[] {
    if (undeclared.length === 0 || this.#source.isOpen()) return [];
    const declaresNothing = this.#source.root.declaredNames().every((name) => name === "_module");
    return reportUndeclared(undeclared, this.#machine, declaresNothing);
  }

  /** The same, and instead what is wrong with the modules themselves if that keeps definitions from being found. */
  problems(): readonly Diagnostic[] {
    const problems = new Problems();
    const found = problems.attempt(null, () => this.#source.undeclared());
    const undeclared = found.succeeded ? found.value : partOf(found);
    const said = problems.attempt(null, () => this.#source.isUnchecked());
    const report = (): void => problems.add(this.#report(undeclared));
    // What is wrong there may keep this from being known, too, and is told already.
    if (said.succeeded) problems.attempt(null, report);
    else attempt(report);
    return problems.all;
  }

  /** The result as plain data. With `at`, one path alone, and nothing else is forced. */
  output(request: OutputRequest): Printed {
    const problems = new Problems();
    const warnings: Diagnostic[] = [];
    const { at, checksAll = false } = request;
    const report = (finding: Finding, path: Path): void => {
      const found = noticeOf(finding) ?? reportFinding(finding, path);
      if (found.severity === "error") problems.add([found]);
      else warnings.push(found);
    };
    problems.add(this.problems());
    const printer = new Printer(problems, {
      isStrict: at !== undefined,
      report: at === undefined ? report : null,
      checksAll,
    });
    const path = [...this.#machine.prefix, ...(at ?? [])];
    // That an option which is defined but not declared cannot be read either is no news.
    const isReported = at !== undefined && problems.all.some((problem) => isUndeclaredAt(problem, path));
    const compute = (): unknown => (at === undefined ? this.#unchecked() : follow(this.#unchecked(), at));
    const value = isReported ? undefined : printer.print(path, compute);
    const isWhole = problems.all.length === 0 || request.keepGoing === true;
    const { omitted, asked } = printer;
    return { value: isWhole ? value : undefined, diagnostics: problems.all, omitted, warnings, asked };
  }
}

function partOf({ remains }: Failure): readonly Undeclared[] {
  // The cast: what is left of looking for undeclared definitions is those that were found.
  return remains !== null && "value" in remains ? (remains.value as readonly Undeclared[]) : [];
}

function reportFinding({ severity, message, origin }: Finding, path: Path): Diagnostic {
  const place = { path, ...(origin !== undefined && { origin }) };
  return diagnostic(severity === "error" ? "failed-assertion" : "module-warning", place, { message });
}

// Whether a definition nobody declares an option for is reported at a path, or above it.
function isUndeclaredAt(problem: Diagnostic, path: Path): boolean {
  return problem.code === "undeclared-option" && problem.path !== null && isWithin(path, problem.path);
}

// The value at a path. Names of lists are positions from 0.
function follow(root: unknown, path: Path): unknown {
  let value = root;
  for (const [at, name] of path.entries()) {
    const isMember = isPlainObject(value) && name in value;
    const isItem = Array.isArray(value) && /^\d+$/.test(name) && Number(name) < value.length;
    if (!isMember && !isItem) {
      // Where the tree of options is strict, reading the name says what is wrong.
      if (isPlainObject(value) && value[name] === undefined) missing(value, path.slice(0, at), name);
      else missing({}, path.slice(0, at), name);
    }
    value = isItem && Array.isArray(value) ? value[Number(name)] : isPlainObject(value) ? value[name] : undefined;
  }
  return value;
}

function missing(value: object, path: Path, name: string): never {
  return fail(diagnostic("no-such-value", { path }, { name, suggestions: suggestNames(name, Object.keys(value)) }));
}
