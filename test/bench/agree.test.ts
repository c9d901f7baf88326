// Small workloads come to the same in every tool that is here: in Confix, in the resolver of the benchmark, and in the peers.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as confix from "../../src/index.ts";
import { loadConfig } from "../../src/node.ts";
import { fleetFiles, moduleFiles } from "../../bench/confix/files.ts";
import { moduleMaker } from "../../bench/confix/modules.ts";
import { runCommand } from "../../bench/measure/run-command.ts";
import { writeFiles } from "../../bench/measure/scratch.ts";
import { findPeer, peerNames } from "../../bench/peers/find-peers.ts";
import { differenceOf } from "../../bench/workload/compare.ts";
import { NotExpressible } from "../../bench/workload/dialect.ts";
import type { Value, Workload } from "../../bench/workload/document.ts";
import { generate } from "../../bench/workload/generate.ts";
import { resolveWorkload } from "../../bench/workload/resolve.ts";
import { splitModules } from "../../bench/workload/split.ts";

const cases: readonly (readonly [string, Workload])[] = [
  ["W1", generate({ name: "W1", size: 200 })],
  ["W1, other parameters", generate({ name: "W1", size: 150, options: 13, seed: 8 })],
  ["W2", generate({ name: "W2", size: 30 })],
  ["W2, more options", generate({ name: "W2", size: 11, options: 15, seed: 3 })],
  ["W2, small files", splitModules(generate({ name: "W2", size: 30 }), 10)],
  ["W3", generate({ name: "W3", size: 40 })],
  ["W3, not chained", generate({ name: "W3", size: 40, chained: false })],
  ["W4", generate({ name: "W4", size: 120, modules: 7 })],
  ["W5", generate({ name: "W5", size: 200 })],
  ["W6", generate({ name: "W6", size: 300 })],
  ["W6, anything", generate({ name: "W6", size: 300, type: "anything" })],
  ["W6, json", generate({ name: "W6", size: 300, type: "json" })],
  ["W6, freeform", generate({ name: "W6", size: 300, type: "freeform" })],
  ["W7", generate({ name: "W7", size: 80, hosts: 4 })],
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "confix-agree-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function evaluate(modules: readonly confix.AnyModule[]): Value {
  const { value, diagnostics } = confix.evalModules({ modules }).output();
  expect(diagnostics).toEqual([]);
  return asValue(value);
}

/** A result as the benchmark sees it: through JSON. */
function asValue(result: unknown): Value {
  // The cast: JSON is a value.
  return JSON.parse(JSON.stringify(result)) as Value;
}

function byName(hosts: readonly (readonly [string, Value])[]): Value {
  return Object.fromEntries(hosts);
}

describe.each(cases)("%s", (title, workload) => {
  const expected = resolveWorkload(workload);

  test("in Confix, modules in memory", () => {
    const make = moduleMaker(confix);
    const modules = workload.modules.map(make);
    const found =
      workload.hosts === undefined
        ? evaluate(modules)
        : byName(workload.hosts.map(({ name, module }) => [name, evaluate([...modules, make(module)])]));
    expect(differenceOf(expected, found)).toBeNull();
  });

  test.skipIf(workload.hosts === undefined)("in Confix, hosts that extend a common base", () => {
    const make = moduleMaker(confix);
    const base = confix.evalModules({ modules: workload.modules.map(make) });
    const hosts = (workload.hosts ?? []).map(({ name, module }): readonly [string, Value] => [
      name,
      asValue(base.extendModules({ modules: [make(module)] }).output().value),
    ]);
    expect(differenceOf(expected, byName(hosts))).toBeNull();
  });

  test.skipIf(workload.hosts !== undefined)("in Confix, modules in files", async () => {
    const at = join(folder, "confix", title.replaceAll(/\W/g, "-"));
    writeFiles(at, moduleFiles(workload));
    const evaluation = await loadConfig({ files: [join(at, "host.js")], cwd: at });
    expect(differenceOf(expected, asValue(evaluation.output().value))).toBeNull();
  });

  for (const name of peerNames) {
    const found = findPeer(name);
    const reason = "tool" in found ? notSaid(() => found.tool.files(workload)) : found.missing;
    test.skipIf(reason !== null)(`in ${name}${reason === null ? "" : ` (skipped: ${reason})`}`, () => {
      if (!("tool" in found)) return;
      const at = join(folder, name, title.replaceAll(/\W/g, "-"));
      writeFiles(at, found.tool.files(workload));
      for (const asked of ["all", "one"] as const) {
        const output = join(at, `${asked}.json`);
        expect(runCommand({ ...found.tool.command(at, asked, workload), output })).toHaveProperty("sample");
        const printed = JSON.parse(readFileSync(output, "utf8")) as Value;
        expect(differenceOf(resolveWorkload(workload, asked), printed)).toBeNull();
      }
    });
  }
});

function notSaid(say: () => unknown): string | null {
  try {
    say();
    return null;
  } catch (error) {
    if (error instanceof NotExpressible) return error.message;
    throw error;
  }
}

test("a fleet in files, of objects and of functions", async () => {
  const fleet = generate({ name: "W7", size: 80, hosts: 3 });
  const expected = resolveWorkload(fleet);
  for (const isFunction of [false, true]) {
    const at = join(folder, `fleet-${isFunction}`);
    // Vitest has no say in what a file outside of the repository imports as `confix`.
    writeFiles(at, fleetFiles(fleet, { isFunction, specifier: new URL("../../src/index.ts", import.meta.url).href }));
    const main: unknown = await import(/* @vite-ignore */ join(at, "main.js"));
    const { modules, hosts } = main as {
      readonly modules: readonly confix.AnyModule[];
      readonly hosts: readonly (readonly [string, confix.AnyModule])[];
    };
    const all = hosts.map(([name, module]): readonly [string, Value] => [name, evaluate([...modules, module])]);
    expect(differenceOf(expected, byName(all))).toBeNull();
  }
});
