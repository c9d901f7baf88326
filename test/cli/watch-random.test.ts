// What `confix eval --watch` prints, put together, is always what `confix eval` prints then.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { constant, constantFrom, record, sample } from "fast-check";
import { expect, test } from "vitest";
import { parsePath, type Path } from "../../src/kernel/path.ts";
import { confix } from "./run.ts";
import { type Turn, Watching } from "./watching.ts";

/** What each file may say. */
const versions: Readonly<Record<string, readonly string[]>> = {
  "host.ts": ["", '"./extra.toml"', '"./extra.toml", "./deep.ts"', '{ path: "./extra.toml", priority: "force" }'].map(
    (more) => `import { defineModule, mkIf, mkOption, types } from "confix";
import { scale } from "./lib/scale.ts";
import leaf from "./leaf.ts";
const site = types.submodule({ options: {
  port: mkOption({ type: types.int, default: 1 }),
  url: mkOption({ type: types.str, default: ({ config, name }) => \`\${name}:\${config.port}\` }),
} });
export default defineModule({
  imports: [leaf, "./site.yaml", ({ config }) => ({ config: { list: [() => config.n] } })${more === "" ? "" : `, ${more}`}],
  options: {
    n: mkOption({ type: types.int, default: 0 }),
    twice: mkOption({ type: types.int, default: ({ config }) => config.n * scale }),
    list: mkOption({ type: types.listOf(types.int), default: [] }),
    sites: mkOption({ type: types.attrsOf(site), default: {} }),
    free: mkOption({ type: types.attrsOf(types.anything), default: {} }),
  },
}).config(mkIf(({ config }) => config.n > 3, { free: { isBig: true } }));
`,
  ),
  "lib/scale.ts": ["2", "3", '"no number"'].map((value) => `export const scale = ${value};\n`),
  "leaf.ts": [1, 5, 9].map(
    (value) => `export default { free: { leaf: ${value}, sum: ({ config }) => config.n + ${value} } };\n`,
  ),
  "deep.ts": ["1", "({ config }) => config.twice"].map((value) => `export default { list: [${value}] };\n`),
  "site.yaml": [
    "n: 1\n",
    "n: 4\nsites: { a: {}, b: { port: 2 } }\n",
    "sites: { b: { port: 3 } }\nfree: { x: { y: 1 } }\n",
    "# n\nn: 4\nsites: { a: {}, c: { port: 9 } }\nfree: { x: { y: 1, z: [1] } }\n",
    "n: [\n",
    "unknown: 1\n",
  ],
  "extra.toml": ["n = 2\n", "list = [7, 8]\n", "[sites.t]\nport = 6\n"],
};

const edit = constantFrom(...Object.keys(versions)).chain((file) =>
  record({ file: constant(file), content: constantFrom(...(versions[file] ?? [])) }),
);

interface Changes {
  readonly changed: Readonly<Record<string, unknown>>;
  readonly removed: readonly string[];
}

function apply(value: Record<string, unknown>, { changed, removed }: Changes): void {
  for (const path of removed) {
    const [set, name] = placeOf(value, path);
    if (!Object.hasOwn(set, name)) throw new Error(`${path} was removed, and is not there`);
    Reflect.deleteProperty(set, name);
  }
  for (const [path, fresh] of Object.entries(changed)) {
    const [set, name] = placeOf(value, path);
    set[name] = fresh;
  }
}

function placeOf(value: Record<string, unknown>, written: string): readonly [Record<string, unknown>, string] {
  const parsed = parsePath(written);
  if (!("path" in parsed)) throw new Error(`no path: ${written}`);
  const path: Path = parsed.path;
  // The casts: above what is changed there are sets, and a path has a name.
  const set = path.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, value);
  return [set, path.at(-1) as string];
}

/** How a file comes to say something else; resolves with what is said of it. */
type Change = (watching: Watching, file: string, content: string) => Promise<Turn>;

// All but the one that names the others become links to files that stay as they are.
const relink: Change = async (watching, file, content) => {
  if (file === "host.ts") return await watching.change({ [file]: content });
  const at = versions[file]?.indexOf(content) ?? 0;
  const stored = join(watching.cwd, "store", `${at}`, file);
  if (!existsSync(stored)) {
    mkdirSync(dirname(stored), { recursive: true });
    writeFileSync(stored, content);
  }
  watching.relink(file, stored);
  return await watching.turn();
};

const ways: readonly (readonly [what: string, seed: number, change: Change])[] = [
  ...[1, 2, 3].map((seed) => {
    const change: Change = async (watching, file, content) => await watching.change({ [file]: content });
    return ["edits", seed, change] as const;
  }),
  ["links that lead elsewhere", 6, relink],
];

test.each(ways)("after each of many %s, seed %i", { timeout: 120_000 }, async (_what, seed, change) => {
  const first = Object.fromEntries(Object.entries(versions).map(([file, [content = ""]]) => [file, content]));
  const [watching, begun] = await Watching.begin(first, ["host.ts", "--compact"]);
  const value = JSON.parse(begun.stdout) as Record<string, unknown>; // The cast: a configuration is a set.
  const said = { ...first };
  let isBroken = false;
  let edits = 0;
  for (const { file, content } of sample(edit, { numRuns: 60, seed })) {
    // What nobody imports may change without a word.
    const isWatched = !["extra.toml", "deep.ts"].includes(file) || (said["host.ts"] ?? "").includes(file);
    if (said[file] === content || !isWatched) continue;
    said[file] = content;
    edits += 1;
    const { stdout, stderr } = await change(watching, file, content);
    const fresh = await confix(["eval", "host.ts", "--compact"], { cwd: watching.cwd });
    const isWrong = fresh.exitCode !== 0;
    // What is wrong is told when it is new, and that it is not any more.
    expect(stdout === "" || !isWrong).toBe(true);
    expect(isWrong === isBroken || stderr.includes(isWrong ? "error[" : "all is well again")).toBe(true);
    isBroken = isWrong;
    if (stdout !== "") apply(value, JSON.parse(stdout) as Changes); // The cast: that is what is printed.
    expect(isWrong ? null : value).toEqual(isWrong ? null : JSON.parse(fresh.stdout));
  }
  expect(edits).toBeGreaterThan(30);
});
