// `confix eval --watch`: what is printed after which change.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { confix } from "./run.ts";
import { type Turn, Watching, watchedFiles as files, watchedHost as host } from "./watching.ts";

describe("what is printed", () => {
  it("is the result, and then the values that differ, and nothing else", async () => {
    const [watching, first] = await Watching.begin(files, ["host.ts"]);
    expect(JSON.parse(first.stdout)).toEqual({ name: "web", port: 8080, tags: {}, url: "http://web:8080" });
    expect(first.stderr).toMatch(/^watch: waiting for changes; Ctrl-C ends it \(\d+ ms\)\n$/);
    const second = await watching.change({ "site.yaml": "port: 8081\n" });
    expect(second.stdout).toBe('port = 8081\nurl = "http://web:8081"\n');
    expect(second.stderr).toMatch(/^watch: site\.yaml: 2 values differ \(\d+ ms\)\n$/);
    const third = await watching.change({ "site.yaml": "port: 8081\ntags: { a: 1, b: 2 }\n" });
    expect(third.stdout).toBe("tags.a = 1\ntags.b = 2\n");
    const fourth = await watching.change({ "site.yaml": "port: 8081\ntags: { b: 3 }\n" });
    expect(fourth.stdout).toBe("tags.a (removed)\ntags.b = 3\n");
    const fifth = await watching.change({ "site.yaml": "# a comment\nport: 8081\ntags: { b: 3 }\n" });
    expect(fifth.stdout).toBe("");
    expect(fifth.stderr).toMatch(/^watch: site\.yaml: nothing differs \(\d+ ms\)\n$/);
    expect(await watching.interrupt()).toBe(0);
  });

  it.each([[["--format", "json"]], [["--compact"]]])("with %j is one JSON object for each change", async (flags) => {
    const [watching] = await Watching.begin(files, ["host.ts", ...flags]);
    await watching.change({ "site.yaml": "port: 8081\ntags: { a: 1 }\n" });
    const { stdout } = await watching.change({ "site.yaml": "port: 8082\n" });
    expect(stdout).toBe('{"changed":{"port":8082,"url":"http://web:8082"},"removed":["tags.a"]}\n');
  });

  it("with --at is what differs of that value", async () => {
    const [watching, first] = await Watching.begin(files, ["host.ts", "--at", "url"]);
    expect(first.stdout).toBe('"http://web:8080"\n');
    expect((await watching.change({ "site.yaml": "port: 8080\ntags: { a: 1 }\n" })).stdout).toBe("");
    expect((await watching.change({ "site.yaml": "name: x\n" })).stdout).toBe('url = "http://x:80"\n');
  });

  it("knows values that are set from outside, and modules that come from stdin", async () => {
    const [watching, first] = await Watching.begin(files, ["host.ts", "-", "--set", "port=1", "--compact"], {
      stdin: "name: y\n",
    });
    expect(first.stdout).toBe('{"name":"y","port":1,"tags":{},"url":"http://y:1"}\n');
    const { stdout } = await watching.change({ "site.yaml": "port: 5\ntags: { a: 1 }\n" });
    expect(stdout).toBe('{"changed":{"tags.a":1},"removed":[]}\n');
  });

  it("with --output is also all of the result, in that file, in its format", async () => {
    const [watching, first] = await Watching.begin(files, ["host.ts", "--output", "out.yaml", "--format", "yaml"]);
    expect(first.stdout).toBe("");
    const result = (): string => readFileSync(join(watching.cwd, "out.yaml"), "utf8");
    expect(result()).toBe("name: web\nport: 8080\ntags: {}\nurl: http://web:8080\n");
    expect((await watching.change({ "site.yaml": "port: 1\n" })).stdout).toBe('port = 1\nurl = "http://web:1"\n');
    expect(result()).toBe("name: web\nport: 1\ntags: {}\nurl: http://web:1\n");
    await watching.change({ "site.yaml": "port: x\n" });
    expect(result()).toContain("port: 1\n");
    expect(readdirSync(watching.cwd).toSorted()).toEqual(["host.ts", "out.yaml", "site.yaml"]);
  });
});

