// `confix eval --watch`: symbolic links on the way to a file, which are made to lead elsewhere.
import { mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { writeFiles } from "../host/temporary-files.ts";
import { confix } from "./run.ts";
import { Watching, watchedHost } from "./watching.ts";

const declare = (config: string, imports: readonly string[] = []): string => `import { mkOption, types } from "confix";
export default {
  imports: ${JSON.stringify(imports)},
  options: { v: mkOption({ type: types.int }) },
  config: { ${config} },
};
`;
const importing = (specifier: string): string => `import v from "${specifier}";\n${declare("v")}`;

/** Something that is named by a link. */
interface Case {
  readonly files: Readonly<Record<string, string>>;
  readonly link: string;
  /** What the link says at first, and then. */
  readonly targets: readonly [string, string];
  /** The files that say 1 and 2, which are found by it. */
  readonly ends: readonly [string, string];
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Two files, of which one is named by a link. */
function byFile(link: string, one: string, others: Readonly<Record<string, string>>, rest: Partial<Case> = {}): Case {
  const extension = link.slice(link.indexOf("."));
  const ends = [`one${extension}`, `two${extension}`] as const;
  const files = { ...others, [ends[0]]: one, [ends[1]]: one.replace("1", "2") };
  return { files, link, targets: ends, ends, ...rest };
}

/** Two folders with a file, of which one is named by a link. */
function byFolder(link: string, file: string, one: string, others: Readonly<Record<string, string>>): Case {
  const ends = [`one/${file}`, `two/${file}`] as const;
  const files = { ...others, [ends[0]]: one, [ends[1]]: one.replace("1", "2") };
  return { files, link, targets: ["one", "two"], ends };
}

const script = "export default 1;\n";
const pack = '{ "name": "part", "type": "module", "exports": "./index.ts" }';
const cases: Readonly<Record<string, Case>> = {
  "the file on the command line": byFile("host.ts", declare("v: 1"), {}),
  "a folder on the way to it": { ...byFolder("by", "host.ts", declare("v: 1"), {}), argv: ["by/host.ts"] },
  "a data file": byFile("site.yaml", "v: 1\n", { "host.ts": declare("", ["./site.yaml"]) }),
  "a folder on the way to a data file": byFolder("conf", "in/site.yaml", "v: 1\n", {
    "host.ts": declare("", ["./conf/in/site.yaml"]),
  }),
  "a script that is imported": byFile("part.ts", script, { "host.ts": importing("./part.ts") }),
  "a script that is imported without extension": byFile("part.ts", script, { "host.ts": importing("./part") }),
  "a folder on the way to a script": byFolder("parts", "part.ts", script, { "host.ts": importing("./parts/part.ts") }),
  "a folder that is imported": byFolder("parts", "index.ts", script, { "host.ts": importing("./parts/") }),
  "JSON that is imported": byFile("part.json", "1", { "host.ts": importing("./part.json") }),
  "CommonJS that is imported": byFile("part.cjs", "module.exports = 1;\n", { "host.ts": importing("./part.cjs") }),
  "a package": {
    ...byFolder("node_modules/part", "index.ts", script, {
      "host.ts": importing("part"),
      "one/package.json": pack,
      "two/package.json": pack,
      "node_modules/.keep": "",
    }),
    targets: ["../one", "../two"],
  },
  "the configuration of the tool": {
    files: {
      "host.ts": declare(""),
      "first.yaml": "v: 1\n",
      "second.yaml": "v: 2\n",
      "one.json": '{ "modules": ["./host.ts", "./first.yaml"] }',
      "two.json": '{ "modules": ["./host.ts", "./second.yaml"] }',
    },
    link: "confix.config.json",
    targets: ["one.json", "two.json"],
    ends: ["first.yaml", "second.yaml"],
    argv: [],
  },
  "a module of the environment": byFile(
    "extra.yaml",
    "v: 1\n",
    { "host.ts": declare("") },
    { env: { CONFIX_EXTRA_MODULES: "extra.yaml" } },
  ),
};

it.each(Object.entries(cases))("%s may be a link that is made to lead elsewhere", async (_what, given) => {
  const { files, link, targets, ends, argv = ["host.ts"], env = {} } = given;
  const [watching, first] = await Watching.begin(files, argv, { env, links: { [link]: targets[0] } });
  expect(JSON.parse(first.stdout)).toEqual({ v: 1 });
  watching.relink(link, targets[1]);
  expect(await watching.turn()).toMatchObject({
    stdout: "v = 2\n",
    stderr: expect.stringContaining(" 1 value differs ("),
  });
  // From now on, the file in the new place is followed, and the one in the old place is not.
  const both = {
    [ends[0]]: files[ends[0]]?.replace("1", "7") ?? "",
    [ends[1]]: files[ends[1]]?.replace("2", "3") ?? "",
  };
  const edited = await watching.change(both);
  expect(edited.stdout).toBe("v = 3\n");
  expect(edited.stderr).toMatch(/^watch: .*: 1 value differs \(\d+ ms\)\n$/);
  expect(edited.stderr).not.toContain(ends[0]);
  watching.relink(link, targets[0]);
  expect((await watching.turn()).stdout).toBe("v = 7\n");
  const lost = await watching.change({ [link]: null });
  expect(lost).toMatchObject({ stdout: "", stderr: expect.stringContaining("error[") });
  watching.relink(link, targets[1]);
  expect((await watching.turn()).stdout).toBe("v = 3\n");
});

describe("links", () => {
  const port = (value: number): string => `port: ${value}\n`;
  const said = (value: number): string => `port = ${value}\nurl = "http://web:${value}"\n`;
  const host = watchedHost.replace("./site.yaml", "./conf/site.yaml");

  it("may lead to links, and what they led to may be removed at once", async () => {
    // As Kubernetes mounts a ConfigMap.
    const [watching] = await Watching.begin({ "host.ts": host, "conf/..1/site.yaml": port(1) }, ["host.ts"], {
      links: { "conf/..data": "..1", "conf/site.yaml": "..data/site.yaml" },
    });
    for (const value of [2, 3]) {
      mkdirSync(join(watching.cwd, `conf/..${value}`));
      writeFileSync(join(watching.cwd, `conf/..${value}/site.yaml`), port(value));
      watching.relink("conf/..data", `..${value}`);
      rmSync(join(watching.cwd, `conf/..${value - 1}`), { recursive: true });
      const turn = await watching.turn();
      expect(turn.stdout).toBe(said(value));
      expect(turn.stderr).toMatch(/^watch: conf\/site\.yaml: 2 values differ \(\d+ ms\)\n$/);
    }
  });

  it("may lead out of the project, by links that lie there", async () => {
    const store = writeFiles({ "1/etc/site.yaml": port(1), "2/etc/site.yaml": port(2), "3/etc/site.yaml": port(3) });
    symlinkSync(join(store, "1"), join(store, "profile"));
    const links = { conf: join(store, "profile/etc") };
    const [watching] = await Watching.begin({ "host.ts": host }, ["host.ts"], { links });
    rmSync(join(store, "profile"));
    symlinkSync("2", join(store, "profile"));
    expect((await watching.turn()).stdout).toBe(said(2));
    watching.relink("conf", join(store, "3/../3/./etc"));
    expect((await watching.turn()).stdout).toBe(said(3));
    // Nobody asks any more where the link in between leads.
    rmSync(join(store, "profile"));
    writeFileSync(join(store, "2/etc/site.yaml"), port(7));
    writeFileSync(join(store, "3/etc/site.yaml"), port(8));
    const last = await watching.turn();
    expect(last.stdout).toBe(said(8));
    expect(last.stderr).not.toMatch(/profile|\/conf\b|2\/etc/);
  });

  it("may be missing for a while, or lead to nothing", async () => {
    const files = { "host.ts": host, "one/site.yaml": port(1), "two/site.yaml": port(2) };
    const [watching] = await Watching.begin(files, ["host.ts"], { links: { conf: "one" } });
    const lost = await watching.change({ conf: null });
    expect(lost).toMatchObject({ stdout: "", stderr: expect.stringContaining("error[file-not-found]") });
    watching.relink("conf", "two");
    expect((await watching.turn()).stdout).toBe(said(2));
    watching.relink("conf", "three/four");
    expect(await watching.turn()).toMatchObject({
      stdout: "",
      stderr: expect.stringContaining("error[file-not-found]"),
    });
    // Until something reaches it, nothing is done.
    const told = await watching.change({ "three/four/site.yaml": port(3) });
    expect(told.stdout).toBe(said(3));
    expect(told.stderr.match(/^watch: /gm)).toHaveLength(1);
    // Without a pause nobody sees that it was away.
    rmSync(join(watching.cwd, "conf"));
    symlinkSync("one", join(watching.cwd, "conf"));
    expect(await watching.turn()).toMatchObject({ stdout: said(1), stderr: expect.not.stringContaining("error") });
  });

  it("may go round in a circle", async () => {
    const files = { "host.ts": host, "one/site.yaml": port(1), "two/site.yaml": port(2) };
    const [watching] = await Watching.begin(files, ["host.ts"], { links: { conf: "other", other: "one" } });
    watching.relink("other", "conf");
    expect((await watching.turn()).stderr).toContain("error[");
    watching.relink("other", "two");
    expect((await watching.turn()).stdout).toBe(said(2));
  });

  it("may take the place of what was none, and give it back", async () => {
    const files = { "host.ts": host, "conf/site.yaml": port(1), "two/site.yaml": port(2), "three/site.yaml": port(3) };
    const [watching] = await Watching.begin(files, ["host.ts"]);
    rmSync(join(watching.cwd, "conf"), { recursive: true });
    watching.relink("conf", "two");
    expect((await watching.turn()).stdout).toBe(said(2));
    watching.relink("conf", "three");
    expect((await watching.turn()).stdout).toBe(said(3));
    rmSync(join(watching.cwd, "conf"));
    expect((await watching.change({ "conf/site.yaml": port(4) })).stdout).toBe(said(4));
    expect((await watching.change({ "conf/site.yaml": port(5) })).stdout).toBe(said(5));
  });

  it("that lead to one file lead to one module", async () => {
    const list = (value: number): string => `list: [${value}]\n`;
    const files = {
      "host.ts": `import { mkOption, types } from "confix";
export default { imports: ["./a.yaml", "./b.yaml"], options: { list: mkOption({ type: types.listOf(types.int) }) } };
`,
      "one.yaml": list(1),
      "two.yaml": list(2),
    };
    const [watching, first] = await Watching.begin(files, ["host.ts"], {
      links: { "a.yaml": "one.yaml", "b.yaml": "one.yaml" },
    });
    expect(JSON.parse(first.stdout)).toEqual({ list: [1] });
    watching.relink("b.yaml", "two.yaml");
    const { stdout } = await watching.turn();
    const fresh = await confix(["eval", "host.ts", "--compact", "--at", "list"], { cwd: watching.cwd });
    expect(fresh.stdout).toMatch(/1.*2|2.*1/);
    expect(stdout).toBe(`list = ${fresh.stdout}`);
    watching.relink("a.yaml", "two.yaml");
    expect((await watching.turn()).stdout).toBe("list = [2]\n");
  });

  // A script that makes a link when it is loaded.
  const mover = (name: string, target: string): string => `import { renameSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";
const link = fileURLToPath(new URL("./${name}", import.meta.url));
symlinkSync("${target}", link + "~");
renameSync(link + "~", link);
export default {};
`;

  it("may lead elsewhere while modules are loaded, after they were followed", async () => {
    const files = {
      "host.ts": importing("./conf/part.ts").replace("\n", '\nimport "./mover.mjs";\n'),
      "one/part.ts": script,
      "two/part.ts": script.replace("1", "2"),
      "mover.mjs": mover("conf", "two"),
    };
    const [watching, first] = await Watching.begin(files, ["host.ts"], { links: { conf: "one" } });
    expect(JSON.parse(first.stdout)).toEqual({ v: 1 });
    expect((await watching.turn()).stdout).toBe("v = 2\n");
  });

  it("may be made while modules are loaded, after they were missed", async () => {
    const store = writeFiles({ "site.mjs": "export default { port: 3 };\n" });
    // What it leads to is not new.
    while (Date.now() - statSync(join(store, "site.mjs")).ctimeMs < 100) await setTimeout(10);
    const files = { "host.ts": host.replace("site.yaml", "site.mjs"), "mover.mjs": mover("conf", store) };
    const [watching, first] = await Watching.begin(files, ["host.ts", "mover.mjs"]);
    expect(first.stderr).toContain("error[file-not-found]");
    expect(JSON.parse((await watching.turn()).stdout)).toMatchObject({ port: 3 });
  });
});
