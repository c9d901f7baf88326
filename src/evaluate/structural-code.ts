// Runs the code of modules that names depend on, and sees to it that it reads no value.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { ConfixError, isConfixError } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { type Origin, unknownFile } from "../kernel/origin.ts";
import { type Path, showPath } from "../kernel/path.ts";
import { findRead } from "../kernel/trail.ts";
import { isStackOverflow } from "../kernel/stack-overflow.ts";
import type { AnyThunk } from "../kernel/any-thunk.ts";
import type { Scope } from "../kernel/scope.ts";
import { runUserCode } from "../model/force.ts";
import { earlyReadProbe } from "./early-read-probe.ts";

/** The code of a module, as the one who reads. */
export interface Reader {
  readonly module: string;
  readonly origin: Origin;
  /** The path of `config` that it read last, if nobody knows yet what is there. */
  lastView: Path | null;
}

/** A piece of code that is running. */
interface Running extends Reader {
  /**
   * The thunk that needs the names. Only what is read while it is current is read by that code itself: of another
   * evaluation, such as the one around a submodule, it may ask for values, whose computation is none of its business.
   */
  readonly reader: AnyThunk | null;
  /** What it read too early, if it did. */
  tooEarly: Error | null;
}

/** The bodies of function modules, and functions above the options, of one evaluation. */
export class StructuralCode {
  readonly #scope: Scope;
  readonly #prefix: Path;
  #running: Running | null = null;

  constructor(scope: Scope, prefix: Path) {
    this.#scope = scope;
    this.#prefix = prefix;
  }

  /** Runs code of a module. Fails if it reads a value of this evaluation, also if it catches the error. */
  run<T>(module: string, origin: Origin, code: () => T): T {
    const outer = this.#running;
    const running: Running = { module, origin, reader: this.#scope.current, tooEarly: null, lastView: null };
    this.#running = running;
    try {
      const result = runUserCode(code, (message) => diagnostic("module-threw", { origin }, { message, module }));
      // A promise is no module and no set; whoever asked says so. That it fails as well must not end the process.
      if (result instanceof Promise) result.catch(() => undefined);
      if (running.tooEarly !== null) throw running.tooEarly;
      this.#scope.rethrowIfUnwinding();
      return result;
    } catch (error) {
      this.#refuseCall(error, running);
      // A thunk above would start over with an emptier stack; without one, this was all there is.
      if (this.#scope.current !== null || !isStackOverflow(error)) throw error;
      throw new ConfixError([diagnostic("stack-overflow", { origin }, {})], error);
    } finally {
      this.#running = outer;
    }
  }

  /** Whether it is such code that asks. */
  isRunning(): boolean {
    return this.#running !== null && this.#running.reader === this.#scope.current;
  }

  /** Fails if such code asks for the value of an option: the result would depend on who reads first. */
  refuseOption(path: Path): void {
    if (this.isRunning()) this.#fail(path.slice(this.#prefix.length), "option");
  }

  /** Fails if such code asks for an argument that only `_module.args` gives. */
  refuseArgument(name: string): void {
    if (this.isRunning()) this.#fail([name], "argument");
  }

  /** Fails because names at a path (without the prefix) are needed to find them. */
  failByNames(path: Path): never {
    if (this.#running === null || this.isRunning()) return this.#fail(["options"], "options");
    return this.#scope.foundCycleSince(this.#running.reader, { kind: "names", path: [...this.#prefix, ...path] });
  }

  /** The code that is running, if it is such code that asks. */
  reader(): Reader | null {
    return this.isRunning() ? this.#running : null;
  }

  /** Fails because more than names is needed of what is at a path; `reader` took it out of `config`. */
  refuseEarlyView(path: Path, reader: Reader | null): never {
    if (this.#running !== null && !this.isRunning()) return this.failByNames([]);
    throw this.#record(path, "option", this.#running ?? reader);
  }

  // A method of a value is called: what stands for a set is no function, which is all that JavaScript can say.
  #refuseCall(error: unknown, { lastView, ...reader }: Running): void {
    const cause = isConfixError(error) ? error.cause : null;
    const name = lastView?.at(-1);
    if (lastView === null || name === undefined || !(cause instanceof TypeError)) return;
    if (!cause.message.includes(`${name} is not a function`)) return;
    throw this.#record(lastView.length > 1 ? lastView.slice(0, -1) : lastView, "option", { ...reader, lastView });
  }

  /** Stands for what is at a path of `config` as long as it is not known which options there are: finds out which is read. */
  probe(path: Path): object {
    const found = (longer: Path): Error => this.#record(longer.slice(this.#prefix.length), "option");
    found(path);
    return earlyReadProbe(path, found, (longer) => {
      throw found(longer);
    });
  }

  #fail(read: Path, kind: "option" | "argument" | "options"): never {
    throw this.#record(read, kind);
  }

  #record(path: Path, kind: "option" | "argument" | "options", reader: Reader | null = this.#running): Error {
    const error = new ConfixError([this.earlyRead(path, kind, reader)]);
    if (this.#running !== null) this.#running.tooEarly = error;
    return error;
  }

  /** That code of a module read something before it can be known. */
  earlyRead(path: Path, kind: "option" | "argument" | "options", reader: Reader | null): Diagnostic {
    const { module = null, origin: around = { file: unknownFile } } = reader ?? {};
    const origin = (kind === "options" ? null : findRead(around, [path], kind)) ?? around;
    const read = kind === "option" ? showPath(path) : (path[0] ?? "");
    // In a submodule, which instance of it is being evaluated.
    const place = this.#prefix.length === 0 ? { origin } : { origin, path: this.#prefix };
    return diagnostic("early-read", place, { read, kind, module });
  }
}
