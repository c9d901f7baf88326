// What the code of users throws, wherever it runs: the option or the module, the line, the causes. Never an error of ours.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { defineModule, mkIf } from "../../src/authoring/index.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { messageOf } from "../../src/diagnostics/render-text.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";
import { hostileProxy, revokedProxy } from "../kernel/hostile.ts";
import { bomb, bombFile, evaluate, option } from "./evaluation.ts";
import { codesOf, diagnosticOf } from "./problems.ts";

const { anything, attrs, attrsOf, int, listOf, raw, str, submodule, unspecified } = types;
const here = fileURLToPath(import.meta.url);

/** The line of this file that ends with a comment. */
function lineOf(comment: string): number {
  return (
    readFileSync(here, "utf8")
      .split("\n")
      .findIndex((line) => line.endsWith(`// ${comment}`)) + 1
  );
}

/** What is wrong when `a`, of a type, is defined as a value in a module of this file. */
function wrong(type: AnyOptionType, a: unknown, file: string = here): readonly Diagnostic[] {
  return evaluate({ options: { a: option(type) } }, { _file: file, config: { a } }).output().diagnostics;
}

describe("the line", () => {
  const throwing = (): never => {
    throw new Error("of a value"); // in a value
  };

  it("that threw is the place, if it is in the file of the definition", () => {
    expect(wrong(int, throwing)).toMatchObject([
      { code: "value-threw", path: ["a"], origin: { file: here, line: lineOf("in a value") }, related: [] },
    ]);
  });

  it("that threw in another file is named beside the definition", () => {
    const calling = (): unknown => bomb();
    expect(wrong(int, calling, "/site.ts")).toMatchObject([
      { origin: { file: "/site.ts" }, related: [{ message: "thrown here", origin: { file: bombFile } }] },
    ]);
  });

  it("that threw is the place, if nothing is known of the definition", () => {
    const found = evaluate({ options: { a: option(int) } }, { a: throwing }).output().diagnostics;
    expect(found).toMatchObject([{ origin: { file: here, line: lineOf("in a value") }, related: [] }]);
  });

  it("is told of conditions, and of what runs while names are collected", () => {
    const line = lineOf("in a value");
    expect(wrong(int, mkIf(throwing, 1))).toMatchObject([{ code: "value-threw", origin: { file: here, line } }]);
    const collecting = evaluate({ options: { s: { a: option(int) } } }, { _file: here, config: { s: throwing } });
    expect(collecting.output().diagnostics).toMatchObject([{ code: "module-threw", origin: { file: here, line } }]);
  });

  it("is none of ours, and none of the program around", () => {
    // Thrown by the engine in code of Confix: there is no line to show.
    const [found] = wrong(int, Math.max.bind, "/site.ts");
    expect(found).toMatchObject({ code: "value-threw", origin: { file: "/site.ts" }, related: [] });
  });

  it("is not needed: anything may be thrown", () => {
    const silent = Object.defineProperty(new Error("x"), "stack", { get: bomb });
    for (const thrown of [undefined, "text", { message: "x" }, silent, Object.assign(new Error("x"), { stack: 5 })]) {
      const found = wrong(
        int,
        () => {
          throw thrown;
        },
        "/site.ts",
      );
      expect(found).toMatchObject([{ code: "value-threw", origin: { file: "/site.ts" }, related: [] }]);
    }
  });
});

describe("causes, and errors joined into one, are told", () => {
  const told = (error: unknown): readonly string[] =>
    wrong(int, () => {
      throw error;
    }).map(messageOf);

  it("each on its line", () => {
    const cause = new Error("no such file", { cause: "ENOENT" });
    expect(told(new Error("cannot read", { cause }))).toEqual([
      "Computing the option `a` threw: cannot read\ncaused by: no such file\ncaused by: ENOENT.",
    ]);
    expect(told(new AggregateError([new Error("one"), new TypeError("two")], "both"))).toEqual([
      "Computing the option `a` threw: both\n- one\n- two.",
    ]);
  });
});

