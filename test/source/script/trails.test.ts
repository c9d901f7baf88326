// Where definitions are found by a trail of steps, and what is known of the properties around them.
import { expect, test } from "vitest";
import { moduleOf, parseMarked, shown, trail } from "./marked.ts";

/** A module with one mark, and the trail that leads to it: see `trail`. */
const rows: readonly (readonly [text: string, trail: string])[] = [
  ["export default { config: ⟦{ a: 1 }⟧ }", ""],
  ["export default { config: { a: ⟦1⟧ } }", "a"],
  ["export default { a: [1, ⟦2⟧] }", "a [1]"],
  ["export default { a: [1, { b: ⟦2⟧ }] }", "a [1] b"],
  ["export default { a: [...[1, ⟦2⟧], 3] }", "a [1]"],
  ["export default { a: [...[1, 2], ⟦3⟧] }", "a [2]"],
  ["const l = [⟦1⟧];\nexport default { a: [0, ...l] }", "a [1]"],
  ["export default { a: ⟨[...l, 3]⟩ }", "a [1]"],
  ["export default { a: [⟦1⟧, ...l, 3] }", "a [0]"],
  ["export default { a: [1, , ⟦3⟧] }", "a [2]"],
  ["export default { a: ⟨[1]⟩ }", "a [1]"],
  ["export default { a: ⟨'text'⟩ }", "a [1]"],
  ["export default { a: mkMerge([1, ⟦2⟧]) }", "a #1"],
  ["export default { a: mkMerge([1, mkForce(⟦2⟧)]) }", "a #1 >"],
  ["const l = [⟦1⟧];\nexport default { a: mkMerge(l) }", "a #0"],
  ["export default { a: ⟨mkMerge([1])⟩ }", "a #1"],
  ["export default { a: ⟨mkMerge([...l])⟩ }", "a #0"],
  ["export default { a: ⟨mkMerge([1])⟩ }", "a >"],
  ["export default { a: ⟨mkForce(1)⟩ }", "a #0"],
  ["export default { a: mkIf(x, ⟦1⟧) }", "a >"],
  ["export default { a: mkForce(⟦1⟧) }", "a >"],
  ["export default { a: mkDefault(⟦1⟧) }", "a >"],
  ["export default { a: mkBefore([⟦1⟧]) }", "a > [0]"],
  ["export default { a: mkBefore([⟦1⟧]) }", "a [0]"],
  ["export default { a: mkOrder(5, ⟦[1]⟧) }", "a >"],
  ["export default { a: mkOverride(5, ⟦1⟧) }", "a >"],
  ["export default { a: mkIf(x, mkForce(⟦1⟧)) }", "a > >"],
  ["export default { a: ({ config }) => ⟦config.b⟧ }", "a ()"],
  ["export default { a: ({ config }) => { const b = 1; return ⟦b⟧; } }", "a ()"],
  ["export default { a: ⟨({ config }) => { if (b) return 1; return 2; }⟩ }", "a ()"],
  ["export default { a: () => mkForce(⟦1⟧) }", "a () >"],
  ["export default { a: mkForce(() => ⟦1⟧) }", "a > ()"],
  ["export default { a: mkForce(() => ({ b: [⟦1⟧] })) }", "a b [0]"],
  ["export default { a: ⟨1⟩ }", "a ()"],
  ["export default { a: ⟨1⟩ }", "a >"],
  ["export default { a: [({ config }) => ⟦config.b⟧] }", "a [0] ()"],
  ["export default { a: [mkIf(x, ⟦1⟧)] }", "a [0] >"],
  ["export default { config: mkMerge([{ a: 1 }, mkIf(x, { a: ⟦2⟧ })]) }", "#1 > a"],
  ["export default { config: ⟨mkMerge([{ a: 1 }, mkIf(x, { a: 2 })])⟩ }", "a"],
  ["export default { config: mkMerge([{ a: ⟦1⟧ }, mkIf(x, { b: 2 })]) }", "a"],
  ["export default { config: ⟨mkMerge([{ a: 1 }, make()])⟩ }", "a"],
  ["export default { a: ⟨{ b: 1 }⟩ }", "a c"],
  ["export default { a: ⟨{ b: 1 }⟩ }", "a c d"],
  ["export default { a: ⟨x ? 1 : 2⟩ }", "a () b"],
  ["export default { a: ⟨make({ b: 1 })⟩ }", "a b"],
  ["export default ⟨{ imports: [] }⟩", "a"],
  ["export default ⟨defineModule({})⟩", "a"],
  ["const when = x;\nexport default { a: mkIf(when, { b: () => ⟦1⟧ }) }", "a > b ()"],
  ["export default { a: { b() { return ⟦1⟧; } } }", "a b ()"],
  ["export default { a: { ⟦b() { return 1; }⟧ } }", "a b"],
  ["export default { sites: { blog: () => ({ config, name }) => ({ root: ⟦name⟧ }) } }", "sites blog () () root"],
];

