// Everything recorded of nixpkgs' systems is found again, attribute by attribute.
import { describe, expect, test } from "vitest";
import { isConfixError } from "../../src/diagnostics/errors.ts";
import { systems, type Platform } from "../../src/systems/index.ts";
import { facts, flatten, recorded, refused } from "./facts.ts";

/** What a function gives, or that it refused. */
function outcome<T>(run: () => T): T | typeof refused {
  try {
    return run();
  } catch (error) {
    if (isConfixError(error)) return refused;
    throw error;
  }
}

describe("elaborate", () => {
  test.each(facts.platforms.map((platform) => [JSON.stringify(platform.input), platform] as const))(
    "%s",
    (_name, platform) => {
      expect(outcome(() => flatten(systems.elaborate(platform.input)))).toEqual(recorded(platform));
    },
  );

  test("has every kind of case", () => {
    expect(facts.platforms.filter(({ refused }) => refused).length).toBeGreaterThan(5);
    expect(facts.platforms.length).toBeGreaterThan(250);
  });
});

test("a platform elaborated again, from itself or from its JSON, stays the same", () => {
  const changed = facts.platforms
    .filter((platform) => !platform.refused)
    .filter(({ input }) => {
      const platform = systems.elaborate(input);
      // The cast: JSON of a platform has the attributes of one.
      const copy = JSON.parse(JSON.stringify(platform)) as Platform;
      return [platform, copy].some((again) => !systems.equals(systems.elaborate(again), platform));
    });
  expect(changed).toEqual([]);
});

test.each(facts.strings.map(([input, ...names]) => [input, names] as const))("parse %s", (input, names) => {
  const found = outcome(() => systems.parse(input));
  const isParsed = found !== refused;
  expect(isParsed ? [systems.toDouble(input), systems.toTriple(input)] : []).toEqual(names);
});

test("the examples are those of nixpkgs", () => {
  expect(systems.examples).toEqual(facts.examples);
});

test.each(Object.entries(facts.doubles))("doubles.%s", (name, list) => {
  expect(new Map(Object.entries(systems.doubles)).get(name)).toEqual(list);
});

test("there are no other lists of doubles", () => {
  expect(Object.keys(systems.doubles).toSorted()).toEqual(Object.keys(facts.doubles).toSorted());
});

describe("canExecute", () => {
  const all = systems.doubles.all.map((double) => systems.elaborate(double));

  test.each(Object.entries(facts.canExecute))("%s", (double, runs) => {
    const host = systems.elaborate(double);
    expect(all.filter((target) => systems.canExecute(host, target)).map(({ system }) => system)).toEqual(runs);
  });
});

test.each(Object.entries(facts.compatible))("isCompatible %s", (host, runs) => {
  const cpus = Object.keys(facts.compatible);
  // The list knows the other name of one CPU too.
  expect(cpus.filter((target) => systems.isCompatible(host, target))).toEqual(runs.filter((name) => name !== "arm64"));
});

describe("architectures", () => {
  test.each(Object.entries(facts.architectures))("%s", (name, { features, inferiors }) => {
    expect(systems.architectures.features[name]?.toSorted()).toEqual(features.toSorted());
    expect(systems.architectures.inferiors[name]?.toSorted()).toEqual(inferiors.toSorted());
  });

  test("there are no others", () => {
    expect(Object.keys(systems.architectures.features).toSorted()).toEqual(Object.keys(facts.architectures));
  });
});
