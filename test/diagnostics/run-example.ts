// Runs what the example of a code says.
import { execFileSync, spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { vi } from "vitest";
import { running } from "../../src/cli/running.ts";
import { isConfixError } from "../../src/diagnostics/errors.ts";
import type { Attempt, CodeExample } from "../../src/diagnostics/examples/example.ts";
import type { DiagnosticCode } from "../../src/diagnostics/catalog.ts";
import { ScriptRunner } from "../../src/host/scripts.ts";
import { builtProgram } from "../cli/built.ts";
import { confix, writeFiles } from "../cli/run.ts";
import { root } from "../repository/files.ts";

/** A diagnostic as far as a reader tells it from others. */
export interface Reported {
  readonly code: DiagnosticCode;
  /** Absent where only a process of its own could have told. */
  readonly message?: string;
}

/** What came of an attempt. */
export interface Outcome {
  readonly cwd: string;
  /** What programs threw, and what `confix lint` wrote. What other commands report is not in here. */
  readonly thrown: readonly Reported[];
  readonly exitCode: number | null;
  readonly stderr: string;
}

/** Makes the files of an attempt in a new folder, and does there what it says, in the way that `runs` names. */
export async function runAttempt(attempt: Required<Attempt>, runs: CodeExample["runs"] = "anywhere"): Promise<Outcome> {
  const { files, before, command } = attempt;
  const cwd = writeFiles(files);
  if (before !== "") execFileSync("sh", ["-ec", before], { cwd });
  const done = { cwd, thrown: [], exitCode: 0, stderr: "" };
  switch (runs) {
    case "own-process":
      return { ...done, ...runShell(command, cwd) };
    case "browser":
      return { ...done, thrown: await thrownBy(async () => await runPage(join(cwd, Object.keys(files)[0] ?? ""))) };
    case "anywhere":
      return { ...done, ...(await runHere(command, cwd)) };
  }
}

// The commands of examples are plain words, with variables of the environment before them.
async function runHere(command: string, cwd: string): Promise<Partial<Outcome>> {
  const words = command.split(" ");
  const start = words.findIndex((word) => !word.includes("="));
  const env = Object.fromEntries(words.slice(0, start).map((word) => word.split("=")));
  const [program, ...argv] = words.slice(start);
  if (program === "node") {
    const file = join(cwd, argv[0] ?? "");
    vi.spyOn(console, "log").mockImplementation(() => {});
    return { thrown: await thrownBy(async () => await new ScriptRunner(running, false).run(file, null)) };
  }
  if (program !== "confix") throw new Error(`${command}: neither \`confix\` nor \`node\``);
  const isLint = argv[0] === "lint";
  const { stdout, stderr, exitCode } = await confix(isLint ? [...argv, "--format", "json"] : argv, { cwd, env });
  // The cast: the form of this JSON is pinned by the tests of the command.
  const found = isLint && stdout !== "" ? (JSON.parse(stdout) as { diagnostics: Reported[] }).diagnostics : [];
  return { thrown: found, exitCode, stderr };
}

function runShell(command: string, cwd: string): Partial<Outcome> {
  const programs = writeFiles({});
  symlinkSync(builtProgram(), join(programs, "confix"));
  const env = { PATH: [programs, process.env["PATH"]].join(delimiter) };
  const { status, stderr } = spawnSync("sh", ["-c", command], { cwd, env, encoding: "utf8", timeout: 60_000 });
  return { exitCode: status, stderr };
}

/** Runs a script as a web page would: without `process`, and bundled with Confix. */
async function runPage(file: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
    logLevel: "silent",
    alias: { confix: join(root, "src/index.ts") },
  });
  runInNewContext(outputFiles[0]?.text ?? "", { document: {} });
}

async function thrownBy(run: () => Promise<unknown>): Promise<readonly Reported[]> {
  try {
    await run();
    return [];
  } catch (error) {
    if (isConfixError(error)) return error.diagnostics.map(({ code }) => ({ code }));
    throw error;
  }
}
