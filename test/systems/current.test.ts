// The name of the machine this runs on.
import { describe, expect, test } from "vitest";
import { systems, type Machine } from "../../src/systems/index.ts";
import { errorOf } from "./error-of.ts";

describe("current", () => {
  test("names the running machine so that it can be elaborated", () => {
    const double = systems.current();
    expect(systems.toDouble(double)).toBe(double);
    expect(systems.elaborate(double).node).toEqual({ arch: process.arch, platform: process.platform });
  });

  test.each<[Machine, string]>([
    [{ platform: "linux", arch: "x64" }, "x86_64-linux"],
    [{ platform: "darwin", arch: "arm64" }, "aarch64-darwin"],
    [{ platform: "win32", arch: "ia32" }, "i686-windows"],
    [{ platform: "freebsd", arch: "riscv64" }, "riscv64-freebsd"],
    [{ platform: "sunos", arch: "x64" }, "x86_64-solaris"],
    [{ platform: "android", arch: "arm64" }, "aarch64-linux"],
    [{ platform: "linux", arch: "arm" }, "armv7l-linux"],
    [{ platform: "linux", arch: "arm", config: { variables: { arm_version: "6" } } }, "armv6l-linux"],
    [{ platform: "linux", arch: "loong64" }, "loongarch64-linux"],
  ])("%j", (machine, double) => {
    expect(systems.current(machine)).toBe(double);
  });

  test.each<[Machine]>([
    [{}],
    [{ platform: "browser" }],
    [{ platform: "aix", arch: "ppc64" }],
    [{ platform: "linux", arch: "pdp11" }],
  ])("%j has no name", (machine) => {
    const error = errorOf(() => systems.current(machine));
    expect([error.code, error.data]).toEqual(["system-current-unknown", { platform: null, arch: null, ...machine }]);
  });
});
