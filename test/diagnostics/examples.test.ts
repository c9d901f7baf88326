// The example of each code: what it shows is reported under that code, and what it says instead is not.
import { afterEach, describe, expect, test, vi } from "vitest";
import { catalog, type DiagnosticCode } from "../../src/diagnostics/catalog.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { codeExamples } from "../../src/diagnostics/examples/code-examples.ts";
import { type CodeExample, text } from "../../src/diagnostics/examples/example.ts";
import { commandOf, rightAttempt } from "../../src/diagnostics/examples/show-example.ts";
import { explanationText } from "../../src/diagnostics/explain-code.ts";
import { messageOf } from "../../src/diagnostics/render-text.ts";
import { diagnostic } from "../../src/diagnostics/report.ts";
import { reach } from "../repository/check-imports.ts";
import { listSources, readTexts } from "../repository/files.ts";
import { readImports } from "../repository/read-imports.ts";
import { type Outcome, runAttempt } from "./run-example.ts";

const written = vi.hoisted((): Diagnostic[] => []);

// What a command is about to write is looked at, in whatever form it writes it.
vi.mock(import("../../src/cli/write-findings.ts"), async (original) => {
  const real = await original();
  return {
    ...real,
    writeFindings: async (io, stream, found, request) => {
      written.push(...found);
      await real.writeFindings(io, stream, found, request);
    },
  };
});

afterEach(() => {
  written.length = 0;
  vi.restoreAllMocks();
});

// The cast: what TypeScript knows of an object's names is lost when they are listed.
const rows = Object.entries(codeExamples) as readonly (readonly [DiagnosticCode, CodeExample])[];
/** What the words say where no code can be seen: in another process, or inside another report. */
const sentences: { readonly [C in DiagnosticCode]?: (cwd: string) => Diagnostic } = {
  "never-settles": (cwd) => diagnostic("never-settles", {}, { file: `${cwd}/host.ts` }),
  "unhandled-error": () =>
    diagnostic(
      "unhandled-error",
      {},
      { kind: "promise", message: "ENOENT: no such file or directory, open '/nowhere/port.txt'" },
    ),
  "process-exit": () => diagnostic("process-exit", {}, { call: "process.exit" }),
  "no-current-folder": () => diagnostic("no-current-folder", {}, {}),
  "removed-option": (cwd) =>
    diagnostic(
      "removed-option",
      { path: ["services", "web", "ssl"] },
      { text: "Use `services.web.tls`.", files: [`${cwd}/host.yaml`] },
    ),
  "option-renamed": (cwd) =>
    diagnostic(
      "option-renamed",
      {},
      { from: "services.www.port", to: "services.web.port", files: [`${cwd}/host.yaml`] },
    ),
  "option-changed": (cwd) =>
    diagnostic("option-changed", {}, { from: "timeoutSeconds", to: "timeout", files: [`${cwd}/host.yaml`] }),
};

const seen = rows.filter(([, { runs }]) => runs !== "own-process");
const worded = rows.flatMap(([code, example]) => {
  const sentence = sentences[code];
  return sentence === undefined ? [] : [[code, example, sentence] as const];
});

async function runWrong(example: CodeExample): Promise<Outcome> {
  const { files, before = "", runs } = example;
  return await runAttempt({ files, before, command: commandOf(example) }, runs);
}