describe("values whose reading throws", () => {
  const getter = Object.defineProperty({ b: 1 }, "x", { get: bomb, enumerable: true });
  const list = Object.defineProperty([1, 2], 1, { get: bomb, enumerable: true });

  it.each<readonly [string, AnyOptionType, unknown, string]>([
    ["a getter", raw, getter, "a.x"],
    ["a getter deep inside", raw, { y: [getter] }, 'a.y."0".x'],
    ["a getter in a set", attrs, getter, "a.x"],
    ["a getter in a set of any shape", anything, getter, "a.x"],
    ["a getter in a list", raw, list, 'a."1"'],
    ["a proxy", raw, hostileProxy(), "a"],
    ["a proxy of a list", raw, hostileProxy([]), "a"],
    ["a proxy in a set", raw, { x: hostileProxy() }, "a.x"],
    ["a proxy in a list", anything, [hostileProxy()], 'a."0"'],
    ["a proxy of an untyped option", unspecified, hostileProxy(), "a"],
    ["a revoked proxy", raw, revokedProxy(), "a"],
    ["a proxy among the values of a set", attrsOf(anything), { x: hostileProxy() }, "a.x"],
    ["a proxy among the elements of a list", listOf(anything), [hostileProxy()], 'a."[definition 1-entry 1]"'],
    ["a proxy whose names throw", raw, new Proxy({}, { ownKeys: bomb }), "a"],
  ])("are reported with their path: %s", (_what, type, value, path) => {
    const found = wrong(type, value);
    expect(codesOf(found)).toEqual([`value-threw ${path}`]);
  });

  it.each<readonly [string, AnyOptionType]>([
    ["an integer", int],
    ["a submodule", submodule({})],
    ["a list", listOf(str)],
  ])("are refused as anything else where %s is expected", (_what, type) => {
    expect(["wrong-type a", "value-threw a"]).toContain(codesOf(wrong(type, hostileProxy()))[0]);
  });

  it("are reported for one path alone as well", () => {
    const evaluation = evaluate({ options: { a: option(raw) } }, { a: { x: getter } });
    expect(codesOf(evaluation.output({ at: ["a", "x", "x"] }).diagnostics)).toEqual(["value-threw a.x.x"]);
    expect(evaluation.output({ at: ["a", "x", "b"] })).toMatchObject({ value: 1, diagnostics: [] });
  });
});

describe("modules whose reading throws", () => {
  const withGetter = (name: string): object =>
    Object.defineProperty({ _file: "/m.ts" }, name, { get: bomb, enumerable: true });

  it.each<readonly [string, unknown]>([
    ["config", withGetter("config")],
    ["options", withGetter("options")],
    ["imports", withGetter("imports")],
    ["key", withGetter("key")],
    ["a definition in short", Object.defineProperty({ imports: [] }, "a", { get: bomb, enumerable: true })],
    ["a proxy", hostileProxy()],
    ["a revoked proxy", revokedProxy()],
    ["a proxy that an object gives", { imports: [hostileProxy()] }],
    ["a proxy that a function returns", () => hostileProxy()],
    ["a proxy as definitions", { config: hostileProxy() }],
    ["a proxy as definitions of a set", { config: { s: hostileProxy() } }],
    ["a proxy as options", { options: hostileProxy() }],
    ["a getter among options", { options: Object.defineProperty({}, "x", { get: bomb, enumerable: true }) }],
    ["a proxy that is disabled", { disabledModules: [hostileProxy()] }],
    ["a proxy as definitions of a defined module", defineModule({}).config(hostileProxy() as never)],
  ])("are reported as the module's fault: %s", (_what, module) => {
    const options = { a: option(raw, { default: 1 }), s: { b: option(raw, { default: 1 }) } };
    const evaluation = evaluate({ options }, module);
    expect(evaluation.output().diagnostics.map(({ code }) => code)).toEqual(["module-threw"]);
    expect(diagnosticOf(() => evaluation.config).code).toBe("module-threw");
  });

  it("are named", () => {
    const evaluation = evaluate({ imports: [{ key: "k", imports: [withGetter("config")] }] });
    expect(evaluation.output().diagnostics).toMatchObject([
      { code: "module-threw", data: { module: "k:anon-1", message: "this must not be computed" } },
    ]);
  });
});

describe("a promise that is rejected", () => {
  it.each<readonly [string, AnyOptionType, () => unknown, string]>([
    ["as a value", raw, async () => await Promise.reject(new Error("late")), "no-json-form a"],
    ["as a value of another type", int, async () => await Promise.reject(new Error("late")), "wrong-type a"],
    ["in a list", raw, () => [Promise.reject(new Error("late"))], 'no-json-form a."0"'],
  ])("is refused, and does not end the process: %s", async (_where, type, value, code) => {
    const rejected: unknown[] = [];
    const note = (error: unknown): void => void rejected.push(error);
    process.on("unhandledRejection", note);
    try {
      expect(codesOf(wrong(type, value))).toEqual([code]);
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      process.off("unhandledRejection", note);
    }
    expect(rejected).toEqual([]);
  });
});
