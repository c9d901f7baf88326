// Where messages point when only running a module shows it: loops, helpers, spreads, names that are computed.
import { describe, expect, test } from "vitest";
import { check, placeOf, type Reported } from "./marked-files.ts";
import { definitions, type Row } from "./traced-definitions.ts";

const head =
  'import { defineModule, defineSubmodule, mkAfter, mkDefault, mkForce, mkIf, mkMerge, mkOption, types } from "confix";\n';

const declarations = `${head}const site = { options: { root: mkOption({ type: types.str, default: "" }), port: mkOption({ type: types.port, default: 1 }) } };
export default {
  options: {
    port: mkOption({ type: types.port, default: 80 }),
    name: mkOption({ type: types.str, default: "" }),
    list: mkOption({ type: types.listOf(types.int), default: [] }),
    attrs: mkOption({ type: types.attrsOf(types.int), default: {} }),
    sites: mkOption({ type: types.attrsOf(types.submodule(site)), default: {} }),
    many: mkOption({ type: types.listOf(types.submodule(site)), default: [] }),
    on: mkOption({ type: types.bool, default: true }),
  },
};
`;

/** A row is the text of `host.ts`, or several files; `⟦…⟧` is around what is wrong. */
async function checkRow(
  files: Row[1],
): Promise<{ readonly found: readonly Reported[]; readonly marked: readonly string[] }> {
  const given = typeof files === "string" ? { "host.ts": files } : files;
  const named = Object.fromEntries(
    Object.entries(given).map(([name, text]) => [name, /\.[cm]?ts$/.test(name) ? head + text : text]),
  );
  const { found, marks } = await check({ "declarations.ts": declarations, ...named }, ["declarations.ts", "host.ts"]);
  return { found, marked: marks };
}

describe("the place of a definition", () => {
  test.each(definitions)("%s", async (_name, files) => {
    const { found, marked } = await checkRow(files);
    expect(found.length).toBeGreaterThan(0);
    for (const { code, origin } of found) {
      expect([code, placeOf(origin)]).toEqual(["wrong-type", marked[0]]);
      // A place that is exact has an end.
      expect(origin?.endColumn).toBeDefined();
    }
  });
});

/** Each stands alone: what is wrong is a default that has the wrong type, or a value that is missing. */
const options: readonly Row[] = [
  [
    "Object.fromEntries",
    `export default { options: Object.fromEntries(["a", "b"].map((name) => [name, ⟦mkOption({ type: types.port })⟧])) };`,
  ],
  [
    "a loop with an assignment",
    `const options = {};
for (const name of ["a", "b"]) {
  options[name] = ⟦mkOption({
    type: types.port,
  })⟧;
}
export default { options };`,
  ],
  [
    "a helper that returns several",
    `const ports = (...names) => names.reduce((all, name) => ({ ...all, [name]: ⟦mkOption({ type: types.port })⟧ }), {});
export default { options: { ...ports("a", "b") } };`,
  ],
  [
    "a helper with the names",
    `const service = () => ({ ⟦a⟧: mkOption({ type: types.port }) });
export default { options: { web: service(), db: service() } };`,
  ],
  [
    "a module that a helper of another file makes",
    {
      "host.ts": 'import { make } from "./make.ts";\nexport default { imports: [make("a"), make("b")] };',
      "make.ts":
        "export const make = (name) => defineModule({ options: { [name]: ⟦mkOption({ type: types.port })⟧ } });",
    },
  ],
  [
    "a submodule that a helper makes",
    `const submodule = (names) => types.submodule({
  options: Object.fromEntries(names.map((name) => [name, ⟦mkOption({ type: types.port })⟧])),
});
export default { options: { a: mkOption({ type: submodule(["b"]), default: {} }) } };`,
  ],
  [
    "a submodule that is a function",
    `export default { options: { sub: mkOption({ default: { x: {} }, type: types.attrsOf(types.submodule(({ name }) => {
  const options = {};
  for (const each of [name]) options[each] = ⟦mkOption({ type: types.port })⟧;
  return { options };
})) }) } };`,
  ],
  [
    "a defined submodule",
    `const make = (names: readonly string[]) => defineSubmodule({
  options: Object.fromEntries(names.map((name) => [name, ⟦mkOption({ type: types.port })⟧])),
});
export default { options: { a: mkOption({ type: types.submodule(make(["b"])), default: {} }) } };`,
  ],
];