describe("an example", () => {
  test.each(seen)("of %s is reported as that", async (code, example) => {
    const { thrown } = await runWrong(example);
    const codes = new Set([...written, ...thrown].map((each) => each.code));
    const { alongside = [] } = example;
    expect([...codes].toSorted()).toEqual([code, ...alongside].toSorted());
  });

  test.each(worded)("of %s is reported in its words, and nothing else", async (_code, example, sentence) => {
    const { cwd, stderr } = await runWrong(example);
    const made = sentence(cwd);
    const heads = stderr.split("\n").filter((line) => /^(?:error|warning)\[/.test(line));
    expect(heads).toEqual([expect.stringContaining(messageOf(made))]);
    expect(heads[0]).toMatch(new RegExp(`^${made.severity}\\[`));
  });

  test("is run in one of these ways", () => {
    const others = rows.filter((row) => !seen.includes(row)).map(([code]) => code);
    expect(others.filter((code) => sentences[code] === undefined)).toEqual([]);
  });

  test.each(rows)("of %s is mended by what it says instead", async (_code, example) => {
    const { thrown, exitCode, stderr } = await runAttempt(rightAttempt(example), example.runs);
    expect([[...written, ...thrown], stderr, exitCode]).toEqual([[], "", 0]);
  });

  test("is short, and its lines fit beside their indentation", () => {
    const texts = rows.flatMap(([code, { files, right }]) =>
      [...Object.entries(files), ...Object.entries(right.files ?? {})].map(([name, content]) => ({
        at: `${code}: ${name}`,
        lines: content.split("\n"),
      })),
    );
    expect(texts.filter(({ lines }) => lines.length > 26 || lines.some((line) => line.length > 120))).toEqual([]);
    expect(texts.filter(({ lines }) => lines.at(-1) !== "" || lines[0] === "" || lines[0]?.startsWith(" "))).toEqual(
      [],
    );
  });
});

describe("the text of a file", () => {
  test("has no indentation but its own", () => {
    expect(text`
      a:

        b: 1
    `).toBe("a:\n\n  b: 1\n");
  });
});

describe("the explanation of a code", () => {
  test("gives the code, what it means, and its example with what to write instead", () => {
    expect(explanationText("missing-value")).toBe(
      [
        "error: missing-value",
        "",
        "An option without default needs a definition as soon as its value is read or printed. A definition",
        "under a condition that is false does not count. Types with an empty value (lists, attribute sets,",
        "`nullOr`) need none.",
        "",
        "For example:",
        "",
        "  host.yaml",
        "",
        "    imports: [./web.ts]",
        "",
        "  web.ts",
        "",
        '    import { mkOption, types } from "confix";',
        "",
        "    export default {",
        "      options: { services: { web: { port: mkOption({ type: types.port }) } } },",
        "    };",
        "",
        "    $ confix eval host.yaml",
        "",
        "Instead:",
        "",
        "  host.yaml",
        "",
        "    imports: [./web.ts]",
        "    services:",
        "      web:",
        "        port: 8080",
        "",
      ].join("\n"),
    );
  });

  test("names the other codes that its example is reported with", () => {
    expect(explanationText("lint/bad-suppression")).toContain("In this example, `option/missing-type` comes with it.");
  });

  test("exists for each code, in lines of at most 100 columns above the example", () => {
    for (const code of Object.keys(catalog)) {
      const [prose = ""] = (explanationText(code) ?? "").split("\nFor example:\n");
      expect(prose).toContain(code);
      expect(prose.split("\n").filter((line) => line.length > 100)).toEqual([]);
    }
  });

  test.each(["no-such-code", "", "toString", "__proto__"])("is null for what is no code: %j", (code) => {
    expect(explanationText(code)).toBeNull();
  });
});

test("nobody loads the examples before somebody asks for one", () => {
  const sources = readTexts(listSources("src", "schemas"));
  const loading = (name: string): readonly string[] =>
    [...sources].flatMap(([file, content]) =>
      readImports(file, content).some(({ specifier }) => specifier?.endsWith(name)) ? [file] : [],
    );
  expect([...reach(sources, "src/index.ts", "with types")].filter((file) => file.includes("/examples/"))).toEqual([]);
  expect(loading("/code-examples.ts")).toEqual(["src/diagnostics/explain-code.ts"]);
  for (const file of loading("/explain-code.ts")) {
    expect(sources.get(file)).not.toMatch(/from "[^"]*\/explain-code\.ts"/);
    expect(sources.get(file)).toMatch(/await import\("[^"]*\/explain-code\.ts"\)/);
  }
});
