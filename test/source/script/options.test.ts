// Where options are declared, also those of submodules, and where their attributes are.
import { expect, test } from "vitest";
import { moduleOf, parseMarked, shown } from "./marked.ts";

const site = "const site = defineSubmodule({ options: { root: ⟦mkOption()⟧ } }).config({ root: 1 });\n";
const web = (type: string): string => `export default { options: { sites: mkOption({ type: ${type} }) } }`;

/** A module, and the option that is looked for. No mark: it is surely not declared. */
const rows: readonly (readonly [text: string, path: string])[] = [
  ["export default { options: { a: ⟦mkOption()⟧ } }", "a"],
  ["export default { options: { a: { b: ⟦mkOption({})⟧ } } }", "a b"],
  ["export default { options: { a: ⟦{ b: mkOption({}) }⟧ } }", "a"],
  ["export default { options: { a: mkOption() } }", "b"],
  ["export default { options: { a: mkOption() } }", "a b"],
  ["export default { options: { a: ⟦mkEnableOption('x')⟧ } }", "a"],
  ["export default { options: { a: mkEnableOption('x') } }", "a b"],
  ["export default { options: { 'a.b': ⟦make()⟧ } }", "a.b"],
  ["export default { a: mkOption() }", "a"],
  ["export default { options: () => ({ a: ⟦mkOption()⟧ }) }", "a"],
  ["export default { options: { a: () => ({ b: ⟦mkOption()⟧ }) } }", "a b"],
  ["export default () => ({ options: { a: ⟦mkOption()⟧ } })", "a"],
  ["export default defineModule({ options: { a: ⟦mkOption()⟧ } })", "a"],
  ["export default defineModule({ options: { a: ⟦mkOption()⟧ } }).config({ a: 1 })", "a"],
  ["const options = { a: ⟦mkOption()⟧ };\nexport default defineModule({ options })", "a"],
  ["const base = { a: ⟦mkOption()⟧ };\nexport default { options: { ...base } }", "a"],
  ["export default { options: ⟨{ ...base }⟩ }", "a"],
  ["export default { options: ⟨make()⟩ }", "a"],
  ["export default { options: { a: ⟨make()⟩ } }", "a b"],
  ["export default ⟨make()⟩", "a"],
  ["export default ⟨{ ...base }⟩", "a"],
  ["const f = ⟨() => f⟩;\nexport default { options: f }", "a"],
  ["const t = () => ⟨t⟩;\nexport default { options: { a: mkOption({ type: t }) } }", "a b"],
  [
    "const m = { imports: [() => m] };\nexport default { options: { a: mkOption({ type: types.submodule(m) }) } }",
    "a b",
  ],
  ["const a = mkOption();\nexport default { options: { ⟦a⟧ } }", "a"],
  ["export default { options: { a: ⟨x ? { b: mkOption() } : {}⟩ } }", "a b"],
  ["export default { options: { ⟦get a() { return mkOption(); }⟧ } }", "a"],
  ["export default setDefaultModuleLocation('/x', { options: { a: mkOption() } })", "a"],
  // Submodules.
  [site + web("types.submodule(site)"), "sites root"],
  [site + web("types.attrsOf(types.submodule(site))"), "sites <name> root"],
  [site + web("types.lazyAttrsOf(types.submodule(site))"), "sites blog root"],
  [site + web("types.listOf(types.submodule(site))"), "sites * root"],
  [site + web("types.attrsWith({ elemType: types.submodule(site), lazy: true })"), "sites blog root"],
  [site + web("types.nullOr(types.submodule(site))"), "sites root"],
  [site + web("types.uniq(types.attrsOf(types.nullOr(types.submodule(site))))"), "sites blog root"],
  [site + web("types.unique({ message: '' }, types.submodule(site))"), "sites root"],
  [site + web("types.coercedTo(types.str, f, types.submodule(site))"), "sites root"],
  [site + web("types.addCheck(types.submodule(site), f)"), "sites root"],
  [site + web("types.functionTo(types.submodule(site))"), "sites <body> root"],
  [site + web("types.either(types.str, types.submodule(site))"), "sites root"],
  [site + web("types.oneOf([types.str, types.int, types.submodule(site)])"), "sites root"],
  [site + web("types.submodule([{}, site])"), "sites root"],
  [site + web("types.submoduleWith({ modules: [site] })"), "sites root"],
  [site + web("types.submoduleWith({ modules: [{ imports: [site] }] })"), "sites root"],
  [site + web("types.deferredModuleWith({ staticModules: [site] })"), "sites root"],
  [site + web("() => types.submodule(site)"), "sites root"],
  [site + web("types.submodule(() => site)"), "sites root"],
  [site + "const siteType = types.submodule(site);\n" + web("siteType"), "sites root"],
  [site + "const { submodule } = types;\n" + web("submodule(site)"), "sites root"],
  [site + "const t = types;\n" + web("t.submodule(site)"), "sites root"],
  [web("types.submodule({ options: { root: ⟦mkOption()⟧ } })"), "sites root"],
  [web("types.submodule(({ name }) => ({ options: { root: ⟦mkOption()⟧ } }))"), "sites root"],
  [web("types.attrTag({ a: ⟦mkOption()⟧ })"), "sites a"],
  [web("types.attrTag({ a: mkOption() })"), "sites b"],
  [web("types.str"), "sites root"],
  [web("types.listOf(types.str)"), "sites 0 root"],
  [web("types.enum(['a'])"), "sites a"],
  [web("types.attrsOf(⟨types.str⟩)"), "sites blog"],
  [web("⟨make()⟩"), "sites root"],
  [web("⟨types.mkOptionType({ name: 'x' })⟩"), "sites root"],
  [web("types.attrsOf(⟨other⟩)"), "sites blog root"],
  [web("types.submodule(⟨other⟩)"), "sites root"],
  [web("types.submodule([⟨other⟩, another])"), "sites root"],
  [web("types.submodule([other, { options: { root: ⟦mkOption()⟧ } }])"), "sites root"],
  [web("types.submodule([{ options: { a: ⟦mkOption()⟧ } }, { options: { a: ⟦mkOption()⟧ } }])"), "sites a"],
  [web("types.submodule(⟨{ imports: list }⟩)"), "sites root"],
  [
    web(
      "⟨types.either(types.submodule({ options: { a: mkOption() } }), types.submodule({ options: { a: mkOption() } }))⟩",
    ),
    "sites a",
  ],
  [web("⟨types.either(other, types.submodule({ options: { a: mkOption() } }))⟩"), "sites a"],
  [
    "const tree = defineSubmodule({ options: { a: ⟦mkOption()⟧, sub: mkOption({ type: () => types.submodule(tree) }) } });\n" +
      web("types.submodule(tree)"),
    "sites sub sub a",
  ],
  ["export default { options: { sites: ⟨mkOption({ ...base })⟩ } }", "sites root"],
  ["export default { options: { sites: ⟨mkOption(base)⟩ } }", "sites root"],
  ["export default { options: { sites: mkOption({ default: 1 }) } }", "sites root"],
];

