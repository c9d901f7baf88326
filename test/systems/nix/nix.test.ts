// Compares with nixpkgs itself, where it is there: NIXPKGS_LIB names the folder of its library, and Nix is installed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isConfixError } from "../../../src/diagnostics/errors.ts";
import { isEqualData } from "../../../src/kernel/plain.ts";
import { systems, type Platform, type PlatformInput } from "../../../src/systems/index.ts";
import { platforms, runners, strings } from "./inputs.ts";

interface Facts {
  readonly elaborate: readonly unknown[];
  readonly parse: readonly unknown[];
  readonly run: readonly (readonly unknown[])[];
}

const library = process.env["NIXPKGS_LIB"] ?? "";
const reason = whyNot();

function whyNot(): string {
  if (!existsSync(join(library, "default.nix"))) return ": NIXPKGS_LIB names no library of nixpkgs";
  return spawnSync("nix-instantiate", ["--version"]).status === 0 ? "" : ": nix-instantiate not installed";
}

/** As JSON has it; null where it is refused. */
function outcome(run: () => unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(run()));
  } catch (error) {
    if (isConfixError(error)) return null;
    throw error;
  }
}

describe.skipIf(reason !== "")(`nixpkgs says the same${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "confix-nix-"));
  let facts: Facts = { elaborate: [], parse: [], run: [] };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(() => {
    const inputs = join(folder, "inputs.json");
    writeFileSync(inputs, JSON.stringify({ elaborate: platforms, parse: strings, run: runners }));
    const file = fileURLToPath(new URL("facts.nix", import.meta.url));
    const nix = spawnSync(
      "nix-instantiate",
      ["--eval", "--strict", "--json", file, "--argstr", "library", library, "--argstr", "inputs", inputs],
      { encoding: "utf8", maxBuffer: 2 ** 29 },
    );
    if (nix.status !== 0) throw new Error(nix.stderr);
    // The cast: the file answers in this form, and every test below would fail if it did not.
    facts = JSON.parse(nix.stdout) as Facts;
  }, 300_000);

  test("of what is elaborated", { timeout: 300_000 }, () => {
    // The cast: some inputs are wrong on purpose.
    const found = platforms.map((input) => outcome(() => withoutNim(systems.elaborate(input as PlatformInput))));
    expect(platforms.filter((_, at) => !isEqualData(found[at], facts.elaborate[at]))).toEqual([]);
    expect(found.filter((platform) => platform !== null).length).toBeGreaterThan(5000);
  });

  test("of what is parsed", { timeout: 300_000 }, () => {
    const found = strings.map((string) =>
      outcome(() => {
        const parsed = systems.parse(string);
        return { parsed, double: systems.toDouble(parsed), triple: systems.toTriple(parsed) };
      }),
    );
    expect(strings.filter((_, at) => !isEqualData(found[at], facts.parse[at]))).toEqual([]);
    expect(found.filter((parsed) => parsed !== null).length).toBeGreaterThan(4000);
  });

  test("of who runs what with what", { timeout: 300_000 }, () => {
    const elaborated = runners.map((input) => systems.elaborate(input));
    const different = elaborated.flatMap((host, row) =>
      elaborated.flatMap((target, column) =>
        isEqualData(runs(host, target), facts.run[row]?.[column]) ? [] : [[runners[row], runners[column]]],
      ),
    );
    expect(different).toEqual([]);
  });
});

// nixpkgs cannot evaluate it for MIPS.
function withoutNim(platform: Platform): object {
  return platform.isMips ? Object.fromEntries(Object.entries(platform).filter(([name]) => name !== "nim")) : platform;
}

function runs(host: Platform, target: Platform): readonly unknown[] {
  const emulator = systems.emulator(host, target);
  const program =
    emulator?.kind === "native" ? "native/bin/exec" : emulator && `${emulator.package}/bin/${emulator.program}`;
  return [systems.canExecute(host, target), systems.isCompatible(host, target), program];
}
