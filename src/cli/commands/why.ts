// `confix why PATH`: why a value is what it is.
import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import type { Explanation } from "../../model/explanation.ts";
import { renderJson } from "../../diagnostics/render-json.ts";
import { priorityName } from "../../diagnostics/priority-name.ts";
import { masked } from "../../diagnostics/mask.ts";
import { describeExplanation } from "../describe-explanation.ts";
import {
  addEvaluationFlags,
  type EvaluationFlags,
  fileHelp,
  findingsRequest,
  type Loaded,
  loadEvaluation,
  parseArgumentPath,
} from "../evaluation-command.ts";
import { exitCodeFor, type ExitCode } from "../exit-codes.ts";
import { failFlag } from "../given-modules.ts";
import { orNull } from "../../host/or-null.ts";
import type { CliIo } from "../io.ts";
import type { SecretMask } from "../mask-secrets.ts";
import type { SecretNames } from "../secret-names.ts";
import { shortName } from "../short-name.ts";
import { wantsColour, writeFindings } from "../write-findings.ts";

interface WhyFlags extends EvaluationFlags {
  readonly json?: true;
  readonly readers: boolean;
  readonly showSensitive?: true;
}

/** Adds the command; `done` is told the exit code. */
export function addWhyCommand(program: Command, io: CliIo, done: (exitCode: ExitCode) => void): void {
  const command = program
    .command("why")
    .summary("tell why a value is what it is")
    .description("Tells every definition of a value and what became of it, what it reads and who reads it.")
    .argument("<PATH>", 'an option, or something inside its value: sites."example.org".root, allowedTCPPorts.0')
    .argument("[FILE...]", fileHelp);
  addEvaluationFlags(command)
    .option("--json", "the same as data")
    .option("--no-readers", "do not look for who reads it, which computes the whole configuration")
    .option("--show-sensitive", "show values of options that are declared sensitive")
    .action(async (path: string, files: readonly string[], flags: WhyFlags) =>
      done(await runWhy(path, files, flags, io)),
    );
}

async function runWhy(text: string, files: readonly string[], flags: WhyFlags, io: CliIo): Promise<ExitCode> {
  const path = parseArgumentPath(text, "PATH");
  const request = findingsRequest(flags, "confix why");
  const loaded = await loadEvaluation(files, flags, io);
  if (!("evaluation" in loaded)) {
    if (isFile(resolve(io.cwd, text)))
      failFlag(`\`${text}\` is a file, but PATH comes before the files`, swapped(text, files));
    await writeFindings(io, io.stderr, loaded.diagnostics, request);
    return 2;
  }
  const explanation = loaded.evaluation.explain(path, { readers: flags.readers });
  const secrets = flags.showSensitive === true ? null : await hiding(loaded);
  if (flags.json === true) {
    await io.stdout.write(await jsonOf(hideSecrets(explanation, secrets)));
  } else if (!isNothing(explanation)) {
    const style = { isColoured: wantsColour(io, io.stdout), nameOf: (file: string) => shortName(file, io.cwd) };
    await io.stdout.write(describeExplanation(hideSecrets(explanation, secrets), style));
  }
  if (explanation.diagnostics.length > 0) {
    const hidden = secrets === null ? {} : { secrets: secrets.names };
    await writeFindings(io, io.stderr, explanation.diagnostics, { ...request, ...hidden });
  }
  return exitCodeFor(explanation.diagnostics);
}

function isFile(path: string): boolean {
  return orNull(() => statSync(path).isFile()) ?? false;
}

function swapped(text: string, [first, ...others]: readonly string[]): readonly string[] {
  return first === undefined ? [] : [["confix why", first, text, ...others].join(" ")];
}

// A path that leads nowhere: what is wrong says so, and there is nothing else to tell.
function isNothing({ value, option, declarations, definitions, diagnostics }: Explanation): boolean {
  const isUnknown = value === undefined && option === null && diagnostics.length > 0;
  return isUnknown && declarations.length === 0 && definitions.length === 0;
}

interface Hiding {
  readonly mask: SecretMask;
  readonly names: SecretNames;
}

async function hiding(loaded: Extract<Loaded, { readonly evaluation: unknown }>): Promise<Hiding> {
  const { SecretMask: Mask } = await import("../mask-secrets.ts");
  return { mask: new Mask(loaded.evaluation), names: await loaded.secrets() };
}

/** The explanation without what sensitive options hold; with `secrets` null as it is. */
function hideSecrets(explanation: Explanation, secrets: Hiding | null): Explanation {
  if (secrets === null) return explanation;
  const { path, value, definitions } = explanation;
  const hidden = explanation.sensitive ? masked : secrets.mask.mask(value, path);
  const isSecret = hidden === masked;
  const shown = (text: string | null): string | null => {
    if (isSecret) return masked;
    return text === null ? null : secrets.names.hide(text);
  };
  return {
    ...explanation,
    sensitive: isSecret,
    value: value === undefined && !isSecret ? undefined : hidden,
    definitions: definitions.map((each) => ({ ...each, shown: shown(each.shown) })),
    diagnostics: explanation.diagnostics.map((each) => secrets.names.hideIn(each)),
  };
}

async function jsonOf(explanation: Explanation): Promise<string> {
  const { jsonText } = await import("../json-text.ts");
  return `${jsonText(toJson(explanation), "indented")}\n`;
}

function toJson(explanation: Explanation): object {
  const { value, ...rest } = explanation;
  return {
    ...rest,
    ...(value !== undefined && { value }),
    definitions: explanation.definitions.map((each) => ({ ...each, priorityName: priorityName(each.priority) })),
    diagnostics: renderJson(explanation.diagnostics).diagnostics,
  };
}
