// What the benchmark makes of figures: medians, exponents, targets and the page. No time is measured here.
import { describe, expect, test } from "vitest";
import { readOptions } from "../../bench/bench-options.ts";
import { inTurn, medianIn } from "../../bench/measure/rounds.ts";
import { missingForCommands, runCommand } from "../../bench/measure/run-command.ts";
import { exponentOf, medianOf } from "../../bench/measure/statistics.ts";
import { renderReport } from "../../bench/report/render.ts";
import { growth, timesAtLeast, timesAtMost } from "../../bench/report/targets.ts";
import { differenceOf } from "../../bench/workload/compare.ts";

test("the median is the middle one, or the mean of the two in the middle", () => {
  expect(medianOf([3, 1, 10])).toBe(3);
  expect(medianOf([4, 1, 2, 10])).toBe(3);
});

test("the exponent is that of the power with which it grows", () => {
  const points = (power: number) => [1, 2, 4, 8].map((size) => ({ size, figure: 3 * size ** power }));
  expect(exponentOf(points(1))).toBeCloseTo(1);
  expect(exponentOf(points(2))).toBeCloseTo(2);
  expect(exponentOf(points(0))).toBeCloseTo(0);
});

test("things are measured in turn, and what fails is not run again", () => {
  const order: string[] = [];
  const sample = (name: string, cpu: number) => {
    order.push(name);
    return { sample: { cpu, wall: 0, peak: 0 } };
  };
  const fail = () => {
    order.push("bad");
    return { failed: "broken" };
  };
  const measured = inTurn(
    [
      { name: "a", run: () => sample("a", order.length) },
      { name: "bad", run: fail },
      { name: "b", run: () => sample("b", 7) },
    ],
    2,
  );
  expect(order).toEqual(["a", "bad", "b", "a", "b"]);
  expect(medianIn(measured.get("a"), ({ cpu }) => cpu)).toBe(1.5);
  expect(measured.get("bad")).toEqual({ samples: [], failed: "broken" });
  expect(medianIn(measured.get("bad"), ({ cpu }) => cpu)).toBeNull();
});

describe("targets", () => {
  test.each([
    [timesAtLeast("", 4, 8, 2), "4.00 ×", true],
    [timesAtLeast("", 4, 6, 2), "3.00 ×", false],
    [timesAtLeast("", 4, null, 2), "–", null],
    [timesAtMost("", 4, 8, 2), "4.00 ×", true],
    [timesAtMost("", 4, 9, 2), "4.50 ×", false],
    [growth("", 1.1), "1.10", true],
    [growth("", 1.2), "1.20", false],
    [growth("", null), "–", null],
  ])("%#", (target, measured, met) => {
    expect(target).toMatchObject({ measured, met });
  });

  test("stand on the page beside what was measured", () => {
    const page = renderReport({
      date: "2026-01-02",
      machine: ["one core"],
      settings: ["size s"],
      targetsNote: "Only a note.",
      sections: [
        {
          title: "W9",
          notes: ["Said before."],
          tables: [{ title: "W9, table", columns: ["", "CPU"], rows: [["Confix", "1 s"]] }],
          targets: [timesAtLeast("more", 4, 8, 1), timesAtMost("less", 2, 8, 1), growth("growth", null)],
        },
      ],
    });
    expect(page).toBe(`# Benchmark results

Measured on 2026-01-02. \`npm run bench\` writes this page.

- one core
- size s

## Targets

Only a note.

|        | wanted       | measured |              |
| ------ | ------------ | -------- | ------------ |
| more   | at least 4 × | 8.00 ×   | met          |
| less   | at most 2 ×  | 8.00 ×   | not met      |
| growth | at most 1.10 | –        | not measured |

## W9

Said before.

### W9, table

|        | CPU |
| ------ | --: |
| Confix | 1 s |
`);
  });
});

describe("flags", () => {
  test("have defaults", () => {
    expect(readOptions([], "page.md")).toMatchObject({
      size: "l",
      rounds: 5,
      seed: 1,
      output: "page.md",
      workload: null,
    });
  });

  test("choose", () => {
    const flags = ["--peers", "nix,pkl", "--size", "s", "--only", "W3,start", "--rounds", "2", "--workload", "w.json"];
    expect(readOptions(flags, "page.md")).toEqual({
      peers: ["nix", "pkl"],
      size: "s",
      parts: ["W3", "start"],
      rounds: 2,
      seed: 1,
      workload: "w.json",
      output: null,
    });
    expect(readOptions(["--peers", ""], "page.md").peers).toEqual([]);
  });

  test.each([
    [["--peers", "nickel"], "--peers: nickel is none of nix, jsonnet, pkl, cue"],
    [["--size", "xl"], "--size: xl is none of s, m, l"],
    [["--rounds", "0"], "--rounds: 0 is no whole number from 1"],
    [["--seed", "x"], "--seed: x is no whole number from 0"],
    [["--sise", "s"], "--sise"],
  ])("%j are refused", (flags, message) => {
    expect(() => readOptions(flags, "page.md")).toThrow(message);
  });
});

test("results are compared as values", () => {
  expect(differenceOf({ a: [1, { b: null }], c: 2 }, { c: 2, a: [1, { b: null }] })).toBeNull();
  expect(differenceOf({ a: [1, { b: 1 }] }, { a: [1, { b: 2 }] })).toBe("the result.a[1].b is 2, not 1");
  expect(differenceOf({ a: 1 }, {})).toBe("the result.a is missing, not 1");
  expect(differenceOf({}, { a: 1 })).toBe("the result.a is 1, not missing");
  expect(differenceOf([1], [1, 2])).toBe("the result has 2 elements, not 1");
  expect(differenceOf({}, [])).toBe("the result is [], not {}");
});

const missing = missingForCommands();
describe.skipIf(missing !== null)(`commands${missing === null ? "" : ` (skipped: ${missing})`}`, () => {
  test("are told by what they used", () => {
    const result = runCommand({ file: process.execPath, args: ["-e", "0"] });
    const { sample } = result as Extract<typeof result, { sample: object }>;
    expect(Math.min(sample.cpu, sample.wall, sample.peak)).toBeGreaterThan(0);
  });

  test("that fail, or take too long, say why", () => {
    const run = (code: string) => runCommand({ file: process.execPath, args: ["-e", code], limit: 1 });
    expect(run('console.error("Error: not so"); process.exitCode = 3')).toEqual({ failed: "Error: not so" });
    expect(run("process.exitCode = 3")).toEqual({ failed: "exit 3" });
    expect(run("while (true);")).toEqual({ failed: "not done after 1 s" });
  });
});
