// `confix diff A B`: what two configurations come to, and why it differs.
import { type Command, Option } from "commander";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isConfixError } from "../../diagnostics/errors.ts";
import type { CheckedOut } from "../../host/git-revision.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import type { Explanation } from "../../model/explanation.ts";
import { type Change, compareValues } from "../compare-values.ts";
import type { DiffSide, ExplainedChange } from "../format-diff.ts";
import { addEvaluationFlags, type EvaluationFlags, loadEvaluation } from "../evaluation-command.ts";
import { exitCodeFor, type ExitCode } from "../exit-codes.ts";
import type { CliIo } from "../io.ts";
import { shortName } from "../short-name.ts";
import { wantsColour, writeFindings } from "../write-findings.ts";

const formats = ["text", "json", "markdown"] as const;

interface DiffFlags extends EvaluationFlags {
  readonly format: (typeof formats)[number];
  readonly exitCode?: true;
  readonly showSensitive?: true;
}

/** Adds the command; `done` is told the exit code. */
export function addDiffCommand(program: Command, io: CliIo, done: (exitCode: ExitCode) => void): void {
  const command = program
    .command("diff")
    .summary("show how two configurations differ, and why")
    .description("Evaluates two configurations, and shows the values that differ with the definitions that made them.")
    .argument("<A>", "a module file, or git:REV:FILE")
    .argument("<B>", "the same")
    .addOption(new Option("--format <FORMAT>", "how to write the differences").choices(formats).default("text"))
    .option("--exit-code", "exit with 1 if there are differences")
    .option("--show-sensitive", "show values of options that are declared sensitive");
  addEvaluationFlags(command).action(async (a: string, b: string, flags: DiffFlags) =>
    done(await runDiff([a, b], flags, io)),
  );
}

async function runDiff(names: readonly [string, string], flags: DiffFlags, io: CliIo): Promise<ExitCode> {
  const checkedOut: CheckedOut[] = [];
  try {
    const [a, b] = names;
    const sides = [await openSide(a, io.cwd, checkedOut), await openSide(b, io.cwd, checkedOut)] as const;
    const [before, after] = [await evaluate(sides[0], flags, io), await evaluate(sides[1], flags, io)];
    const problems = [...before.diagnostics, ...after.diagnostics];
    const { errorFormat: format, maxErrors = null } = flags;
    if (problems.length > 0)
      await writeFindings(io, io.stderr, problems, { format, maxErrors, command: "confix diff" });
    if (before.evaluation === null || after.evaluation === null) return 2;
    const exitCode = exitCodeFor(problems);
    if (exitCode !== 0) return exitCode;
    const changes = compareValues(before.value, after.value);
    const { formatDiff } = await import("../format-diff.ts");
    const explained = changes.map((change) => explainChange(change, { before, after }, flags.showSensitive === true));
    const text = formatDiff(explained, { format: flags.format, names, isColoured: wantsColour(io, io.stdout) });
    await io.stdout.write(text);
    return flags.exitCode === true && changes.length > 0 ? 1 : 0;
  } finally {
    for (const each of checkedOut) each.remove();
  }
}

interface Side {
  readonly file: string;
  /** How a file is called in the result. */
  readonly nameOf: (file: string) => string;
}

async function openSide(name: string, cwd: string, checkedOut: CheckedOut[]): Promise<Side> {
  const [, revision, file] = /^git:([^:]+):(.+)$/s.exec(name) ?? [];
  if (revision === undefined || file === undefined) return { file: name, nameOf: (each) => shortName(each, cwd) };
  const { checkOut } = await import("../../host/git-revision.ts");
  const tree = checkOut(revision, file, cwd);
  checkedOut.push(tree);
  return { file: tree.file, nameOf: (each) => nameInRevision(each, tree, revision) };
}

function nameInRevision(file: string, { folder }: CheckedOut, revision: string): string {
  const short = shortName(file, folder);
  return short === file ? file : `git:${revision}:${short}`;
}

interface Evaluated {
  readonly side: Side;
  readonly evaluation: Evaluation | null;
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

async function evaluate(side: Side, flags: DiffFlags, io: CliIo): Promise<Evaluated> {
  const loaded = await loadEvaluation([side.file], flags, io);
  if (!("evaluation" in loaded)) return { side, evaluation: null, value: undefined, diagnostics: loaded.diagnostics };
  try {
    const { value, diagnostics } = loaded.evaluation.output();
    return { side, evaluation: loaded.evaluation, value, diagnostics };
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return { side, evaluation: null, value: undefined, diagnostics: error.diagnostics };
  }
}

/** The change with what made each side of it. */
function explainChange(
  change: Change,
  sides: { readonly before: Evaluated; readonly after: Evaluated },
  showsSensitive: boolean,
): ExplainedChange {
  const before = explain(change, sides.before);
  const after = explain(change, sides.after);
  // Declared so on either side: what was a secret once is not shown.
  const isSensitive = !showsSensitive && [before, after].some((explanation) => explanation?.sensitive === true);
  return {
    ...change,
    isSensitive,
    causes: {
      before: change.before === null ? [] : causes(before, sides.before.side),
      after: change.after === null ? [] : causes(after, sides.after.side),
    },
  };
}

function explain({ path }: Change, { evaluation }: Evaluated): Explanation | null {
  return evaluation?.explain(path, { readers: false }) ?? null;
}

function causes(explanation: Explanation | null, { nameOf }: Side): readonly DiffSide[] {
  const used = explanation?.definitions.filter(({ fate }) => fate === "used") ?? [];
  return used.map(({ origin, priority }) => ({ origin: { ...origin, file: nameOf(origin.file) }, priority }));
}
