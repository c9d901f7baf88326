// Where code reads options.
import { expect, test } from "vitest";
import { parseMarked, shown } from "./marked.ts";

/** A module, and the option whose reads in all of it are looked for. */
const rows: readonly (readonly [text: string, path: string])[] = [
  ["export default { a: ({ config }) => ⟦config.b⟧ }", "b"],
  ["export default { a: ({ config }) => ⟦config.b⟧.c }", "b"],
  ["export default { a: ({ config }) => ⟦config.b.c⟧ }", "b c"],
  ["export default { a: ({ config }) => ⟦config.b.c⟧.d[0].e() }", "b c"],
  ["export default { a: ({ config }) => config.c }", "b"],
  ["export default { a: ({ config }) => config.b.d }", "b c"],
  ["export default { a: ({ config }) => ⟦config.b⟧ + ⟦config.b⟧ }", "b"],
  ["export default { a: (args) => ⟦args.config.b⟧ }", "b"],
  ["export default { a: (args) => args.b }", "b"],
  ["export default { a: ({ config: c }) => ⟦c.b⟧ }", "b"],
  ["export default { a: ({ config: { ⟦b⟧ } }) => b }", "b"],
  ["export default { a: ({ config: { b: { c: ⟦d⟧ } } }) => d }", "b c"],
  ["export default { a: ({ config: { b } }) => ⟦b.c⟧ }", "b c"],
  [
    "export default { a: ({ config: { b: ⟦{ c }⟧ } }) => c }".replaceAll(/[⟦⟧]/g, "").replace("{ c }", "{ ⟦c⟧ }"),
    "b c",
  ],
  ["export default { a: ({ config: { ⟦b⟧ = 1 } }) => b }", "b"],
  ["export default { a: ({ config: { ['b']: ⟦x⟧ } }) => x }", "b"],
  ["export default { a: ({ config: { [k]: x } }) => x }", "b"],
  ["export default { a: ({ config }) => ⟦config['b']⟧ }", "b"],
  ["export default { a: ({ config }) => ⟦config?.b?.c⟧ }", "b c"],
  ["export default { a: ({ config }) => ⟦config.b!.c⟧! }", "b c"],
  ["export default { a: ({ config }) => ⟦(config.b as X).c⟧ }", "b c"],
  ["const k = 'b';\nexport default { a: ({ config }) => ⟦config[k]⟧ }", "b"],
  ["export default { a: ({ config }) => ⟨config.b[k]⟩ }", "b c"],
  ["export default { a: ({ config }) => ⟨config.b[k]⟩.c }", "b x c"],
  ["export default { a: ({ config }) => show(⟨config⟩) }", "b"],
  ["export default { a: ({ config }) => Object.keys(⟨config.b⟩) }", "b c"],
  ["export default { a: ({ config }) => ({ ...⟨config.b⟩ }) }", "b c"],
  ["export default { a: ({ config }) => Object.keys(⟦config.b⟧) }", "b"],
  ["export default { a: (args) => show(⟨args⟩) }", "b"],
  ["export default { a: ({ config }) => { const x = config.b; return ⟦x.c⟧; } }", "b c"],
  ["export default { a: ({ config }) => { const x = ⟦config.b⟧; return x.c; } }", "b"],
  ["export default { a: ({ config }) => { const { b } = config; return ⟦b.c⟧; } }", "b c"],
  ["export default { a: ({ config }) => { const { ⟦b⟧ } = config; return b; } }", "b"],
  ["export default { a: ({ config }) => { const { b: { c: ⟦d⟧ } } = config; return d; } }", "b c"],
  ["export default { a: ({ config }) => { const { x, ...⟨rest⟩ } = config; return rest; } }", "b"],
  ["export default { a: ({ config }) => { let x = config.b; x = y; return x.c; } }", "b c"],
  ["export default { a: (args) => { const { config } = args; return ⟦config.b⟧; } }", "b"],
  ["export default { a: (args) => { const { config: { ⟦b⟧ } } = args; return b; } }", "b"],
  ["export default { a: ({ config }) => { const config = { b: 1 }; return config.b; } }", "b"],
  ["export default { a: ({ config }) => [1].map((config) => config.b) }", "b"],
  ["export default { a: ({ config }) => [1].map((x) => ⟦config.b⟧) }", "b"],
  ["export default { a: list.map(({ config }) => config.b) }", "b"],
  ["export default { a: new Foo(({ config }) => config.b) }", "b"],
  ["const config = { b: 1 };\nexport default { a: () => config.b }", "b"],
  ["export default ({ config }) => ({ a: () => ⟦config.b⟧ })", "b"],
  ["export default function ({ config }) { const cfg = config.b; return { a: () => ⟦cfg.c⟧ }; }", "b c"],
  ["const read = ({ config }) => ⟦config.b⟧;\nexport default { a: read }", "b"],
  ["export default { a: mkIf(({ config }) => ⟦config.b⟧, 1) }", "b"],
  ["export default defineModule({}).config(({ config }) => ({ a: () => ⟦config.b⟧ }))", "b"],
  ["export default { options: { a: mkOption({ default: ({ config }) => ⟦config.b⟧ }) } }", "b"],
  ["export default { options: { a: mkOption({ apply: (config) => config.b }) } }", "b"],
  ["export default { options: { a: mkOption({ apply: ({ config }) => config.b }) } }", "b"],
  ["export default { options: { a: mkOption({ type: types.addCheck(t, ({ config }) => config.b) }) } }", "b"],
  ["export default { apply: ({ config }) => ⟦config.b⟧ }", "b"],
  ["export default { a: (x, { config }) => config.b }", "b"],
  ["export default { a() { return 1; }, c({ config }) { return ⟦config.b⟧; } }", "b"],
  ["export default { a: ({ config }) => 'b' in config }", "b"],
  ["export default { a: ({ config }) => 'c' in ⟦config.b⟧ }", "b"],
  ["export default { a: ({ config }) => typeof ⟦config.b⟧ }", "b"],
  ["export default { a: ({ config }) => ⟦config.b⟧ ?? (() => ⟦config.b⟧)() }", "b"],
  ["export default { a: ({ config }) => `${⟦config.b⟧}` }", "b"],
  ["export default { a: ({ options }) => ⟦options.b⟧.value }", "b"],
  ["export default { a: ({ options }) => mkAliasDefinitions(⟦options.b.c⟧) }", "b c"],
  ["export default { a: ({ options }) => 'b' in options }", "b"],
  ["export default { a: ({ options }) => 'c' in options.b }", "b"],
  ["export default { a: async ({ config }) => ⟦config.b⟧ }", "b"],
  ["export default { a: ({ config }) => { class X { get y() { return ⟦config.b⟧; } } return new X(); } }", "b"],
  ["export default { a: ({ config }) => { try { return ⟦config.b⟧; } catch (config) { return config.b; } } }", "b"],
  // Submodules have a configuration of their own.
  [
    "export default { a: ({ config }) => ⟦config.b⟧, options: { s: mkOption({ type: types.submodule({ x: ({ config }) => config.b }) }) } }",
    "b",
  ],
  ["export default { a: () => ({ config }) => ({ x: config.b }) }", "b"],
  ["export default ({ config }) => ({ a: () => ({ name }) => ({ x: () => ⟦config.b⟧ }) })", "b"],
  [
    "const site = defineSubmodule({}).config({ x: ({ config }) => config.b });\nexport default { a: ({ config }) => ⟦config.b⟧, s: site }",
    "b",
  ],
];

