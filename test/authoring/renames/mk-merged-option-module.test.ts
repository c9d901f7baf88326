// Options that were replaced by one with other values.
import { mkChangedOptionModule, mkIf, mkMergedOptionModule, mkOption, types } from "confix";
import { describe, expect, test } from "vitest";
import assertions from "../../../modules/assertions.ts";
import { dataOf, evaluate, type Given, read } from "../../evaluate/evaluation.ts";
import { codesOf, problemOf } from "../../evaluate/problems.ts";

const host = { options: { address: mkOption({ type: types.str, default: "nowhere" }) } };
const merged = mkMergedOptionModule([["host"], ["net", "port"]], ["address"], ({ host, net }) =>
  [host ?? "*", net.port ?? "*"].join(":"),
);

describe("mkMergedOptionModule", () => {
  test("defines the new option as soon as one of the old ones is defined", () => {
    expect(dataOf(evaluate(host, merged))).toEqual({ address: "nowhere" });
    expect(dataOf(evaluate(host, merged, { net: { port: 80 } }))).toEqual({ address: "*:80" });
    expect(dataOf(evaluate(host, merged, { net: { port: 80 }, host: "a" }))).toEqual({ address: "a:80" });
    expect(dataOf(evaluate(host, merged, { host: mkIf(false, "a") }))).toEqual({ address: "nowhere" });
  });

  test("reads of old options only what somebody defines, and of all others what there is", () => {
    const seen: unknown[] = [];
    const module = mkMergedOptionModule([["a"], ["net", "b"], ["net", "deep", "c"]], ["address"], (config) => {
      const { a, net } = config;
      seen.push(a, net.b, net.deep.c, net.other, Object.keys(net), "b" in net);
      return problemOf(() => config.nett).code;
    });
    const others = { options: { net: { other: mkOption({ default: 1 }) } } };
    expect(read(evaluate(host, others, module, { net: { deep: { c: null } } }), "address")).toBe("unknown-name");
    expect(seen).toEqual([undefined, undefined, null, 1, ["b", "deep", "other"], true]);
  });

  test("everybody else reads the marker that nixpkgs gives undefined old options", () => {
    expect(read(evaluate(host, merged), "net.port")).toBe("_mkMergedOptionModule");
  });

  test("warns of each old option that is defined", () => {
    const used = { _file: "/site.ts", net: { port: 80 } };
    expect(read(evaluate(host, merged, assertions, used), "warnings")).toEqual([
      "The option `net.port`, defined in `/site.ts`, has given way to `address`, which takes other values.",
    ]);
    expect(codesOf(evaluate(host, merged, used).diagnostics({ force: true }))).toEqual(["option-changed net.port"]);
    expect(evaluate(host, merged, assertions).diagnostics({ force: true })).toEqual([]);
  });

  test("old options are hidden and not printed", () => {
    expect((evaluate(host, merged).options as Given)["net"].port).toMatchObject({ visible: false, obsolete: true });
  });

  test("arguments of the wrong kind are refused", () => {
    // The casts: TypeScript would refuse them as well.
    expect(problemOf(() => mkMergedOptionModule(["host"] as unknown as string[][], ["b"], () => 1)).code).toBe(
      "bad-argument",
    );
    expect(problemOf(() => mkMergedOptionModule([["a"]], [], () => 1)).code).toBe("bad-argument");
    expect(problemOf(() => mkMergedOptionModule([["a"]], ["b"], 1 as unknown as () => 1)).code).toBe("bad-argument");
  });
});

test("mkChangedOptionModule turns the value of one option into that of another", () => {
  const changed = mkChangedOptionModule(["secure"], ["address"], ({ secure }) => (secure ? "https" : "http"));
  expect(dataOf(evaluate(host, changed, { secure: true }))).toEqual({ address: "https" });
  expect(dataOf(evaluate(host, changed))).toEqual({ address: "nowhere" });
});
