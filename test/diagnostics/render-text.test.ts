// How a diagnostic stands on a terminal: the sentence, where it is, the definitions, what to do.
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { ConfixError, fail, isConfixError, withPlace } from "../../src/diagnostics/errors.ts";
import { helpOf, messageOf, renderText } from "../../src/diagnostics/render-text.ts";
import { atDefinitions, diagnostic } from "../../src/diagnostics/report.ts";

describe("renderText", () => {
  test("lists the definitions, the first of which is the place", () => {
    const definitions = [
      { origin: { file: "/site.ts", line: 3, column: 7 }, shown: "8080" },
      { origin: { file: "/host.ts", line: 12 }, shown: '{\n  port: "http",\n}' },
      { origin: { file: "/base.ts" }, shown: null },
    ];
    expect(renderText(diagnostic("conflict", atDefinitions(["web", "port"], definitions), {}))).toBe(
      [
        "The option `web.port` has conflicting definitions.",
        "  - in /site.ts:3:7: 8080",
        "  - in /host.ts:12: {",
        '      port: "http",',
        "    }",
        "  - in /base.ts",
        "  help: give one of them `mkForce(…)` so that it wins, or `mkDefault(…)` so that it yields",
      ].join("\n"),
    );
  });

  test("says where it is, and which places belong to it", () => {
    const place = {
      path: ["a"],
      origin: { file: "/b.ts" },
      related: [{ origin: { file: "/a.ts" }, message: "declared here" }],
    };
    expect(renderText(diagnostic("incompatible-declarations", place, { attribute: "default" }))).toBe(
      [
        "The option `a` is declared more than once with `default`.",
        "  at /b.ts",
        "  - in /a.ts: declared here",
        "  help: leave `default` to one of the declarations, even if they agree",
      ].join("\n"),
    );
  });

  test("names the option where the sentence does not", () => {
    const data = { name: "pgks", available: [], suggestions: ["pkgs"] };
    const place = { path: ["environment", "packages"], origin: { file: "/site.ts" } };
    expect(renderText(diagnostic("missing-argument", place, data))).toBe(
      [
        "There is no module argument `pgks`.",
        "  at /site.ts, in `environment.packages`",
        "  help: did you mean `pkgs`?",
      ].join("\n"),
    );
    expect(renderText(diagnostic("failed-assertion", { path: ["a"] }, { message: "no" }))).toBe(
      "Failed assertion: no.\n  at `a`",
    );
  });

  test("indents what users write in several lines", () => {
    const text = renderText(diagnostic("value-threw", { path: ["a"] }, { message: "no such host:\nexample.org" }));
    expect(text).toBe("Computing the option `a` threw: no such host:\n  example.org.");
  });

  test("is one sentence where nothing else is known", () => {
    expect(renderText(diagnostic("failed-assertion", {}, { message: "no" }))).toBe("Failed assertion: no.");
  });

  test("keeps names apart that have quotes, backticks or line ends", () => {
    const named = (name: string): string => messageOf(diagnostic("option-not-readable", { path: ["a", name] }, {}));
    expect(named("my app")).toContain('`a."my app"`');
    expect(named("")).toContain('`a.""`');
    expect(named("x\ny")).toContain('`a."x\\ny"`');
    expect(named("`")).toContain(String.raw`"a.\"${"`"}\""`);
  });
});

describe("a diagnostic", () => {
  test("is frozen data with all its parts", () => {
    const made = diagnostic("conflict", {}, {});
    expect(Object.isFrozen(made)).toBe(true);
    expect(made).toEqual({
      code: "conflict",
      severity: "error",
      path: null,
      origin: null,
      related: [],
      edit: null,
      data: {},
    });
  });

  test("of another version of Confix, with a code that is not known here, can be shown", () => {
    // The cast: another version has other codes.
    const code = "not-yet-known" as Diagnostic["code"];
    const foreign: Diagnostic = { ...diagnostic("conflict", { path: ["a"] }, {}), code };
    expect(renderText(foreign)).toBe(
      [
        "Another version of Confix reports something that this one does not know.",
        "  at `a`",
        "  help: its code is `not-yet-known`",
      ].join("\n"),
    );
    // The cast: as above; a name that every object has.
    const inherited: Diagnostic = { ...foreign, code: "constructor" as Diagnostic["code"] };
    expect(helpOf(inherited)).toBe("its code is `constructor`");
  });
});

describe("ConfixError", () => {
  const first = diagnostic("conflict", { path: ["a"] }, {});
  const second = diagnostic("cyclic-value", { path: ["b"] }, {});

  test("has the text of all its diagnostics as message, and the cause", () => {
    const error = new ConfixError([first, second], "why");
    expect(error.message).toBe(`${renderText(first)}\n\n${renderText(second)}`);
    expect([error.name, error.cause]).toEqual(["ConfixError", "why"]);
    expect("cause" in new ConfixError([first])).toBe(false);
  });

  test("is known for what it is, also when another copy of Confix threw it", () => {
    expect(isConfixError(new ConfixError([first]))).toBe(true);
    expect(isConfixError({ [Symbol.for("confix.error")]: true, diagnostics: [] })).toBe(true);
    for (const other of [new Error("no"), null, undefined, "ConfixError", {}]) expect(isConfixError(other)).toBe(false);
  });

  test("is thrown by fail", () => {
    expect(() => fail(first, "why")).toThrow(expect.objectContaining({ diagnostics: [first], cause: "why" }));
  });
});

describe("withPlace", () => {
  const placeless = diagnostic("bad-argument", {}, { call: "f", argument: "x", problem: "is wrong", suggestions: [] });
  const placed = diagnostic("conflict", { path: ["x"] }, {});
  const place = { path: ["a"], origin: { file: "/a.ts" } };

  test("gives a place to what has none", () => {
    const error = withPlace(new ConfixError([placeless, placed], "why"), place);
    expect(error.diagnostics).toEqual([{ ...placeless, ...place }, placed]);
    expect(error.cause).toBe("why");
    expect(error.message).toContain("at /a.ts, in `a`");
  });

  test("says where a name is read that nobody declares", () => {
    const unknown = diagnostic("unknown-name", { path: ["services"] }, { name: "wbe", suggestions: [] });
    expect(withPlace(new ConfixError([unknown]), place).diagnostics).toEqual([{ ...unknown, origin: place.origin }]);
  });

  test("leaves an error as it is whose diagnostics all have one", () => {
    const error = new ConfixError([placed]);
    expect(withPlace(error, place)).toBe(error);
  });
});