test.each(rows)("%s looking for %s", (marked, path) => {
  const { script, text, expected } = parseMarked(marked);
  expect(shown(text, script.reads({ start: 0, end: text.length }, path.split(" ")))).toEqual(expected);
});

/** A module, in which only what stands between `/*[*\/` and `/*]*\/` is looked at. */
const spans: readonly (readonly [text: string, path: string])[] = [
  ["export default { a: /*[*/({ config }) => ⟦config.b⟧/*]*/, c: ({ config }) => config.b }", "b"],
  ["export default ({ config }) => ({ a: /*[*/() => ⟦config.b⟧/*]*/, c: config.b })", "b"],
  ["export default ({ config }) => { const cfg = config.b; return { a: /*[*/() => ⟦cfg.c⟧/*]*/ }; }", "b c"],
  ["const s = defineSubmodule({}).config({ x: /*[*/({ config }) => ⟦config.b⟧/*]*/ });\nexport default { s }", "b"],
  ["const s = types.submodule({ x: /*[*/({ config }) => ⟦config.b⟧/*]*/ });\nexport default { s }", "b"],
  [
    "export default ({ config }) => ({ s: () => /*[*/({ config: inner }) => ({ x: inner.b, y: config.c })/*]*/ })".replace(
      "inner.b",
      "⟦inner.b⟧",
    ),
    "b",
  ],
  ["export default ({ config }) => ({ s: types.submodule({ x: /*[*/() => config.b/*]*/ }) })", "b"],
];

test.each(spans)("%s looking for %s in a span", (marked, path) => {
  const { script, text, expected } = parseMarked(marked);
  const span = { start: text.indexOf("/*[*/") + 5, end: text.indexOf("/*]*/") };
  expect(shown(text, script.reads(span, path.split(" ")))).toEqual(expected);
});
