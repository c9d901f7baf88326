// What `confix eval --fleet` does about hosts that fail, and what it tells of them.
import { beforeAll, describe, expect, test } from "vitest";
import { diagnosticsSchema } from "../../schemas/diagnostics.ts";
import { builtProgram } from "./built.ts";
import { common, fleet, hostText, into, results } from "./fleet-files.ts";
import { confix, evalFiles } from "./run.ts";

beforeAll(() => void builtProgram());

describe("a host that fails", () => {
  const files = {
    "hosts/a.ts": hostText("a"),
    "hosts/b.ts": hostText("b", ", prots: [1]"),
    "hosts/c.ts": hostText("c"),
    "hosts/d.ts": "export default {\n",
    "out/b.json": '"old"\n',
    "out/z.json": '"of somebody else"\n',
  };
  const all = ["hosts/a.ts", "hosts/b.ts", "hosts/c.ts", "hosts/d.ts"];

  test("does not stop the others, and leaves no result of an earlier run", async () => {
    const run = await fleet(files, "common.ts", ...into, "--fleet", ...all, "hosts/nope.ts");
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toBe(
      "5 hosts: 2 evaluated, 3 failed\nfailed: b, d, nope\nremoved, of an earlier run: out/b.json\n",
    );
    expect(Object.keys(results(run.cwd))).toEqual(["a.json", "c.json", "z.json"]);
    const errors = [...run.stderr.matchAll(/^error\[(?<code>[\w-]+)\]/gm)].map(({ groups }) => groups?.["code"]);
    expect(errors).toEqual(["undeclared-option", "syntax-error", "file-not-found"]);
    const hosts = [...run.stderr.matchAll(/^ {2}on (?<hosts>.*)$/gm)].map(({ groups }) => groups?.["hosts"]);
    expect(hosts).toEqual(["host `b`", "host `d`", "host `nope`"]);
  });

  test("is told the same of as by `confix eval`, with its name", async () => {
    const argv = ["common.ts", "--error-format", "json"];
    const run = await fleet(
      { ...files, "hosts/e.ts": hostText("e", ", role: 'other', ports: 'x', users: { a: {} }") },
      ...argv,
      ...into,
      "--fleet",
      ...all,
      "hosts/e.ts",
    );
    type Report = { readonly diagnostics: readonly { readonly hosts?: readonly string[] }[] };
    const { diagnostics } = JSON.parse(run.stderr) as Report;
    for (const host of ["b", "d", "e"]) {
      const alone = await confix(["eval", ...argv, `hosts/${host}.ts`], { cwd: run.cwd });
      const own = diagnostics.filter(({ hosts }) => hosts?.includes(host));
      expect(own.length).toBeGreaterThan(0);
      expect(own.map(({ hosts: _hosts, ...finding }) => finding)).toEqual(
        (JSON.parse(alone.stderr) as Report).diagnostics,
      );
    }
  });

  test("is named by every form of report", async () => {
    const argv = ["common.ts", ...into, "--fleet", ...all, "--error-format"];
    const { stderr: json } = await fleet(files, ...argv, "json");
    const report = JSON.parse(json) as { diagnostics: { code: string; hosts: string[] }[] };
    expect(diagnosticsSchema.safeParse(report).success).toBe(true);
    expect(report.diagnostics.map(({ code, hosts }) => [code, hosts])).toEqual([
      ["undeclared-option", ["b"]],
      ["syntax-error", ["d"]],
    ]);
    const { stderr: sarif } = await fleet(files, ...argv, "sarif");
    const { runs } = JSON.parse(sarif) as { runs: { results: { message: { text: string }; properties: object }[] }[] };
    expect(runs[0]?.results.map(({ properties }) => properties)).toEqual([{ hosts: ["b"] }, { hosts: ["d"] }]);
    expect(runs[0]?.results[0]?.message.text).toContain("on host `b`");
    const { stderr: github } = await fleet(files, ...argv, "github");
    expect(github).toMatch(/^::error file=hosts\/b\.ts,.*%0Aon host `b`/m);
    const { stderr: junit } = await fleet(files, ...argv, "junit");
    expect(junit).toContain("on host `d`");
  });

  test("shares a mistake in what is common with the others: it is told once", async () => {
    const texts = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`hosts/h${at}.ts`, hostText(`h${at}`)]));
    const wrong = { ...texts, "common.ts": common.replace("[80]", "['http']") };
    const run = await fleet(wrong, "common.ts", ...into, "--fleet", ...Object.keys(texts));
    expect(run.exitCode).toBe(1);
    expect(run.stderr.match(/^error\[/gm)).toHaveLength(1);
    expect(run.stderr).toContain("on 7 hosts: `h0`, `h1`, `h2`, `h3`, `h4` and 2 more\n");
    expect(results(run.cwd)).toEqual({});
  });

  test("fails for what is common that cannot be loaded", async () => {
    const texts = { "hosts/a.ts": hostText("a"), "hosts/b.ts": hostText("b"), "common.ts": "export default {" };
    const run = await fleet(texts, "common.ts", ...into, "--fleet", "hosts/a.ts", "hosts/b.ts");
    expect(run).toMatchObject({ exitCode: 1, stdout: "2 hosts: 0 evaluated, 2 failed\nfailed: a, b\n" });
    expect(run.stderr).toContain("on 2 hosts: `a`, `b`\n");
  });

  test("fails for a file that another host could not load either", async () => {
    const importing = 'export default { imports: ["./broken.ts"], config: { name: "x" } };\n';
    const texts = { "a.ts": importing, "b.ts": importing, "c.ts": hostText("c"), "broken.ts": "export default {\n" };
    const argv = ["common.ts", ...into, "--jobs", "1", "--fleet", "a.ts", "b.ts", "c.ts"];
    const run = await fleet(texts, ...argv);
    expect(run).toMatchObject({ exitCode: 1, stdout: "3 hosts: 1 evaluated, 2 failed\nfailed: a, b\n" });
    expect(run.stderr).toContain("on 2 hosts: `a`, `b`\n");
  });

  test("counts for `--max-errors`", async () => {
    const run = await fleet(files, "common.ts", ...into, "--max-errors", "1", "--fleet", ...all);
    expect(run.stderr.match(/^error\[/gm)).toHaveLength(1);
    expect(run.stderr).toContain("… and 1 more error\n");
  });

  test("has a result as far as it goes with `--keep-going`", async () => {
    const run = await fleet(files, "common.ts", ...into, "--keep-going", "--fleet", "hosts/b.ts");
    expect(run.exitCode).toBe(1);
    expect(results(run.cwd)).toMatchObject({ "b.json": { name: "b" } });
  });

  test("does not show what is sensitive", async () => {
    const secret = {
      "common.ts":
        'import { mkOption, types } from "confix";\nexport default { options: { pass: mkOption({ type: types.int, sensitive: true }) } };\n',
      "a.ts": 'export default { pass: "sesame" };\n',
    };
    const run = await evalFiles(secret, ["common.ts", ...into, "--fleet", "a.ts"]);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain("wrong-type");
    expect(run.stderr).not.toContain("sesame");
  });

  test("that gives what has no JSON form is written without it, and says so", async () => {
    const run = await fleet(
      {
        "a.ts": hostText("a", ", users: {}"),
        "common.ts": common.replace(
          "ports: mkOption",
          "f: mkOption({ type: types.functionTo(types.str), default: () => () => 'x' }), ports: mkOption",
        ),
      },
      "common.ts",
      ...into,
      "--fleet",
      "a.ts",
    );
    expect(run).toMatchObject({ exitCode: 0 });
    expect(run.stderr).toBe("note: left out 1 value that has no JSON form on host a: f (a function)\n");
  });
});
