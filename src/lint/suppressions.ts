// Comments that suppress findings at a declaration. A comment and no attribute: it needs no support by what makes the
// option (`mkEnableOption` takes no attributes), and it is seen where the reader of the module looks.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/report.ts";
import type { DeclarationSite } from "../evaluate/index.ts";
import { nearestName } from "../diagnostics/suggest.ts";
import type { Origin } from "../kernel/origin.ts";
import type { ScriptComment, ScriptSource } from "../source/script-source.ts";
import { type Located, originFrom } from "./places.ts";
import { evaluatedRules } from "./evaluated-rules.ts";
import type { Levels } from "./settings.ts";
import { ruleIds } from "./settings.ts";
import type { RuleId } from "./rule.ts";
import type { SourceReader } from "./source-reader.ts";

/** A rule that a comment suppresses. */
interface Suppression {
  readonly rule: RuleId;
  readonly comment: ScriptComment;
  isUsed: boolean;
}

/** A declaration in its file, from the comments directly before it to its end. */
export interface DeclaredSpan {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

interface Page {
  readonly source: ScriptSource;
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly Diagnostic[];
  readonly spans: DeclaredSpan[];
}

/** The suppressions in the files of one run. */
export class Suppressions {
  readonly #reader: SourceReader | null;
  readonly #levels: Levels;
  readonly #pages = new Map<string, Page>();
  readonly #commented = new Map<string, boolean>();

  constructor(reader: SourceReader | null, levels: Levels) {
    this.#reader = reader;
    this.#levels = levels;
  }

  /** Whether a comment may concern a declaration: there is one in a file where it may be written. */
  mayConcern(sites: readonly DeclarationSite[]): boolean {
    return sites.some(({ file }) => file !== null && this.#hasComments(file));
  }

  #hasComments(file: string): boolean {
    let has = this.#commented.get(file);
    if (has === undefined) {
      has = this.#reader?.script(file)?.text.includes(directiveName) ?? false;
      this.#commented.set(file, has);
    }
    return has;
  }

  /** Makes a declaration known; null: its text is not known. */
  declare(located: Located | null): DeclaredSpan | null {
    if (located === null) return null;
    const { source, option } = located;
    const page = this.#page(source);
    const start = option.key?.start ?? option.start;
    const span = { file: source.file, start: startWithComments(source, start), end: option.end };
    page.spans.push(span);
    return span;
  }

  /** Makes a definition, or anything else at a place, known by its lines; null: its text is not known. */
  declareAt({ file, line, endLine = line }: Origin): DeclaredSpan | null {
    const source = this.#reader?.script(file) ?? null;
    if (source === null || line === undefined || endLine === undefined) return null;
    const { text } = source;
    // A place may be that of the value alone; what stands before it on its line belongs to it.
    const from = startOfLine(text, line);
    const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
    const span = { file, start: startWithComments(source, start), end: startOfLine(text, endLine + 1) };
    this.#page(source).spans.push(span);
    return span;
  }

  /**
   * Whether a comment suppresses a rule at a declaration: it stands directly before it or inside it, and not inside a
   * declaration that is inside. Asked when all declarations are known.
   */
  covers(span: DeclaredSpan | null, rule: RuleId): boolean {
    const page = span === null ? undefined : this.#pages.get(span.file);
    if (span === null || page === undefined) return false;
    const covering = page.suppressions.filter(
      (each) => each.rule === rule && innermost(page.spans, each.comment) === span,
    );
    for (const each of covering) each.isUsed = true;
    return covering.length > 0;
  }

