// `confix diff A B`: what two configurations come to, and why it differs.
import { type Command, Option } from "commander";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isConfixError } from "../../diagnostics/errors.ts";
import type { CheckedOut } from "../../host/git-revision.ts";
import type { Path } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import type { EvalModulesArguments } from "../../model/arguments.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import type { Explanation } from "../../model/explanation.ts";
import { type Change, compareValues } from "../compare-values.ts";
import type { DiffSide, ExplainedChange } from "../format-diff.ts";
import { addEvaluationFlags, type EvaluationFlags, findingsRequest, loadEvaluation } from "../evaluation-command.ts";
import { exitCodeFor, type ExitCode } from "../exit-codes.ts";
import type { CliIo } from "../io.ts";
import type { SecretNames } from "../secret-names.ts";
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
    if (problems.length > 0) {
      const secrets = flags.showSensitive === true ? null : await joinedNames([before, after]);
      const request = { ...findingsRequest(flags, "confix diff"), nameOf: namesIn(checkedOut), secrets };
      await writeFindings(io, io.stderr, problems, request);
    }
    if (before.evaluation === null || after.evaluation === null) return 2;
    const exitCode = exitCodeFor(problems);
    if (exitCode !== 0) return exitCode;
    const changes = compareValues(before.value, after.value);
    const { formatDiff } = await import("../format-diff.ts");
    const hide = flags.showSensitive === true ? null : await hiding([before.evaluation, after.evaluation]);
    const explained = changes.map((change) => explainChange(change, { before, after }, hide));
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
  /** A value as it would be in the folder that is compared: a revision lies in one of its own. */
  readonly movedBack: (value: unknown) => unknown;
}

async function openSide(name: string, cwd: string, checkedOut: CheckedOut[]): Promise<Side> {
  const [, revision, file] = /^git:([^:]+):(.+)$/s.exec(name) ?? [];
  if (revision === undefined || file === undefined) {
    return { file: name, nameOf: (each) => shortName(each, cwd), movedBack: (value) => value };
  }
  const { checkOut } = await import("../../host/git-revision.ts");
  const tree = checkOut(revision, file, cwd);
  checkedOut.push(tree);
  const { folder, repository } = tree;
  return {
    file: tree.file,
    nameOf: (each) => nameInRevision(each, tree),
    movedBack: (value) => withTexts(value, (text) => text.replaceAll(folder, repository)),
  };
}

// Plain data with each text in it changed, names apart.
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((each) => withTexts(each, change));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withTexts(each, change)]));
}

function nameInRevision(file: string, { folder, revision }: CheckedOut): string {
  const short = shortName(file, folder);
  return short === file ? file : `git:${revision}:${short}`;
}

// A file of a revision as the command line names it, any other by its path.
function namesIn(trees: readonly CheckedOut[]): (file: string) => string {
  return (file) => trees.reduce(nameInRevision, file);
}

/** Masks what is declared sensitive on either side: what was a secret once is not shown. */
async function hiding(evaluations: readonly Evaluation[]): Promise<(value: unknown, path: Path) => unknown> {
  const { SecretMask } = await import("../mask-secrets.ts");
  const masks = evaluations.map((evaluation) => new SecretMask(evaluation));
  return (value, path) => masks.reduce((hidden, each) => each.mask(hidden, path), value);
}

async function joinedNames(sides: readonly Evaluated[]): Promise<SecretNames> {
  const { SecretNames: Names, secretNamesIn } = await import("../secret-names.ts");
  return new Names(sides.flatMap(({ prepared }) => (prepared === null ? [] : secretNamesIn(prepared))));
}

interface Evaluated {
  readonly side: Side;
  readonly evaluation: Evaluation | null;
  readonly prepared: EvalModulesArguments | null;
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

async function evaluate(side: Side, flags: DiffFlags, io: CliIo): Promise<Evaluated> {
  const loaded = await loadEvaluation([side.file], flags, io);
  if (!("evaluation" in loaded))
    return { side, evaluation: null, prepared: null, value: undefined, diagnostics: loaded.diagnostics };
  const { prepared } = loaded;
  try {
    const { value, diagnostics } = loaded.evaluation.output();
    return { side, evaluation: loaded.evaluation, prepared, value: side.movedBack(value), diagnostics };
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return { side, evaluation: null, prepared, value: undefined, diagnostics: error.diagnostics };
  }
}

/** The change with what made each side of it. */
function explainChange(
  change: Change,
  sides: { readonly before: Evaluated; readonly after: Evaluated },
  hide: ((value: unknown, path: Path) => unknown) | null,
): ExplainedChange {
  const before = explain(change, sides.before);
  const after = explain(change, sides.after);
  const shown = ({ value }: { readonly value: unknown }): { readonly value: unknown } => ({
    value: hide === null ? value : hide(value, change.path),
  });
  return {
    path: change.path,
    before: change.before && shown(change.before),
    after: change.after && shown(change.after),
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
