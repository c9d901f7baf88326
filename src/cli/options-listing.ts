// The options that `confix options` was asked for, and what is found wrong while they are looked at.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { withSeverity } from "../diagnostics/with-severity.ts";
import { distinctDiagnostics } from "../diagnostics/distinct.ts";
import { type DocumentProblem, type ListedOption, listOptions, type PlacedOption } from "../docs/index.ts";
import { isWithin, type Path, showPath } from "../kernel/path.ts";
import type { Evaluation } from "../model/evaluation.ts";
import { type MatchedOption, type Matches, matchOptions, namesLike } from "./options-match.ts";
import { type SourceNames, sourceNames } from "./options-source.ts";
import { optionLines, optionPage } from "./options-text.ts";

/** Which options, and what of them. */
export interface ListingFlags {
  readonly match?: string;
  readonly values?: true;
  readonly internal?: true;
  readonly sourceUrl?: string;
  readonly cwd: string;
}

// So many are shown on pages, more as a list.
const fewOptions = 4;

/** The options that were asked for. */
export class Listing {
  readonly urlOf: SourceNames["urlOf"];
  readonly #evaluation: Evaluation;
  readonly #flags: ListingFlags;
  readonly #all: readonly ListedOption[];
  readonly #matches: Matches;
  readonly #doubts: DocumentProblem[] = [];
  readonly #errors: Diagnostic[] = [];

  constructor(evaluation: Evaluation, flags: ListingFlags) {
    const { nameOf, urlOf } = sourceNames(flags.cwd, flags.sourceUrl ?? null);
    this.urlOf = urlOf;
    this.#evaluation = evaluation;
    this.#flags = flags;
    const all = listOptions(evaluation.options, {
      nameOf,
      onProblem: (problem) => void this.#doubts.push(problem),
      onValueProblem: ({ diagnostics }) => void this.#errors.push(...diagnostics),
    });
    this.#all = all.filter((option) => flags.internal === true || option.isPublic);
    this.#matches =
      flags.match === undefined
        ? { options: this.#all.map((option) => ({ option, at: option.loc })), isExact: false }
        : matchOptions(this.#all, flags.match);
  }

  /** Those that were asked for; all if nothing was said. */
  get options(): readonly MatchedOption[] {
    return this.#matches.options;
  }

  /** What is wrong with a text that means no option. */
  noMatch(sought: string): { readonly sought: string; readonly suggestions: readonly string[] } {
    return { sought, suggestions: namesLike(this.#all, sought) };
  }

  /** All that documentation tells of an option, with its value if values were asked for. */
  record({ option, at }: MatchedOption): PlacedOption {
    return this.#flags.values === true ? option.recordNow(this.#evaluation.options, at) : option.record();
  }

  /** A page for each of few options that were looked for, and wherever values are told; else a line for each. */
  text(isColoured: boolean): string {
    const { options, isExact } = this.#matches;
    const isFew = this.#flags.match !== undefined && options.length <= fewOptions;
    if (!isFew && this.#flags.values !== true) {
      return optionLines(
        options.map(({ option }) => option),
        isColoured,
      );
    }
    const pages = options.map((each) => optionPage(this.record(each), isExact ? this.#inside(each) : [], isColoured));
    return pages.join("\n");
  }

  /**
   * What was found wrong so far: with what documentation needs, as warnings, and with values. Of options that nobody asked
   * for nothing, unless that is all there is to tell.
   */
  findings(): readonly Diagnostic[] {
    const errors = this.#flags.values === true ? [...this.#errors, ...this.#evaluation.diagnostics()] : [];
    const doubts = this.#doubts.filter(({ path }) => this.#isAskedFor(path)).flatMap(({ diagnostics }) => diagnostics);
    const found = new Set(errors);
    // What is an error already is no doubt besides.
    return distinctDiagnostics([...errors, ...doubts]).map((each) =>
      found.has(each) ? each : withSeverity(each, "warning"),
    );
  }

  #isAskedFor(path: Path): boolean {
    const { options } = this.#matches;
    if (this.#flags.match === undefined || options.length === 0) return true;
    const name = showPath(path);
    return options.some(({ option }) => option.name === name);
  }

  #inside({ option }: MatchedOption): readonly string[] {
    return this.#all
      .filter(({ loc }) => loc.length > option.loc.length && isWithin(loc, option.loc))
      .map(({ name }) => name);
  }
}
