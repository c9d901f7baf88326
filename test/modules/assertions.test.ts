// Assertions fail the whole configuration, warnings accompany it, and neither is asked when one value is read.
import { evalModules } from "confix";
import { describe, expect, test } from "vitest";
import assertions from "../../modules/assertions.ts";
import { runCli } from "../examples/run-cli.ts";
import { findings } from "./findings.ts";
import { makeFolder, writeBelow } from "./tools.ts";

describe("assertions", () => {
  test("that are false fail the configuration, all of them, in order", () => {
    const evaluation = evalModules({
      modules: [
        assertions,
        { assertions: [{ assertion: false, message: "second" }] },
        {
          assertions: [
            { assertion: true, message: "fine" },
            { assertion: false, message: "first" },
          ],
        },
      ],
    });
    expect(findings(evaluation, "error")).toEqual(["first", "second"]);
    expect(evaluation.output().value).toBeUndefined();
  });

  test("do not fail the reading of one value", () => {
    const evaluation = evalModules({
      modules: [
        assertions,
        { options: {}, config: { assertions: [{ assertion: false, message: "no" }], warnings: ["w"] } },
      ],
    });
    expect(evaluation.config.warnings).toEqual(["w"]);
    expect(evaluation.output({ at: ["warnings"] }).diagnostics).toEqual([]);
  });

  test("compute the message only of those that are false", () => {
    const bomb = (): never => {
      throw new Error("computed a message that nobody needs");
    };
    const evaluation = evalModules({ modules: [assertions, { assertions: [{ assertion: true, message: bomb }] }] });
    expect(evaluation.output().diagnostics).toEqual([]);
    expect(evaluation.diagnostics({ force: true })).toEqual([]);
  });

  test("are not printed", () => {
    const evaluation = evalModules({ modules: [assertions, { warnings: ["old"] }] });
    expect(evaluation.output().value).toEqual({});
  });
});

describe("warnings", () => {
  test("are reported beside the result", () => {
    const evaluation = evalModules({ modules: [assertions, { warnings: ["b"] }, { warnings: ["a"] }] });
    expect(findings(evaluation, "warning")).toEqual(["a", "b"]);
    expect(findings(evaluation, "error")).toEqual([]);
    expect(evaluation.output().value).toEqual({});
  });
});

describe("on the command line", () => {
  const evaluate = async (definitions: string) => {
    const text = `import assertions from "confix/modules/assertions";\nexport default { imports: [assertions], ${definitions} };\n`;
    return await runCli("eval", writeBelow(makeFolder(), "host.ts", text));
  };

  test("warnings go to stderr beside the JSON", async () => {
    const { code, stdout, stderr } = await evaluate('config: { warnings: ["this is old"] }');
    expect({ code, stdout }).toEqual({ code: 0, stdout: "{}\n" });
    expect(stderr).toContain("this is old");
  });

  test("all failed assertions are listed, and nothing is printed", async () => {
    const failed = ["one is wrong", "two is wrong"].map((message) => ({ assertion: false, message }));
    const { code, stdout, stderr } = await evaluate(`config: { assertions: ${JSON.stringify(failed)} }`);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/one is wrong[^]*two is wrong/);
  });
});
