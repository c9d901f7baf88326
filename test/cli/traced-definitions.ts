// Modules that define something of the wrong type, in ways that only running them shows; `⟦…⟧` is around it.

/** The text of `host.ts`, or several files. */
export type Row = readonly [name: string, files: string | Readonly<Record<string, string>>];

/** What is wrong is of the wrong type. */
export const definitions: readonly Row[] = [
  [
    "a scalar in a pair of Object.fromEntries",
    `const names = ["a", "b"];
export default { config: { attrs: Object.fromEntries(names.map((name) => [name, ⟦"x"⟧])) } };`,
  ],
  [
    "a set in a pair of Object.fromEntries",
    `const names = ["a", "b"];
export default { sites: Object.fromEntries(names.map((name) => [name, { root: "/", port: ⟦"x"⟧ }])) };`,
  ],
  [
    "a loop with an assignment",
    `const sites: Record<string, unknown> = {};
for (const name of ["a", "b"]) {
  sites[name] = { port: ⟦name⟧ };
}
export default { config: { sites } };`,
  ],
  [
    "a loop with a scalar that is assigned",
    `const attrs = {};
for (const name of ["a", "b"]) attrs[name] = ⟦"x"⟧;
export default { attrs };`,
  ],
  [
    "a loop with a member that is assigned by name",
    `const site: any = {};
for (const port of ["x"]) site.port = ⟦port⟧;
export default { sites: { a: site } };`,
  ],
  [
    "a helper of the file",
    `function site(root) {
  return { root, port: ⟦"x"⟧ };
}
export default { sites: { a: site("/"), b: site("/b") } };`,
  ],
  [
    "a helper that is an arrow function",
    `const site = (root: string) => ({ root, port: ⟦"x"⟧ });
export default { sites: { a: site("/") } };`,
  ],
  [
    "a helper of another file",
    {
      "host.ts": 'import { site } from "./site.ts";\nexport default { config: { sites: { a: site("/") } } };',
      "site.ts": 'export function site(root: string) {\n  return {\n    root,\n    port: ⟦"x"⟧,\n  };\n}',
    },
  ],
  [
    "an argument of a helper, where the helper puts it",
    `const site = (port) => ({ root: "/", port: ⟦port⟧ });
export default { sites: { a: site("x") } };`,
  ],
  ["map to the elements of a list", `export default { list: [1, 2].map((n) => ⟦"x"⟧) };`],
  [
    "one of what a function returns to map",
    `export default { list: [1, 2].map((n) => {
  if (n === 1) return n;
  return ⟦String(n)⟧;
}) };`,
  ],
  ["map to submodules in a list", `export default { many: ["a"].map((root) => ({ root, port: ⟦root⟧ })) };`],
  ["flatMap", `export default { list: [1].flatMap((n) => [n, ⟦"x"⟧]) };`],
  ["a list that is filled", `const list: unknown[] = [1];\nlist.push(2, ⟦"x"⟧);\nexport default { list };`],
  ["lists that are joined", `export default { list: [1].map((n) => n).concat([2, ⟦"x"⟧]) };`],
  ["lists that are spread", `const more = () => [2, ⟦"x"⟧];\nexport default { list: [1, ...more()] };`],
  ["Array.from", `export default { list: Array.from({ length: 1 }, (_, at) => ⟦"x"⟧) };`],
  [
    "a spread of what a helper returns",
    `const common = (root) => ({ port: ⟦"x"⟧, root });
export default { sites: { a: { ...common("/"), root: "/a" } } };`,
  ],
  [
    "a spread of what a helper of another file returns",
    {
      "host.ts": 'import common from "./common.ts";\nexport default { config: { name: "a", ...common(true) } };',
      "common.ts": 'export default function (isLarge) {\n  return isLarge ? { port: ⟦"x"⟧ } : { port: 1 };\n}',
    },
  ],
  [
    "what a spread is overwritten by",
    `const common = () => ({ port: 1, root: "/" });
export default { sites: { a: { ...common(), port: ⟦"x"⟧ } } };`,
  ],
  [
    "one side of a condition",
    `const isLarge = JSON.parse("true");
export default { config: isLarge ? { port: ⟦"x"⟧ } : { port: 1 } };`,
  ],
  [
    "the other side of a condition",
    `const isLarge = JSON.parse("false");
export default { sites: { a: isLarge ? { port: 1 } : { port: ⟦"x"⟧ } } };`,
  ],
  [
    "a class that builds a module",
    `class Sites {
  sites: Record<string, unknown> = {};
  add(name: string, port: unknown) {
    this.sites[name] = { port: ⟦port⟧ };
    return this;
  }
}
export default { config: { sites: new Sites().add("a", "x").sites } };`,
  ],
  [
    "a field of a class",
    `class Host { port = ⟦"x"⟧; }
export default { config: { ...new Host() } };`,
  ],
  [
    "Object.assign",
    `const base = { root: "/", port: 1 };
export default { sites: { a: Object.assign({}, base, { port: ⟦"x"⟧ }) } };`,
  ],
  ["reduce", `export default { attrs: ["a", "b"].reduce((set, name) => ({ ...set, [name]: ⟦"x"⟧ }), {}) };`],
  ["a computed name", `const name = ["p", "ort"].join("");\nexport default { config: { [name]: ⟦"x"⟧ } };`],
  [
    "a name in a template",
    `const sites = (n) => ({ [\`site-\${n}\`]: { root: "/" }, [\`site-\${n + 1}\`]: { port: ⟦"x"⟧ } });
export default { sites: sites(1) };`,
  ],
  [
    "mkMerge of what map returns",
    `export default { config: mkMerge(["a", "b"].map((name) => ({ sites: { [name]: { port: ⟦"x"⟧ } } }))) };`,
  ],
  [
    "mkIf in a helper",
    `const when = (condition, port) => mkIf(condition, { sites: { a: { port: mkForce(⟦port⟧) } } });
export default { config: when(true, "x") };`,
  ],
  [
    "a property around what a loop makes",
    `export default { config: { attrs: Object.fromEntries(["a"].map((name) => [name, mkDefault(⟦"x"⟧)])) } };`,
  ],
  [
    "a function module with arguments",
    `export default ({ modulesPath, ...rest }) => {
  const attrs = {};
  for (const name of ["a"]) attrs[name] = ⟦modulesPath === "" ? 1 : "x"⟧;
  return { config: { attrs } };
};`,
  ],
  [
    "a lazy value",
    `const site = (on) => ({ port: ⟦on ? "x" : "y"⟧ });
export default { sites: { a: ({ config }) => site(config.on) } };`,
  ],
  [
    "a lazy value made in a loop",
    `export default { sites: Object.fromEntries(["a", "b"].map((name) => [name, ({ config }) => {
  const port = config.on ? "x" : 1;
  return { root: name, port: ⟦port⟧ };
}])) };`,
  ],
  [
    "a method that is a lazy value",
    `export default { sites: { a({ config }) {
  const site: any = {};
  site.port = ⟦config.on ? "x" : 1⟧;
  return site;
} } };`,
  ],
  [
    "modules made in a loop",
    `const ports = { a: 1, b: "x" };
export default { imports: Object.keys(ports).map((name) => ({ sites: { [name]: { port: ⟦ports[name]⟧ } } })) };`,
  ],
  [
    "defined modules made in a loop",
    `const make = (name) => defineModule({}).config({ sites: { [name]: { port: ⟦"x"⟧ } } } as never);
export default { imports: ["a", "b"].map(make) };`,
  ],
  [
    "imports by path made in a loop",
    {
      "host.ts": 'export default { imports: ["a", "b"].map((name) => `./${name}.ts`) };',
      "a.ts": 'export default { name: "a" };',
      "b.ts": 'const port = () => ({ port: ⟦"x"⟧ });\nexport default port();',
    },
  ],
  [
    "TypeScript's own expressions",
    `const site = <const T extends string>(root: T) => ({ root, port: ⟦"x" as const⟧ }) satisfies object;
export default { sites: { a: site("/") as never } };`,
  ],
  [
    "data that is imported",
    {
      "host.ts": 'import data from "./data.json";\nexport default { config: { sites: data.sites } };',
      "data.json": '{\n  "sites": { "a": { "port": ⟦"x"⟧ } }\n}',
    },
  ],
];
