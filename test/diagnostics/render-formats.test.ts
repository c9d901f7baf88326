// Diagnostics in the formats of other tools.
import { expect, describe, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderGithub } from "../../src/diagnostics/render-github.ts";
import { renderJson } from "../../src/diagnostics/render-json.ts";
import { renderJunit } from "../../src/diagnostics/render-junit.ts";
import { renderSarif } from "../../src/diagnostics/render-sarif.ts";
import { diagnostic } from "../../src/diagnostics/report.ts";
import { diagnosticsSchema } from "../../schemas/diagnostics.ts";
import { sarifDocument } from "./sarif-document.ts";

const origin = { file: "/srv/a b.ts", line: 3, column: 9, endLine: 3, endColumn: 14 };
const conflict = diagnostic(
  "conflict",
  {
    path: ["a", "b c"],
    origin,
    related: [
      { origin, message: "1" },
      { origin: { file: "/srv/c.yaml", line: 2 }, message: "2" },
    ],
    edit: { origin, text: "mkForce(1)" },
  },
  {},
);
const warning = diagnostic("module-warning", {}, { message: 'old: 100%, <b> & "c"\r\nsecond' });
const foreign = { ...warning, code: "of-another-version" } as unknown as Diagnostic;
const all = [conflict, warning];

const sarif = (diagnostics: readonly Diagnostic[]): object =>
  renderSarif(diagnostics, {
    version: "1.2.3",
    uriOf: (file) => encodeURI(file.replace("/srv/", "")),
  });

describe("JSON", () => {
  test("has everything that is known, under the published names", () => {
    expect(renderJson(all)).toEqual({
      formatVersion: 1,
      diagnostics: [
        {
          code: "conflict",
          severity: "error",
          message: expect.stringContaining('`a."b c"`'),
          path: ["a", "b c"],
          origin,
          related: [
            { message: "1", origin },
            { message: "2", origin: { file: "/srv/c.yaml", line: 2 } },
          ],
          help: expect.stringContaining("mkForce"),
          edit: { origin, text: "mkForce(1)" },
        },
        {
          code: "module-warning",
          severity: "warning",
          message: expect.stringContaining("old: 100%"),
          path: null,
          origin: null,
          related: [],
          help: null,
          edit: null,
        },
      ],
    });
  });

  test("is the published document", () => {
    expect(diagnosticsSchema.safeParse(renderJson([...all, foreign])).error).toBeUndefined();
    expect(diagnosticsSchema.safeParse({ formatVersion: 1, diagnostics: [{}] }).success).toBe(false);
  });

  test("is what it looks like as text", () => {
    expect(JSON.parse(JSON.stringify(renderJson(all)))).toEqual(renderJson(all));
  });
});

describe("SARIF", () => {
  test("keeps to the standard", () => {
    expect(sarifDocument.safeParse(sarif([...all, foreign])).error).toBeUndefined();
    expect(sarifDocument.safeParse(sarif([])).error).toBeUndefined();
  });

  test("names rules, places, options, other places and what mends it", () => {
    expect(sarif(all)).toMatchObject({
      runs: [
        {
          tool: { driver: { name: "confix", version: "1.2.3", rules: [{ id: "conflict" }, { id: "module-warning" }] } },
          results: [
            {
              ruleId: "conflict",
              ruleIndex: 0,
              level: "error",
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "a%20b.ts" },
                    region: { startLine: 3, startColumn: 9, endLine: 3, endColumn: 14 },
                  },
                  logicalLocations: [{ fullyQualifiedName: 'a."b c"' }],
                },
              ],
              relatedLocations: [{ message: { text: "1" } }, { physicalLocation: { region: { startLine: 2 } } }],
              fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: "mkForce(1)" } }] }] }],
            },
            { ruleId: "module-warning", ruleIndex: 1, level: "warning" },
          ],
        },
      ],
    });
  });
});

describe("GitHub's workflow commands", () => {
  test("are one line each, with the place and everything escaped", () => {
    const lines = renderGithub(all, (file) => file.replace("/srv/", "a,b:c/")).split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^::error file=a%2Cb%3Ac\/a b\.ts,line=3,endLine=3,col=9,endColumn=14,title=conflict::/);
    expect(lines[0]).toMatch(/%0Ahelp: /);
    expect(lines[1]).toMatch(/^::warning title=module-warning::.*100%25, <b> & "c"%0D%0Asecond\.$/);
    expect(lines[2]).toBe("");
  });
});

describe("JUnit", () => {
  test("has a case for each diagnostic, a failure for each error", () => {
    const report = renderJunit(all, "confix check");
    expect(report).toContain('<testsuite name="confix check" tests="2" failures="1" errors="0" skipped="0">');
    expect(report).toContain('name="conflict: a.&quot;b c&quot;" file="/srv/a b.ts" line="3"');
    expect(report).toMatch(/<failure type="conflict" message="[^"]+">[^<]+<\/failure>/);
    expect(report).toMatch(/<system-out>[^<]*&lt;b&gt; &amp; "c"\n[^<]*<\/system-out>/);
  });

  test("with nothing wrong has a case that passes", () => {
    expect(renderJunit([], "confix check")).toContain('tests="1" failures="0"');
  });

  test("holds no character that XML cannot", () => {
    const bad = diagnostic("module-warning", {}, { message: "a\u0000b\u001b[31m\uD800\uFFFE\u{1F600}" });
    const report = renderJunit([bad], "s");
    expect(report).toContain("\u{FFFD}b\u{FFFD}[31m\u{FFFD}\u{FFFD}\u{1F600}");
  });
});
