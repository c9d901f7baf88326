// Suggestions for many names at once: the same as one by one, with less work.
import { evalModules, mkOption, types } from "confix";
import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import * as edits from "../../src/diagnostics/edit-distance.ts";
import { nearestName, Suggester } from "../../src/diagnostics/suggest.ts";

// Counts the work: comparisons of whole names, and rows of a table of edits.
const work = vi.hoisted(() => ({ comparisons: 0, rows: 0 }));
vi.mock(import("../../src/diagnostics/edit-distance.ts"), async (original) => {
  const actual = await original();
  return {
    ...actual,
    editDistance: (...call) => {
      work.comparisons += 1;
      return actual.editDistance(...call);
    },
    fillRow: (...call) => {
      work.rows += 1;
      return actual.fillRow(...call);
    },
  };
});

// Each name compared with each, as the rule says it.
function suggestPlainly(name: string, candidates: readonly string[]): readonly string[] {
  const most = Math.min(Math.ceil(name.length / 3), candidates.length < 100 ? 4 : 2);
  const [sought, ...folded] = [name, ...candidates].map((each) => each.toLowerCase());
  const near = folded.flatMap((each, at) => {
    const distance = swapDistance(sought ?? "", each);
    if (distance <= most) return [{ at, distance }];
    const [short = "", long = ""] = [sought ?? "", each].toSorted((left, right) => left.length - right.length);
    return short.length >= 3 && long.startsWith(short) ? [{ at, distance: long.length - short.length }] : [];
  });
  const sorted = near.toSorted((left, right) => left.distance - right.distance || left.at - right.at);
  return sorted.slice(0, 3).map(({ at }) => candidates[at] ?? "");
}

function nearestPlainly(name: string, candidates: readonly string[]): string | null {
  const most = Math.max(1, Math.floor(name.length / 3));
  const limit = candidates.length < 100 ? most : Math.min(most, 2);
  const all = candidates.map((each) => ({ each, distance: swapDistance(name, each) }));
  const near = all.filter(({ distance }) => distance <= limit);
  return near.toSorted((left, right) => left.distance - right.distance)[0]?.each ?? null;
}

// The whole table of edits, without any limit.
function swapDistance(left: string, right: string): number {
  const rows: number[][] = [];
  for (let row = 0; row <= left.length; row += 1) {
    const current: number[] = [];
    for (let column = 0; column <= right.length; column += 1) {
      const at = (up: number, back: number): number => (up === 0 ? current : rows[row - up])?.[column - back] ?? 0;
      const isSame = left[row - 1] === right[column - 1];
      const isSwap =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row === 0 || column === 0) current.push(row + column);
      else {
        const cost = Math.min(at(1, 1) + (isSame ? 0 : 1), at(1, 0) + 1, at(0, 1) + 1);
        current.push(isSwap ? Math.min(cost, at(2, 2) + 1) : cost);
      }
    }
    rows.push(current);
  }
  return rows[left.length]?.[right.length] ?? 0;
}

// Few letters, so that names are near to one another; and some that have a beginning in common.
const name = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", "A", "c"), maxLength: 12 }),
  fc.string({ unit: fc.constantFrom("a", "b", "Ä"), maxLength: 5 }).map((end) => `common${end}Name`),
  fc.string({ maxLength: 6 }),
);

test.each([
  ["few", 0, 20],
  ["many", 100, 160],
])("among %s names those are suggested that comparing each with each finds", (_, minLength, maxLength) => {
  fc.assert(
    fc.property(fc.array(name, { minLength, maxLength }), fc.array(name, { maxLength: 5 }), (names, misspelt) => {
      const suggester = new Suggester(names);
      for (const each of [...misspelt, ...names.slice(0, 2)]) {
        expect(suggester.suggest(each)).toEqual(suggestPlainly(each, names));
        expect(suggester.nearest(each)).toBe(nearestPlainly(each, names));
        const few = names.slice(0, 99);
        expect(nearestName(each, few)).toBe(nearestPlainly(each, few));
      }
    }),
  );
});

test("the distance within a limit is that of the whole table, or one more than the limit", () => {
  fc.assert(
    fc.property(name, name, fc.nat({ max: 6 }), (left, right, limit) => {
      expect(edits.editDistance(left, right, limit, true)).toBe(Math.min(swapDistance(left, right), limit + 1));
      expect(edits.editDistance(left, right, Infinity, true)).toBe(swapDistance(left, right));
    }),
  );
});

// What it takes to tell of so many undeclared names beside as many declared ones.
function workFor(count: number, misspell: (at: number) => string): typeof work {
  const numbers = Array.from({ length: count }, (_, at) => at);
  const options = Object.fromEntries(
    numbers.map((at) => [`serviceAlpha${at}Enable`, mkOption({ type: types.int, default: 0 })]),
  );
  const config = Object.fromEntries(numbers.map((at) => [misspell(at), at]));
  const evaluation = evalModules({ modules: [{ options, config }] });
  Object.assign(work, { comparisons: 0, rows: 0 });
  const found = evaluation.diagnostics({ force: true });
  expect(found.filter(({ code }) => code === "undeclared-option")).toHaveLength(count);
  return { ...work };
}

test.each([
  ["near", (at: number) => `servceAlpha${at}Enable`],
  ["near no other", (at: number) => `whollyAnother${at}Setting`],
])("many undeclared names that are %s are not each compared with each declared one", (_, misspell) => {
  const [once, twice] = [workFor(1000, misspell), workFor(2000, misspell)];
  expect(once.comparisons).toBe(0);
  // A comparison takes a row for each letter, and each name is looked up twice: for suggestions, and for an edit.
  expect(once.rows).toBeLessThan(2 * 1000 * 1000);
  // Each compared with each, it would be four times as much.
  expect(twice.rows).toBeLessThan(3 * once.rows);
});
