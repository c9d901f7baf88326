// Files below /etc: what is in them, and what is refused.
import { evalModules } from "confix";
import { describe, expect, test } from "vitest";
import environment from "../../modules/environment.ts";
import { findings } from "./findings.ts";

function evaluate(...etc: readonly object[]) {
  return evalModules({ modules: [environment, ...etc.map((each) => ({ environment: { etc: each } }))] });
}

describe("environment.etc", () => {
  test("takes the path from the name, and joins the text of several modules", () => {
    const { config } = evaluate({ "a/b.conf": { text: "one" } }, { "a/b.conf": { text: "two", mode: "0600" } });
    expect(config.environment.etc).toEqual({
      "a/b.conf": {
        enable: true,
        group: "root",
        mode: "0600",
        source: null,
        target: "a/b.conf",
        text: "one\ntwo",
        user: "root",
      },
    });
  });

  test.each(["../passwd", "a/../b", "/etc/passwd", "a//b", "./a", "a/", ""])("refuses the path %j", (path) => {
    const { config } = evaluate({ [path]: { text: "" } });
    expect(() => config.environment.etc[path]?.target).toThrow(JSON.stringify(path));
  });

  test("refuses a mode that is none", () => {
    expect(() => evaluate({ a: { text: "", mode: "u=rw" } }).config.environment.etc["a"]?.mode).toThrow("mode");
  });

  test("wants either text or source of each file that is made", () => {
    const evaluation = evaluate({
      neither: {},
      both: { text: "", source: "/a" },
      off: { enable: false },
      text: { text: "" },
      source: { source: "/a" },
    });
    expect(findings(evaluation, "error")).toEqual([
      'environment.etc."both" needs either text or source, but has both.',
      'environment.etc."neither" needs either text or source, but has neither.',
    ]);
  });

  test("wants one writer of each file", () => {
    const evaluation = evaluate({
      a: { text: "" },
      b: { text: "", target: "a" },
      c: { text: "", target: "a", enable: false },
    });
    expect(findings(evaluation, "error")).toEqual(["Several members of environment.etc write /etc/a: a, b."]);
  });
});