  /** What is wrong with the comments themselves. Asked at the end. */
  findings(evaluates: boolean): readonly Diagnostic[] {
    const pages = [...this.#pages.values()];
    const problems = this.#levels.isOn("lint/bad-suppression") ? pages.flatMap((page) => page.problems) : [];
    if (!this.#levels.isOn("lint/unused-suppression")) return problems;
    const unused = pages.flatMap(({ source, suppressions }) =>
      suppressions
        // Of a rule that did not run nobody knows whether it would find something.
        .filter(({ rule, isUsed }) => !isUsed && this.#levels.isOn(rule) && (evaluates || !needsValues(rule)))
        .map(({ rule, comment }) => this.#diagnostic("lint/unused-suppression", source, comment, { rule })),
    );
    return [...problems, ...unused];
  }

  #page(source: ScriptSource): Page {
    const known = this.#pages.get(source.file);
    if (known !== undefined) return known;
    const suppressions: Suppression[] = [];
    const problems: Diagnostic[] = [];
    for (const comment of source.comments) {
      const read = readComment(comment);
      if (read === null) continue;
      const bad = (problem: "rule" | "reason" | "no-rules", rule: string): void => {
        const near = problem === "rule" ? nearestName(rule, ruleIds) : null;
        const data = { problem, rule, suggestions: near === null ? [] : [near] };
        problems.push(this.#diagnostic("lint/bad-suppression", source, comment, data));
      };
      if (read.rules.length === 0) bad("no-rules", "");
      for (const rule of read.rules) {
        if (!isRule(rule)) bad("rule", rule);
        else if (read.reason === "") bad("reason", rule);
        else suppressions.push({ rule, comment, isUsed: false });
      }
    }
    const page: Page = { source, suppressions, problems, spans: [] };
    this.#pages.set(source.file, page);
    return page;
  }

  #diagnostic<C extends "lint/bad-suppression" | "lint/unused-suppression">(
    code: C,
    { script }: ScriptSource,
    comment: ScriptComment,
    data: Parameters<typeof diagnostic<C>>[2],
  ): Diagnostic {
    const place = script.place(comment);
    const made = diagnostic(code, { origin: originFrom(place, place) }, data);
    return Object.freeze({ ...made, severity: this.#levels.severity(code, {}) });
  }
}

const directiveName = "confix-lint-ignore";
const directive = /^[\s*]*confix-lint-ignore\b(?<rest>[^]*)$/;

function readComment({ value }: ScriptComment): { readonly rules: readonly string[]; readonly reason: string } | null {
  const rest = directive.exec(value)?.groups?.["rest"];
  if (rest === undefined) return null;
  const colon = rest.indexOf(":");
  const listed = colon === -1 ? rest : rest.slice(0, colon);
  const rules = listed.split(/[\s,]+/).filter((rule) => rule !== "");
  return { rules, reason: colon === -1 ? "" : rest.slice(colon + 1).trim() };
}

function needsValues(id: RuleId): boolean {
  return evaluatedRules.some((rule) => rule.id === id);
}

function isRule(id: string): id is RuleId {
  return ruleIds.some((each) => each === id);
}

// The comments between a declaration and what stands before it.
function startWithComments({ text, comments }: ScriptSource, start: number): number {
  let first = start;
  for (const comment of comments.toReversed()) {
    if (comment.end > first) continue;
    if (text.slice(comment.end, first).trim() !== "") break;
    // A comment behind something on the same line belongs to that.
    const line =
      text
        .slice(0, comment.start)
        .split(/[\r\n]/)
        .at(-1) ?? "";
    if (line.trim() !== "" && /[\r\n]/.test(text.slice(comment.end, first))) break;
    first = comment.start;
  }
  return first;
}

function innermost(spans: readonly DeclaredSpan[], { start, end }: ScriptComment): DeclaredSpan | null {
  const around = spans.filter((span) => span.start <= start && end <= span.end);
  return around.toSorted((left, right) => left.end - left.start - (right.end - right.start))[0] ?? null;
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  const ends = text.matchAll(/\r\n|\n|\r/g);
  for (let at = 1; at < line; at += 1) {
    const end = ends.next().value;
    if (end === undefined) return text.length;
    start = end.index + end[0].length;
  }
  return start;
}
