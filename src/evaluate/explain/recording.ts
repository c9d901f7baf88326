// What is recorded of an evaluation that is to be explained, and what follows from it.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { comparePaths, isWithin, type Path, showPath } from "../../kernel/path.ts";
import { resolveOrigin } from "../../kernel/trail.ts";
import type { Output, OutputRequest } from "../../model/evaluation.ts";
import type { ExplainRequest, Explanation, OptionGraph } from "../../model/explanation.ts";
import type { Explained, Recorder } from "../../model/machine.ts";
import { type Account, explainPath } from "./explain.ts";
import { deepest, ReadRecorder } from "./reads.ts";

/** The recording of one evaluation and of everything nested in it. */
export class Recording implements Recorder {
  readonly reads: ReadRecorder = new ReadRecorder();
  readonly #evaluations = new Map<string, Explained>();

  get onRead(): Recorder["onRead"] {
    return this.reads.onRead;
  }

  /** Takes note of an evaluation: the outermost, or that of a submodule. */
  add(prefix: Path, evaluation: Explained): void {
    const key = showPath(prefix);
    // Extensions of an evaluation have its prefix, and come later.
    if (!this.#evaluations.has(key)) this.#evaluations.set(key, evaluation);
  }

  /**
   * Explains a path, prefix included, of an evaluation that was not asked for anything yet; `output` asks it. The first
   * `prefixLength` names are not part of what `output` takes.
   */
  explain(
    path: Path,
    prefixLength: number,
    output: (request: OutputRequest) => Output,
    { readers = true }: ExplainRequest,
  ): Explanation {
    const at = path.slice(prefixLength);
    const { value, diagnostics } = output(at.length === 0 ? { keepGoing: true } : { at, keepGoing: true });
    const problems = diagnostics.filter((problem) => concerns(problem, path));
    const account = explainPath(this.#around(path), path, problems);
    const reads = this.reads.readsOf(path);
    if (readers) output({ keepGoing: true });
    const found = readers ? this.#readersOf(path) : null;
    return { path, value, diagnostics: [...new Set(problems)], ...withPlaces(account), reads, readers: found };
  }

  /** Which options read which, of what was computed so far. */
  graph(): OptionGraph {
    const options = [...this.reads.options().values()];
    return { options: options.toSorted((left, right) => comparePaths(left.path, right.path)) };
  }

  // The innermost evaluation in which the path leads to an option.
  #around(path: Path): Explained {
    for (let length = Math.max(path.length - 1, 0); length >= 0; length -= 1) {
      const found = this.#evaluations.get(showPath(path.slice(0, length)));
      if (found !== undefined) return found;
    }
    throw new Error("an evaluation is recorded when it is made");
  }

  #readersOf(path: Path): readonly Path[] {
    const readers = [...this.reads.options().values()]
      .filter((reader) => !isWithin(reader.path, path) && reader.reads.some((read) => isWithin(read, path)))
      .map((reader) => reader.path);
    // What reads inside a value is the reader; the value around it has to look there to know what is in it.
    return deepest(readers).toSorted(comparePaths);
  }
}

// Places are found once, when the explanation is handed out.
function withPlaces(account: Account): Account {
  return {
    ...account,
    declarations: account.declarations.map(resolveOrigin),
    apply: account.apply === null ? null : resolveOrigin(account.apply),
    definitions: account.definitions.map((definition) => ({
      ...definition,
      origin: resolveOrigin(definition.origin),
      conditions: definition.conditions.map((each) => ({ ...each, origin: resolveOrigin(each.origin) })),
    })),
  };
}

// That a value has no JSON form is nothing wrong, and that something else is not declared has nothing to do with it.
function concerns({ code, path }: Diagnostic, asked: Path): boolean {
  if (code === "no-json-form") return false;
  return code !== "undeclared-option" || (path !== null && (isWithin(asked, path) || isWithin(path, asked)));
}
