// Which machine runs whose programs, and with what.
import { describe, expect, test } from "vitest";
import { systems, type Platform, type PlatformInput } from "../../src/systems/index.ts";
import { errorOf } from "./error-of.ts";

const { elaborate, canExecute, emulator } = systems;

describe("canExecute", () => {
  const runs = (host: string | PlatformInput, target: string | PlatformInput): boolean =>
    canExecute(elaborate(host), elaborate(target));
  const x86 = (arch?: string): PlatformInput => ({
    system: "x86_64-linux",
    ...(arch === undefined ? {} : { gcc: { arch } }),
  });

  test("respects micro-architectures of one CPU", () => {
    expect(runs(x86("skylake"), x86("haswell"))).toBe(true);
    expect(runs(x86("haswell"), x86("skylake"))).toBe(false);
    expect(runs(x86("znver3"), x86("x86-64-v3"))).toBe(true);
    expect(runs(x86(), x86("x86-64-v2"))).toBe(false);
    expect(runs(x86("x86-64-v2"), x86())).toBe(true);
    expect(runs(x86("made-up"), x86("made-up"))).toBe(true);
  });

  test("takes an older CPU's programs to have no instruction that the newer one lacks", () => {
    expect(runs(x86(), { system: "i686-linux", gcc: { arch: "znver5" } })).toBe(true);
  });

  test("keeps Android apart from other Linux, and does not look at the C library else", () => {
    expect(runs("aarch64-linux", { config: "aarch64-unknown-linux-android" })).toBe(false);
    expect(runs("x86_64-linux", "x86_64-linux-musl")).toBe(true);
  });

  test("is not symmetric", () => {
    expect(runs("x86_64-linux", "i686-linux")).toBe(true);
    expect(runs("i686-linux", "x86_64-linux")).toBe(false);
  });

  test("refuses what is not an elaborated platform", () => {
    const platform = elaborate("x86_64-linux");
    // The cast: the caller may not have had TypeScript.
    for (const other of ["x86_64-linux", systems.parse("x86_64-linux"), null] as unknown as readonly Platform[]) {
      expect(errorOf(() => canExecute(platform, other)).code).toBe("system-wrong-kind");
      expect(errorOf(() => emulator(other, platform)).code).toBe("system-wrong-kind");
      expect(errorOf(() => systems.equals(platform, other)).code).toBe("system-wrong-kind");
    }
  });
});

describe("isCompatible", () => {
  test("takes CPUs, their names, and systems in any form", () => {
    const hosts = ["x86_64", "x86_64-linux", systems.parse("x86_64-linux").cpu, elaborate("x86_64-linux")];
    expect(hosts.map((host) => systems.isCompatible(host, "i686"))).toEqual([true, true, true, true]);
    expect(systems.isCompatible("arm64", "aarch64")).toBe(true);
  });

  test("refuses a name that is neither", () => {
    expect(() => systems.isCompatible("x86_65", "i686")).toThrow("`x86_65`");
  });
});

describe("emulator", () => {
  const runner = (host: string, target: string | PlatformInput): string | null => {
    const found = emulator(elaborate(host), elaborate(target));
    return found === null ? "none" : found.program;
  };

  test.each<[host: string, target: string | PlatformInput, program: string | null]>([
    ["x86_64-linux", "x86_64-linux", null],
    ["x86_64-linux", "i686-linux", null],
    ["x86_64-linux", "aarch64-linux", "qemu-aarch64"],
    ["x86_64-linux", "armv7l-linux", "qemu-arm"],
    ["x86_64-linux", "mips64el-linux-gnuabin32", "qemu-mipsn32el"],
    ["x86_64-linux", "powerpc64le-linux", "qemu-ppc64le"],
    ["x86_64-linux", { system: "x86_64-linux", gcc: { arch: "skylake" } }, "qemu-x86_64"],
    ["x86_64-linux", "s390-linux", "none"],
    ["x86_64-linux", "x86_64-windows", "wine"],
    ["x86_64-linux", "wasm32-wasi", "wasmtime"],
    ["aarch64-darwin", "wasm32-wasi", "wasmtime"],
    ["x86_64-linux", "javascript-ghcjs", "node"],
    ["x86_64-linux", "mmix-mmixware", "mmix"],
    ["x86_64-darwin", "aarch64-linux", "none"],
    ["x86_64-linux", "aarch64-darwin", "none"],
    ["x86_64-linux", "avr-none", "none"],
  ])("%s runs %j with %s", (host, target, program) => {
    expect(runner(host, target)).toBe(program);
  });

  test("tells native from impossible, and names the package", () => {
    const linux = elaborate("x86_64-linux");
    expect(emulator(linux, linux)).toEqual({ kind: "native", program: null, arguments: [], package: null });
    expect(emulator(linux, elaborate("x86_64-darwin"))).toBeNull();
    expect(emulator(linux, elaborate("i686-windows"))).toEqual({
      kind: "emulated",
      program: "wine",
      arguments: [],
      package: "wine32",
    });
  });
});