test.each(rows)("%s looking for %s", (marked, path) => {
  const { script, text, expected } = parseMarked(marked);
  const names = path.split(" ");
  expect(shown(text, moduleOf(script).options(names))).toEqual(expected);
  const one = moduleOf(script).option(names);
  expect(one.exact).toBe(expected.length === 1 && expected[0]?.exact === true);
  expect(expected.length === 1 ? shown(text, [one]) : expected).toEqual(expected);
});

/** A declaration of `a`, and the attribute that is looked for. No mark: there is surely none. */
const attributes: readonly (readonly [text: string, name: string])[] = [
  ["mkOption({ type: ⟦types.str⟧ })", "type"],
  ["mkOption({ type: types.str, default: ⟦() => 1⟧, })", "default"],
  ["mkOption({ ⟦apply(value) { return value; }⟧ })", "apply"],
  ["mkOption({ description: ⟦`text`⟧ })", "description"],
  ["mkOption({ type: types.str })", "description"],
  ["mkOption()", "type"],
  ["mkEnableOption('x')", "description"],
  ["⟨mkOption(base)⟩", "type"],
  ["⟨mkOption({ ...base })⟩", "type"],
  ["⟨make({ type: 1 })⟩", "type"],
  ["mkOption({ ...base, type: ⟦types.str⟧ })", "type"],
];

test.each(attributes)("%s: %s", (declaration, name) => {
  const { script, text, expected } = parseMarked(`export default { options: { a: ${declaration} } }`);
  const found = moduleOf(script).optionAttribute(["a"], name);
  expect(shown(text, found === null ? [] : [found])).toEqual(expected);
});

test("the call and its attributes are found in variables as well", () => {
  const { script, text } = parseMarked(
    "const shared = { type: types.str };\nconst a = mkOption(shared);\n" +
      "export default { options: { a, b: mkEnableOption('b'), c: make() } }",
  );
  const module = moduleOf(script);
  const a = module.option(["a"]);
  expect([a.call?.name, a.call?.place.line, a.attributes?.line]).toEqual(["mkOption", 3, 2]);
  expect(text.slice(a.start, a.end)).toBe("a");
  expect(module.option(["b"])).toMatchObject({ call: { name: "mkEnableOption" }, attributes: null });
  expect(module.option(["c"])).toMatchObject({ call: null, attributes: null, exact: true });
});

test("the modules of an option's type are modules like others", () => {
  const { script, text, expected } = parseMarked(
    "const site = defineSubmodule({ options: {} }).config({ root: ⟦1⟧ });\n" +
      "export default { options: { sites: mkOption({ type: types.attrsOf(types.submodule([site, { root: ⟦2⟧ }])) }), a: mkOption(), b: mkOption({ type: x }) } }",
  );
  const module = moduleOf(script);
  const found = module.submodules(["sites"]) ?? [];
  expect(
    shown(
      text,
      found.flatMap((each) => each.definitions(["root"])),
    ),
  ).toEqual(expected);
  expect(module.submodules(["a"])).toEqual([]);
  expect(module.submodules(["b"])).toBe(null);
  expect(module.submodules(["c"])).toBe(null);
});
