// What options say of the configuration as a whole, and what is wrong with that.
import { describe, expect, it } from "vitest";
import { mkOption } from "../../src/authoring/mk-option.ts";
import { types } from "../../src/types/types.ts";
import { bomb, evaluate, option } from "./evaluation.ts";
import { codesOf } from "./problems.ts";

describe("findings", () => {
  const options = {
    a: mkOption({
      type: types.int,
      default: 1,
      internal: true,
      findings: (value: number) => [
        { severity: "error" as const, message: `${value} is wrong` },
        { severity: "warning" as const, message: "careful" },
      ],
    }),
    b: option(types.int, { default: 2 }),
  };

  it("are asked when the whole is printed or checked, never for one value", () => {
    const evaluation = evaluate({ options });
    expect([evaluation.config["a"], evaluation.output({ at: ["b"] }).diagnostics, evaluation.diagnostics()]).toEqual([
      1,
      [],
      [],
    ]);
    expect(codesOf(evaluation.output().diagnostics)).toEqual(["failed-assertion a"]);
    expect(codesOf(evaluation.diagnostics({ force: true }))).toEqual(["failed-assertion a", "module-warning a"]);
  });

  it.each<readonly [string, unknown]>([
    ["no list", 5],
    ["nothing", undefined],
    ["a text", "wrong"],
    ["a list of texts", ["wrong"]],
    ["another severity", [{ severity: "fatal", message: "wrong" }]],
    ["no message", [{ severity: "error" }]],
  ])("that are none are a problem of the option: %s", (_what, found) => {
    const findings = (): never => found as never; // The cast: what TypeScript would refuse.
    const wrong = evaluate({ options: { a: mkOption({ type: types.int, default: 1, findings }) } });
    expect(codesOf(wrong.output().diagnostics)).toEqual(["bad-option-attribute a"]);
  });

  it("that throw are a problem like any other", () => {
    const throwing = evaluate({ options: { a: mkOption({ type: types.int, default: 1, findings: () => bomb() }) } });
    expect(codesOf(throwing.output().diagnostics)).toEqual(["value-threw a"]);
  });
});