describe("what is wrong", () => {
  it("is told when it changes, and the last good result stands", async () => {
    const [watching] = await Watching.begin(files, ["host.ts"]);
    const wrong = await watching.change({ "site.yaml": "port: many\n" });
    expect(wrong.stdout).toBe("");
    expect(wrong.stderr).toContain("error[wrong-type]");
    expect(wrong.stderr).toContain(join(watching.cwd, "site.yaml:1:7"));
    expect(wrong.stderr).toContain("watch: site.yaml: the last good result stands");
    // The same mistake elsewhere stands in another line.
    const moved = await watching.change({ "site.yaml": "name: z\nport: many\n" });
    expect(moved.stderr).toContain(join(watching.cwd, "site.yaml:2:7"));
    const same = await watching.change({ "site.yaml": "name: y\nport: many\n" });
    expect(same).toMatchObject({ stdout: "", stderr: expect.not.stringContaining("error") });
    const well = await watching.change({ "site.yaml": "name: y\nport: 8080\n" });
    expect(well.stdout).toBe('name = "y"\nurl = "http://y:8080"\n');
    expect(well.stderr).toMatch(/^watch: site\.yaml: 2 values differ, all is well again \(\d+ ms\)\n$/);
  });

  it("may be a file that is half written", async () => {
    const [watching] = await Watching.begin(files, ["host.ts"]);
    const half = await watching.change({ "host.ts": host.slice(0, 150) });
    expect(half).toMatchObject({ stdout: "", stderr: expect.stringContaining("error[syntax-error]") });
    const whole = await watching.change({ "host.ts": host.replace("80 }", "81 }").replace('"web"', '"w"') });
    expect(whole).toMatchObject({
      stdout: 'name = "w"\nurl = "http://w:8080"\n',
      stderr: expect.stringContaining("all is well again"),
    });
    const broken = await watching.change({ "site.yaml": "port: [\n" });
    expect(broken.stderr).toContain("error[syntax-error]");
    expect((await watching.change({ "site.yaml": "port: 2\n" })).stdout).toBe('port = 2\nurl = "http://w:2"\n');
  });

  it("may be there from the beginning", async () => {
    const [watching, first] = await Watching.begin({ "host.ts": host }, ["host.ts"]);
    expect(first).toMatchObject({ stdout: "", stderr: expect.stringContaining("error[file-not-found]") });
    expect(first.stderr).toContain("there is no result");
    const well = await watching.change({ "site.yaml": "port: 1\n" });
    expect(JSON.parse(well.stdout)).toEqual({ name: "web", port: 1, tags: {}, url: "http://web:1" });
  });

  it("is told to programs as a report, also when nothing is wrong any more", async () => {
    const argv = ["host.ts", "--error-format", "json"];
    const [watching, first] = await Watching.begin(files, argv, {
      until: ({ stdout, stderr }) => stdout.endsWith("}\n") && stderr.endsWith("}\n"),
    });
    expect(JSON.parse(first.stderr)).toMatchObject({ diagnostics: [] });
    const isReport = ({ stderr }: Turn): boolean => stderr.endsWith("}\n");
    const wrong = await watching.change({ "site.yaml": "port: many\n" }, isReport);
    expect(JSON.parse(wrong.stderr)).toMatchObject({ diagnostics: [{ code: "wrong-type" }] });
    const well = await watching.change({ "site.yaml": "port: 1\n" }, isReport);
    expect(JSON.parse(well.stderr)).toMatchObject({ diagnostics: [] });
  });
});

describe("flags", () => {
  it.each([
    [["--restricted"], "--restricted"],
    [["--fleet", "a.ts", "--out-dir", "out"], "--fleet"],
    [["--stats"], "--stats"],
  ])("%j has no place beside it", async (flags, named) => {
    const run = await confix(["eval", "--watch", "host.ts", ...flags]);
    expect(run).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining(named) });
    expect(run.stderr).toContain("error[bad-flag]");
  });
});
