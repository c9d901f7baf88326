// nixpkgs' own tests of its module system, restated: every case, and that none is missing.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadGroups } from "./load-groups.ts";
import { runCase } from "./run-case.ts";
import { conformancePage, isRestated, originalCount } from "./table.ts";

const groups = await loadGroups();

const restated = groups.flatMap((group) => group.cases.filter(isRestated).map((each) => ({ group, each })));
const named = restated.map((row, at) => ({
  ...row,
  name: `${row.group.number} ${row.group.title}, ${at + 1}: ${row.each.at}`,
}));

it.each(named)("$name", ({ group, each }) => {
  // Fails by itself.
  expect(runCase(group, each)).toBeUndefined();
});

describe("the suite", () => {
  it("has all checks of the original", () => {
    expect(groups.flatMap(({ cases }) => cases)).toHaveLength(originalCount);
    expect(new Set(groups.map(({ number }) => number)).size).toBe(groups.length);
  });

  it("departs from nixpkgs only where the documentation says so", () => {
    const rows = readDocument("differences.md").split("\n");
    const departures = groups.flatMap(({ cases }) => cases.flatMap(({ differs }) => differs ?? []));
    const unknown = departures.filter((beginning) => !rows.some((row) => row.startsWith(`| ${beginning}`)));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it("is what the documentation says", () => {
    expect(readDocument("conformance.md")).toBe(conformancePage(groups));
  });
});

function readDocument(name: string): string {
  return readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");
}