describe("the place of an option that has no value", () => {
  test.each(options)("made by %s", async (_name, files) => {
    const { found, marked } = await checkRow(files);
    expect(found.length).toBeGreaterThan(0);
    for (const { code, origin } of found) {
      expect([code, placeOf(origin)]).toEqual(["missing-value", marked[0]]);
      expect(origin?.endColumn).toBeDefined();
    }
  });
});

describe("in what a helper makes", () => {
  test.each<readonly [string, string, string]>([
    [
      "a name that nobody declares",
      "undeclared-option",
      "const make = () => ({ ⟦prot⟧: 1 });\nexport default { config: make() };",
    ],
    [
      "a name that nobody declares, of a pair",
      "undeclared-option",
      'export default { config: Object.fromEntries(["prot"].map((name) => [⟦name⟧, 1])) };',
    ],
    [
      "a read of a name that does not exist",
      "unknown-name",
      "const make = () => ({ name: ({ config }) => ⟦config.nmae⟧ });\nexport default { config: make() };",
    ],
    [
      "a condition that is none",
      "condition-not-boolean",
      'const make = () => mkIf(⟦({ config }) => "x"⟧, { port: 1 });\nexport default { config: make() };',
    ],
  ])("%s", async (_what, code, text) => {
    const { found, marked } = await checkRow(text);
    expect(found.map((each) => [each.code, placeOf(each.origin)])).toEqual([[code, marked[0]]]);
  });

  test("all definitions of a conflict, each at its place", async () => {
    const { found, marked } = await checkRow(
      "const make = (port) => ({ port: ⟦port⟧ });\nconst other = () => ({ ...{ port: ⟦2⟧ } });\nexport default { imports: [make(1), other()] };",
    );
    expect(found.map(({ code }) => code)).toEqual(["conflict"]);
    expect(found[0]?.related.map(({ origin }) => placeOf(origin)).toSorted()).toEqual([...marked].toSorted());
  });
});

/** `⟦` is the beginning of the nearest place around it that is known. */
const unknown: readonly Row[] = [
  ["data that was read while running", `export default { config: ⟦JSON.parse('{"port":"x"}')⟧ };`],
  [
    "a part of such data",
    `const data = JSON.parse('{"a":{"port":"x"}}');
export default { config: { sites: ⟦{ ...data }⟧ } };`,
  ],
  [
    "one object that two calls returned",
    `const known = JSON.parse('{"a":{"port":"x"}}');
const get = new Map([["k", known]]);
get.get("k");
get.get("k");
export default {
  config: { sites: ⟦[known].length === 0 ? {} : known⟧ },
};`,
  ],
  [
    "a module of which each submodule has another",
    `const typed = { options: { p: mkOption({ type: types.int }) } };
const config = (name) => {
  const made = {};
  if (name === "a") made.p = "x";
  else made.p = "y";
  return made;
};
export default {
  options: { subs: mkOption({ type: types.attrsOf(types.submodule([typed, ({ name }) => ({ config: ⟦config(name)⟧ })])) }) },
  config: { subs: { a: {}, b: {} } },
};`,
  ],
  ["a copy", `const base = { port: "x" };\nexport default { config: ⟦structuredClone(base)⟧ };`],
  ["a list that was sorted", `export default { list: ⟦["x", 1].sort()⟧ };`],
  [
    "a list that was filtered",
    `const list = [1, 0].map((n) => (n === 0 ? "x" : n));
export default { list: ⟦list.filter((n) => n !== 1)⟧ };`,
  ],
  [
    "a member that was changed by what nobody follows",
    `const site = { port: 1 };
Reflect.set(site, "port", "x");
export default { config: { sites: Object.fromEntries([["a", ⟦site⟧]]) } };`,
  ],
  [
    "a member that was defined",
    `const site = () => Object.defineProperty({ root: "/" }, "port", { value: "x", enumerable: true });
export default { config: { sites: { a: ⟦site()⟧ } } };`,
  ],
  [
    "a member that is added to",
    `const site: any = { port: 1 };
for (const more of ["x"]) site.port += more;
export default { sites: { a: ⟦site⟧ } };`,
  ],
];

describe("what cannot be known is placed at the nearest that is", () => {
  test.each(unknown)("%s", async (_name, files) => {
    const { found, marked } = await checkRow(files);
    expect(found.length).toBeGreaterThan(0);
    for (const { code, origin } of found) {
      expect([code, placeOf(origin)]).toEqual(["wrong-type", marked[0]]);
      expect(origin?.endColumn).toBeUndefined();
    }
  });
});
