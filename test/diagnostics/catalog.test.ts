// The catalogue: every code says what it has to say, in the words that are pinned here and nowhere else.
import { describe, expect, test } from "vitest";
import { catalog, type DiagnosticCode } from "../../src/diagnostics/catalog.ts";
import type { CatalogEntry } from "../../src/diagnostics/catalog/entry.ts";
import type { DataOf } from "../../src/diagnostics/diagnostic.ts";
import { helpOf, messageOf } from "../../src/diagnostics/render-text.ts";
import { diagnostic } from "../../src/diagnostics/report.ts";
import type { Example } from "./example.ts";
import { fileExamples } from "./tables/files.ts";
import { lintExamples } from "./tables/lint.ts";
import { moduleExamples } from "./tables/modules.ts";
import { optionExamples } from "./tables/options.ts";
import { systemExamples } from "./tables/systems.ts";
import { valueExamples } from "./tables/values.ts";

// The compiler sees to it that no code is missing.
const examples: { readonly [C in DiagnosticCode]: readonly Example<DataOf<C>>[] } = {
  ...optionExamples,
  ...valueExamples,
  ...moduleExamples,
  ...fileExamples,
  ...systemExamples,
  ...lintExamples,
};

// The casts: what TypeScript knows of an object's names is lost when they are listed.
const codes = Object.keys(catalog) as DiagnosticCode[];
const rows = codes.flatMap((code) =>
  (examples[code] as readonly Example<never>[]).map((example) => [code, example] as const),
);

describe("the words", () => {
  test.each(rows)("%s", (code, { path, data, message, help }) => {
    const made = diagnostic(code, path === null ? {} : { path }, data);
    expect(messageOf(made)).toBe(message);
    expect(helpOf(made)).toBe(help);
  });

  test("each code has an example", () => {
    expect(codes.filter((code) => examples[code].length === 0)).toEqual([]);
  });

  test("sentences begin and end as sentences do", () => {
    const wrong = rows.filter(([, { message }]) => !/^[A-Z`][^]*[.!?]$/.test(message));
    expect(wrong).toEqual([]);
  });

  test("what to do begins in the middle of a line, and has no full stop", () => {
    const wrong = rows.filter(([, { help }]) => help !== null && !/^[a-z`][^]*[^.!]$/.test(help));
    expect(wrong).toEqual([]);
  });

  test("nothing is quoted twice, and nothing is left to JavaScript to say", () => {
    const wrong = rows.filter(([, { message, help }]) => /``|\[object|NaN|=>\s*$/.test(`${message}\n${help ?? ""}`));
    expect(wrong).toEqual([]);
  });

  test("`undefined` is spoken of only where somebody wrote it", () => {
    const speaking = rows.filter(([, { message }]) => message.includes("undefined")).map(([code]) => code);
    expect([...new Set(speaking)].toSorted()).toEqual(["not-a-module", "undefined-value"]);
  });
});

describe("the entries", () => {
  // The cast: an entry is looked at without its data.
  const entries = Object.entries(catalog) as unknown as readonly (readonly [string, CatalogEntry<never>])[];

  test("have a severity that diagnostics take over", () => {
    for (const [code, { severity }] of entries) {
      expect([code, severity]).toEqual([code, expect.stringMatching(/^(?:error|warning)$/)]);
    }
    expect(diagnostic("conflict", {}, {}).severity).toBe("error");
    expect(diagnostic("module-warning", {}, { message: "m" }).severity).toBe("warning");
  });

  test("have an explanation in whole sentences", () => {
    expect(entries.filter(([, { explanation }]) => !/^[A-Z`][^]{20,}\.$/.test(explanation))).toEqual([]);
  });

  test("have codes that read as words", () => {
    expect(codes.filter((code) => !/^(?:(?:option|definition|lint)\/)?[a-z]+(?:-[a-z]+)*$/.test(code))).toEqual([]);
  });
});
