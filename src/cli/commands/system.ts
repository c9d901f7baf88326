// `confix system`: tells what is known of a platform, who runs its programs, and which systems there are.
import type { Command } from "commander";
import { isConfixError } from "../../diagnostics/errors.ts";
import { nearestName, suggestNames } from "../../diagnostics/suggest.ts";
import type { Platform, Systems } from "../../systems/index.ts";
import { append } from "../evaluation-command.ts";
import type { ExitCode } from "../exit-codes.ts";
import { formatValue } from "../format-value.ts";
import { failFlag } from "../given-modules.ts";
import type { CliIo } from "../io.ts";

interface SystemFlags {
  readonly json?: true;
  readonly on?: string;
  readonly list?: true;
  readonly match?: readonly string[];
}

const examples = `
Examples:
  confix system aarch64-linux                        what is known of it
  confix system armv7l-unknown-linux-musleabihf --json
  confix system raspberryPi                          a machine that nixpkgs has as an example
  confix system aarch64-linux --on x86_64-linux      and how the second runs programs of the first
  confix system --list --match isLinux --match isBigEndian
`;

/** Adds the command; `done` is told the exit code. */
export function addSystemCommand(program: Command, io: CliIo, done: (exitCode: ExitCode) => void): void {
  program
    .command("system")
    .summary("tell what is known of a platform")
    .description("Tells what is known of a platform, and which systems there are.")
    .argument("[NAME]", "a double (x86_64-linux), a triple (aarch64-unknown-linux-musl), or the name of an example")
    .option("--json", "every attribute as JSON, keys sorted; with --on also `on`, with --list a list")
    .option("--on <HOST>", "also tell whether HOST runs its programs, and with which emulator")
    .option("--list", "list the supported doubles instead, one a line")
    .option("--match <PREDICATE>", "with --list: only those of which an attribute is true (repeatable: all)", append)
    .addHelpText("after", examples)
    .action(async (name: string | undefined, flags: SystemFlags) => done(await runSystem(name, flags, io)));
}

async function runSystem(name: string | undefined, flags: SystemFlags, io: CliIo): Promise<ExitCode> {
  refuseContradiction(name, flags);
  const { systems } = await import("../../systems/index.ts");
  await io.stdout.write(name === undefined ? await listText(systems, flags) : await platformText(systems, name, flags));
  return 0;
}

function refuseContradiction(name: string | undefined, { list, match, on }: SystemFlags): void {
  if (list === undefined) {
    if (match !== undefined) failFlag("`--match` has a meaning only with `--list`", ["--list"]);
    if (name === undefined) failFlag("a system is missing: `confix system NAME`, or `confix system --list`", []);
    return;
  }
  if (name !== undefined) failFlag(`\`--list\` lists every system, so there is nothing to name: \`${name}\``, []);
  if (on !== undefined) failFlag("`--on` has a meaning only with the name of a system", []);
}

async function listText({ doubles, elaborate }: Systems, { match = [], json }: SystemFlags): Promise<string> {
  const questions = questionsOf(elaborate("x86_64-linux"));
  for (const asked of match) refuseUnknownQuestion(asked, questions);
  const matching = doubles.all.filter((double) => {
    const trueOfIt = new Map(Object.entries(elaborate(double)));
    return match.every((asked) => trueOfIt.get(asked) === true);
  });
  return json === true
    ? await formatValue(matching, [], { format: "json", compact: false })
    : matching.map((double) => `${double}\n`).join("");
}

/** The attributes that are true or false, which every platform has. */
function questionsOf(platform: Platform): readonly string[] {
  return Object.entries(platform).flatMap(([name, value]) => (typeof value === "boolean" ? [name] : []));
}

function refuseUnknownQuestion(asked: string, questions: readonly string[]): void {
  if (questions.includes(asked)) return;
  // The ARM name that is gone has a message of its own.
  if (asked === "isArm") failFlag("`--match isArm` does not say which ARM", ["isAarch32", "isAarch64", "isAarch"]);
  const isNamed = questions.find((name) => name.toLowerCase() === `is${asked}`.toLowerCase());
  const near = isNamed ?? nearestName(asked, questions);
  const problem = `\`--match ${asked}\` is no attribute of a platform that is true or false`;
  failFlag(problem, near === null ? suggestNames(asked, questions) : [near]);
}

async function platformText(systems: Systems, name: string, { on, json }: SystemFlags): Promise<string> {
  const platform = platformNamed(systems, name);
  const host = on === undefined ? null : platformNamed(systems, on);
  if (json === true) {
    const runs = host === null ? {} : { on: runOn(systems, host, platform) };
    return await formatValue({ ...platform, ...runs }, [], { format: "json", compact: false });
  }
  const { describePlatform, describeRun } = await import("../describe-platform.ts");
  if (on === undefined || host === null) return describePlatform(platform);
  return `${describePlatform(platform)}${describeRun(on, systems.emulator(host, platform))}`;
}

/** What `--json` says of a host: whether it runs the programs itself, and if not, with what; null for no known way. */
function runOn({ emulator, canExecute }: Systems, host: Platform, platform: Platform): object {
  const found = emulator(host, platform);
  return {
    host: host.system,
    config: host.config,
    canExecute: canExecute(host, platform),
    emulator:
      found === null || found.program === null
        ? null
        : { program: found.program, arguments: found.arguments, package: found.package },
  };
}

/** The platform that a system string names, or an example of nixpkgs. Throws what `elaborate` throws. */
function platformNamed({ elaborate, examples: known }: Systems, name: string): Platform {
  try {
    return elaborate(name);
  } catch (error) {
    if (!isConfixError(error)) throw error;
    const example = new Map(Object.entries(known)).get(name);
    if (example !== undefined) return elaborate(example);
    const near = nearestName(name, Object.keys(known));
    if (near === null || error.diagnostics.some(({ data }) => hasSuggestion(data))) throw error;
    return failFlag(`\`${name}\` names no system`, [near]);
  }
}

function hasSuggestion({ suggestion, suggestions, use }: Readonly<Record<string, unknown>>): boolean {
  return typeof suggestion === "string" || [suggestions, use].some((list) => Array.isArray(list) && list.length > 0);
}