test.each(rows)("%s by %j", (marked, words) => {
  const { script, text, expected } = parseMarked(marked);
  expect(shown(text, [moduleOf(script).definition(trail(words))])).toEqual(expected);
});

/** The text of a place. */
function textOf(text: string, place: { readonly start: number; readonly end: number } | null): string | null {
  return place === null ? null : text.slice(place.start, place.end);
}

test("the key of a definition is the name under which it stands", () => {
  const { script, text } = parseMarked("export default { 'x y': mkMerge([1, mkIf(c, 2)]), l: [3], config: 4 }");
  const module = moduleOf(script);
  expect(module.definitions(["x y"])).toEqual([]);
  expect(textOf(text, module.definition([]).key)).toBe(null);
  const other = parseMarked("export default { 'x y': mkMerge([1, mkIf(c, 2)]), [`z`]: [3] }");
  const keyOf = (words: readonly string[], steps: string): string | null => {
    const names = words.map((name) => ({ kind: "name", name }) as const);
    return textOf(other.text, moduleOf(other.script).definition([...names, ...trail(steps)]).key);
  };
  expect(keyOf(["x y"], "")).toBe("'x y'");
  expect(keyOf(["x y"], "#1 >")).toBe("'x y'");
  expect(keyOf(["z"], "")).toBe("`z`");
  expect(keyOf(["z"], "[0]")).toBe("`z`");
});

test("properties around a definition are told outermost first, with their condition or number", () => {
  const { script, text } = parseMarked(
    "const { mkIf: when } = confix;\nimport * as confix from 'confix';\n" +
      "export default confix.defineModule({}).config(when(({ config }) => config.on, {\n" +
      "  a: confix.mkMerge([confix.mkOverride(7, confix.mkBefore([1]))]),\n}))",
  );
  const [only] = moduleOf(script).definitions(["a"], true);
  expect(only?.exact).toBe(true);
  expect(only === undefined ? null : textOf(text, only)).toBe("[1]");
  expect(only?.properties.map(({ name, argument }) => [name, textOf(text, argument)])).toEqual([
    ["mkIf", "({ config }) => config.on"],
    ["mkMerge", null],
    ["mkOverride", "7"],
    ["mkBefore", null],
  ]);
  expect(only?.properties.map(({ place }) => place.line)).toEqual([3, 4, 4, 4]);
});

const peeled: readonly (readonly [text: string, path: string])[] = [
  ["export default { a: mkMerge([⟦1⟧, mkIf(x, ⟦2⟧), mkForce(mkMerge([⟦3⟧]))]) }", "a"],
  ["export default { a: () => mkForce(⟦1⟧) }", "a"],
  ["export default { a: ⟦() => 1⟧ }", "a"],
  ["export default { a: mkForce(⟦() => 1⟧) }", "a"],
  ["export default { a: ⟨mkMerge(list)⟩ }", "a"],
  ["export default { a: mkMerge([⟦1⟧, ⟨mkIf(...both)⟩]) }", "a"],
  ["export default { config: mkMerge([{ a: mkIf(x, ⟦1⟧) }, { a: ⟦make()⟧ }]) }", "a"],
];

test.each(peeled)("%s peeled", (marked, path) => {
  const { script, text, expected } = parseMarked(marked);
  expect(shown(text, moduleOf(script).definitions(path.split(" "), true))).toEqual(expected);
});
