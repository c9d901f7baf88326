// `confix eval --watch`: prints the result, and then, after each change of its files, what differs.
import { fail } from "../../diagnostics/errors.ts";
import { FileWatcher } from "../../host/file-watcher.ts";
import { type Change, compareValues } from "../compare-values.ts";
import { countOf } from "../count-of.ts";
import { outputFile, resultText } from "../eval-result.ts";
import type { EvaluationReport, EvaluationRequest } from "../evaluate-request.ts";
import { exitCodeFor, type ExitCode } from "../exit-codes.ts";
import type { Layout } from "../format-value.ts";
import type { CliIo } from "../io.ts";
import { writeOmitted } from "../report.ts";
import { place, temporaryFor, writeTemporary } from "../result-files.ts";
import { shortName } from "../short-name.ts";
import { type FindingsRequest, namesToHide, wantsColour, writeFindings } from "../write-findings.ts";
import { formatChanges } from "./format-changes.ts";
import { WatchedEvaluation } from "./watched-evaluation.ts";

/** What to watch, and how to write it. */
export interface WatchRequest {
  readonly request: EvaluationRequest;
  /** Of the result. */
  readonly layout: Layout;
  readonly changesAs: "text" | "json";
  readonly output: string | undefined;
  readonly findings: FindingsRequest;
}

/** Watches until the user ends it, which is 0. Throws a ConfixError if the result cannot be written. */
export async function runWatch(request: WatchRequest, io: CliIo): Promise<ExitCode> {
  const evaluation = new WatchedEvaluation(request.request);
  const watcher = new FileWatcher();
  const writer = new WatchWriter(request, io);
  let ignore = nothing;
  // While modules run, Ctrl-C ends the process: they may never come to an end.
  const work = async (run: () => Promise<EvaluationReport>, changed: ReadonlySet<string>): Promise<void> => {
    ignore();
    const [begun, since] = [performance.now(), Date.now()];
    const report = await run();
    const milliseconds = performance.now() - begun;
    ignore = io.onInterrupt?.(() => watcher.close()) ?? nothing;
    watcher.follow(evaluation.files(), evaluation.links(), since);
    await writer.write(report, { changed, milliseconds });
  };
  try {
    await work(async () => await evaluation.begin(), new Set());
    for (;;) {
      const changed = await watcher.changes();
      if (changed === null) return 0;
      await work(async () => await evaluation.next(changed), changed);
    }
  } finally {
    ignore();
    watcher.close();
  }
}

function nothing(): void {}

/** What led to a report. */
interface Turn {
  /** Empty: it is the first. */
  readonly changed: ReadonlySet<string>;
  readonly milliseconds: number;
}

/** Writes reports, and of each no more than is new. */
class WatchWriter {
  readonly #request: WatchRequest;
  readonly #io: CliIo;
  /** The last good result. */
  #shown: { readonly value: unknown } | null = null;
  /** What was wrong last, as text, and whether it was an error. */
  #found = "[]";
  #isBroken = false;

  constructor(request: WatchRequest, io: CliIo) {
    this.#request = request;
    this.#io = io;
  }

  async write(report: EvaluationReport, turn: Turn): Promise<void> {
    const layout = this.#request.layout;
    const at = this.#request.request.at ?? [];
    const text = report.value === undefined ? null : await resultText(report.value, at, layout);
    const isText = text === null || typeof text === "string";
    const diagnostics = isText ? report.diagnostics : [...report.diagnostics, ...text];
    await this.#writeFindings({ ...report, diagnostics });
    const isBroken = exitCodeFor(diagnostics) !== 0;
    const changes = typeof text === "string" ? await this.#writeValue(report, text) : null;
    await this.#tell(turn, changes, isBroken);
    this.#isBroken = isBroken;
  }

  // In forms for programs there is a report also when nothing is wrong any more.
  async #writeFindings({ diagnostics, secretNames }: EvaluationReport): Promise<void> {
    const found = JSON.stringify(diagnostics);
    const isFirst = this.#shown === null && !this.#isBroken;
    if (found === this.#found && !isFirst) return;
    this.#found = found;
    const secrets = await namesToHide(secretNames);
    await writeFindings(this.#io, this.#io.stderr, diagnostics, { ...this.#request.findings, secrets });
  }

  /** Writes what is new of a value. Returns it; null: it is the first value there is. */
  async #writeValue({ value, inputs, omitted }: EvaluationReport, text: string): Promise<readonly Change[] | null> {
    const { output, changesAs, request } = this.#request;
    const io = this.#io;
    const shown = this.#shown;
    const changes = shown === null ? null : compareValues(shown.value, value, request.at ?? []);
    this.#shown = { value };
    const file = outputFile(output, inputs, io.cwd);
    if (changes === null || changes.length > 0) {
      await writeOmitted(io, omitted);
      if (file !== null) await replaceFile(file, text);
    }
    if (changes !== null) {
      await io.stdout.write(formatChanges(changes, { format: changesAs, isColoured: wantsColour(io, io.stdout) }));
    } else if (file === null) await io.stdout.write(text);
    return changes;
  }

  /** One line that says what happened, for people. */
  async #tell({ changed, milliseconds }: Turn, changes: readonly Change[] | null, isBroken: boolean): Promise<void> {
    if (this.#request.findings.format !== "text") return;
    const { cwd, stderr } = this.#io;
    const names = [...changed].map((file) => shortName(file, cwd)).toSorted();
    const files = names.length > mostNamed ? countOf(names.length, "file") : names.join(", ");
    const parts = [
      ...(changes === null ? [] : [tellCount(changes.length)]),
      ...(isBroken && changes === null && this.#shown !== null ? ["the last good result stands"] : []),
      ...(isBroken && this.#shown === null ? ["there is no result"] : []),
      ...(this.#isBroken && !isBroken ? ["all is well again"] : []),
      ...(names.length === 0 ? ["waiting for changes; Ctrl-C ends it"] : []),
    ];
    const what = parts.length === 0 ? "evaluated" : parts.join(", ");
    await stderr.write(`watch: ${names.length === 0 ? "" : `${files}: `}${what} (${milliseconds.toFixed(0)} ms)\n`);
  }
}

const mostNamed = 3;

function tellCount(count: number): string {
  return count === 0 ? "nothing differs" : `${countOf(count, "value")} ${count === 1 ? "differs" : "differ"}`;
}

// Who reads the file meanwhile finds one result or the other.
async function replaceFile(file: string, text: string): Promise<void> {
  const temporary = temporaryFor(file);
  const problem = (await writeTemporary(text, temporary, file)) ?? (await place(temporary, file));
  if (problem !== null) fail(problem);
}
