// Scripts that are made at random are run, and what they define compared with what is found in their text.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseScript, type ScriptModule } from "../../../src/source/script/index.ts";
import { oxc } from "./marked.ts";
import { randomScript } from "./random-script.ts";

const imports =
  'import * as confix from "confix";\nimport { defineModule, mkDefault, mkForce, mkIf as when } from "confix";\n' +
  'import { change, no, nothing, other, same, yes } from "./other.ts";\n';

// What the scripts import, as plain as can be: properties are what is in them.
const content = (...given: readonly unknown[]): unknown => given.at(-1);
const defineModule = (attributes: object): object => ({
  config: (config: unknown): object => ({ ...attributes, config }),
});
const scope: Readonly<Record<string, unknown>> = {
  confix: { mkOrder: content },
  defineModule,
  mkDefault: content,
  mkForce: content,
  when: content,
  other: { mkIf: content },
  same: (value: unknown) => value,
  change: (target: Record<string, unknown>, name: string, value: unknown) => Reflect.set(target, name, value),
  yes: true,
  no: false,
  nothing: {},
  console: { log: () => {} },
};

/** What the script exports; null if running it fails. */
function run(script: string): unknown {
  try {
    const code = script.replace("export default", "return");
    return new Function(...Object.keys(scope), `"use strict";\n${code}`)(...Object.values(scope)) as unknown;
  } catch {
    return null;
  }
}

function called(value: unknown): unknown {
  return typeof value === "function" ? called(value({})) : value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** The leaves of what a module defines, by path. */
function leavesOf(
  value: unknown,
  path: readonly string[] = [],
): readonly (readonly [path: readonly string[], leaf: unknown])[] {
  const computed = called(value);
  if (!isObject(computed)) return [[path, computed]];
  return Object.entries(computed).flatMap(([name, member]) => leavesOf(member, [...path, name]));
}

function definitionsOf(module: unknown): unknown {
  const computed = called(module);
  const isFull = isObject(computed) && (computed["config"] !== undefined || computed["options"] !== undefined);
  return isFull ? computed["config"] : computed;
}

/** Runs a script and looks at its text; null if it cannot be run. */
function both(script: string): {
  readonly leaves: readonly (readonly [path: readonly string[], leaf: unknown])[];
  readonly module: ScriptModule;
  readonly text: string;
} | null {
  const text = imports + script;
  const parsed = parseScript(oxc, { file: "/a.mjs", text });
  const value = run(script);
  if (parsed === null || parsed.defaultModule === null) throw new Error(`this cannot be parsed: ${script}`);
  try {
    return value === null ? null : { leaves: leavesOf(definitionsOf(value)), module: parsed.defaultModule, text };
  } catch {
    return null; // A function in it fails, or two values hold each other.
  }
}

test("in a plain module every leaf is found where it is", () => {
  let leaves = 0;
  fc.assert(
    fc.property(randomScript(true), (script) => {
      const ran = both(script);
      if (ran === null) throw new Error("a plain module fails");
      for (const [path, leaf] of ran.leaves) {
        leaves += 1;
        const found = ran.module.definitions(path, true);
        expect(found.map(({ exact }) => exact)).toEqual([true]);
        expect(found.map(({ start, end }) => numberIn(ran.text.slice(start, end)))).toEqual([leaf]);
      }
    }),
    { numRuns: 200 },
  );
  expect(leaves).toBeGreaterThan(500);
});

test("in any module no leaf is found where it is not", () => {
  let [exact, inexact] = [0, 0];
  fc.assert(
    fc.property(randomScript(false), (script) => {
      const ran = both(script);
      for (const [path, leaf] of ran?.leaves ?? []) {
        const found = ran?.module.definitions(path, true) ?? [];
        if (found.length === 1 && found[0]?.exact === true) exact += 1;
        else inexact += 1;
        // A leaf that is defined is never said to be defined nowhere.
        expect(leaf === undefined || leaf === null ? 1 : found.length).toBe(1);
        for (const each of found) {
          const written = ran?.text.slice(each.start, each.end) ?? "";
          const number = each.exact ? numberIn(written) : null;
          expect(number ?? leaf).toBe(leaf);
        }
      }
    }),
    { numRuns: 400 },
  );
  // Both happen often, so that something was looked at.
  expect(exact).toBeGreaterThan(100);
  expect(inexact).toBeGreaterThan(100);
});

// The number that is written at a place: by itself, in a function or in a getter. Null: the place holds something else.
function numberIn(written: string): number | null {
  // Of a choice, or a variable, the text does not say which number it is.
  if (/\?|\bv\d|nothing/.test(written)) return null;
  const numbers = written.replace(/const x = 1;|mkOrder\(5/g, "").match(/\d{3,}/g) ?? [];
  return numbers.length === 1 ? Number(numbers[0]) : null;
}
