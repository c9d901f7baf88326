// How a platform behaves: given attributes go before derived ones, it is data, and it refuses what cannot be.
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { systems, type PlatformInput } from "../../src/systems/index.ts";
import { errorOf } from "./error-of.ts";

/** An input that the compiler would refuse, as callers without TypeScript may write it. */
function untyped(input: unknown): PlatformInput {
  // The cast is what this function is for.
  return input as PlatformInput;
}

describe("given attributes", () => {
  test("go before derived ones, and what is derived from them follows", () => {
    const platform = systems.elaborate({ system: "x86_64-linux", isStatic: true, useLLVM: true });
    expect(platform.linker).toBe("lld");
    expect(platform.hasSharedLibraries).toBe(false);
    expect(platform.extensions.library).toBe(".a");
    expect(systems.elaborate({ system: "i686-linux", linuxArch: "um" }).ubootArch).toBe("x86");
    expect(systems.elaborate({ system: "aarch64-linux", linuxArch: "um" }).ubootArch).toBe("um");
  });

  test("gcc.arch decides which instructions there are", () => {
    const { avx2Support, avx512Support } = systems.elaborate({ system: "x86_64-linux", gcc: { arch: "haswell" } });
    expect([avx2Support, avx512Support]).toEqual([true, false]);
  });

  test("the triple goes before the double", () => {
    const platform = systems.elaborate({ system: "aarch64-linux", config: "x86_64-unknown-linux-musl" });
    expect([platform.system, platform.libc]).toEqual(["x86_64-linux", "musl"]);
  });

  test("a triple is kept as it was written", () => {
    expect(systems.elaborate({ config: "x86_64-linux-gnu" }).config).toBe("x86_64-linux-gnu");
  });

  test("that are unknown are passed on", () => {
    const platform = systems.elaborate(untyped({ system: "x86_64-linux", myBoard: { name: "a", pins: [1, 2] } }));
    expect(platform).toHaveProperty("myBoard", { name: "a", pins: [1, 2] });
  });

  test("that are undefined count as not given", () => {
    const platform = systems.elaborate(untyped({ system: "x86_64-linux", libc: undefined, config: undefined }));
    expect(platform.libc).toBe("glibc");
  });

  test("are found by getters only when they are read, and once", () => {
    const read: string[] = [];
    const input = {
      system: "x86_64-linux",
      get libc(): string {
        read.push("libc");
        return "mine";
      },
      get gcc(): never {
        throw new Error("gcc was read");
      },
    };
    const platform = systems.elaborate(input);
    expect(Object.keys(platform)).toContain("gcc");
    expect(platform.linker).toBe("bfd");
    expect(read).toEqual([]);
    expect([platform.libc, platform.libc]).toEqual(["mine", "mine"]);
    expect(read).toEqual(["libc"]);
    expect(() => platform.avxSupport).toThrow("gcc was read");
  });

  test("may be changed later without changing the platform", () => {
    const gcc = { arch: "skylake" };
    const input = { system: "x86_64-linux", gcc };
    const platform = systems.elaborate(input);
    gcc.arch = "x86-64";
    input.system = "aarch64-linux";
    expect([platform.gcc.arch, platform.system, platform.avx2Support]).toEqual(["skylake", "x86_64-linux", true]);
    expect(Object.isFrozen(platform.gcc)).toBe(true);
    expect(Object.isFrozen(gcc)).toBe(false);
  });

  test("that are predicates decide alone, and what is derived asks nothing but them", () => {
    const os = (input: PlatformInput): string => systems.elaborate(input).rust.platform.os;
    expect(os({ system: "x86_64-linux", isWasi: true })).toBe("linux");
    expect(os({ system: "x86_64-linux", isWasm: true })).toBe("unknown");
    expect(os({ system: "wasm32-wasi", isWasi: false })).toBe("unknown");
    expect(os({ system: "wasm32-wasi" })).toBe("wasi");
    const odd = { system: "s390-linux", isAarch64: true };
    expect(systems.elaborate(odd).qemuArch).toBe("aarch64_be");
    expect(systems.elaborate({ config: "aarch64-apple-ios", isDarwin: false }).nim.os).toBe("iOS");
    expect(systems.elaborate({ system: "x86_64-linux", isLinux: false }).libc).toBe("native/impure");
  });

  test("of an elaborated platform can be replaced", () => {
    const base = systems.elaborate("x86_64-none");
    expect(systems.elaborate({ ...base, libc: "picolibc" })).toMatchObject({ libc: "picolibc", system: "x86_64-none" });
  });
});

test("a triple that leaves out an unknown ABI means the same when it is elaborated again", () => {
  for (const system of ["wasm32-linux-unknown", "wasm32-w64-windows-unknown", "x86_64-unknown-none-unknown"]) {
    const platform = systems.elaborate(system);
    expect([system, platform.parsed.abi.name]).toEqual([system, "unknown"]);
    expect(systems.equals(systems.elaborate(platform), platform)).toBe(true);
    // The cast: JSON of a platform has the attributes of one.
    const copy = JSON.parse(JSON.stringify(platform)) as PlatformInput;
    expect(systems.equals(systems.elaborate(copy), platform)).toBe(true);
  }
  // Alone, the triple means what everybody else takes it to mean.
  expect(systems.elaborate({ config: "wasm32-unknown-linux" }).parsed.abi.name).toBe("gnu");
});

describe("a platform is data", () => {
  const platform = systems.elaborate(systems.examples.raspberryPi);

  test("frozen, whatever is in it", () => {
    const unfrozen = (value: unknown): boolean =>
      typeof value === "object" && value !== null && (!Object.isFrozen(value) || Object.values(value).some(unfrozen));
    expect(unfrozen(platform)).toBe(false);
    expect(() => Object.assign(platform, { libc: "mine" })).toThrow(TypeError);
  });

  test("that can be listed, spread, cloned and written as JSON", () => {
    expect(Object.keys(platform)).toEqual(Object.keys(platform).toSorted());
    expect({ ...platform }.libc).toBe("glibc");
    expect(structuredClone(platform)).toEqual(platform);
    expect(JSON.parse(JSON.stringify(platform))).toEqual(platform);
    expect(Object.values(platform).filter((value) => typeof value === "function")).toEqual([]);
  });

  test("and printed as such", () => {
    expect(inspect(platform)).toContain("libc: 'glibc'");
  });

  test("from which isArm is gone", () => {
    expect("isArm" in platform).toBe(true);
    expect(Object.keys(platform)).not.toContain("isArm");
    const { code, data } = errorOf(() => Reflect.get(platform, "isArm"));
    expect([code, data]).toMatchObject(["platform-name-gone", { name: "isArm" }]);
  });
});

describe("equals", () => {
  test("compares every attribute", () => {
    expect(systems.equals(systems.elaborate("x86_64-linux"), systems.elaborate("x86_64-linux"))).toBe(true);
    const other = systems.elaborate({ system: "x86_64-linux", gcc: { arch: "x86-64-v3" } });
    expect(systems.equals(systems.elaborate("x86_64-linux"), other)).toBe(false);
    expect(systems.equals(other, systems.elaborate("x86_64-linux"))).toBe(false);
  });

  test("does not call two spellings of one triple equal", () => {
    const short = systems.elaborate({ config: "x86_64-linux-gnu" });
    expect(systems.equals(short, systems.elaborate("x86_64-linux"))).toBe(false);
  });
});

describe("where nixpkgs has no answer", () => {
  test("Nim's name for a MIPS is the one that was meant", () => {
    expect(systems.elaborate("mipsel-linux").nim).toEqual({ cpu: "mips", os: "Linux" });
    expect(systems.elaborate("mips64el-linux").nim).toEqual({ cpu: "mips64", os: "Linux" });
  });

  test("a library of a platform without shared libraries is a static one, though not listed", () => {
    for (const double of ["arm-none", "wasm32-wasi"]) {
      const { extensions } = systems.elaborate(double);
      expect(extensions.library).toBe(".a");
      expect(Object.keys(extensions)).toEqual(["executable", "staticLibrary"]);
      expect(systems.elaborate(systems.elaborate(double)).extensions.library).toBe(".a");
    }
  });

  test("a description of a Rust target gives the name of its file, in no store", () => {
    const input = { system: "aarch64-linux", rust: { platform: { arch: "aarch64", os: "mine" } } };
    expect(systems.elaborate(input).rust).toMatchObject({
      rustcTargetSpec: "aarch64-unknown-linux-gnu.json",
      rustcTarget: "aarch64-unknown-linux-gnu",
      cargoEnvVarTarget: "AARCH64_UNKNOWN_LINUX_GNU",
      platform: { arch: "aarch64", os: "mine", vendor: "unknown" },
    });
    const named = { system: "aarch64-linux", rust: { rustcTarget: "mine", platform: { arch: "aarch64" } } };
    expect(systems.elaborate(named).rust.rustcTargetSpec).toBe("mine.json");
  });
});

describe("elaborate refuses", () => {
  test("an ABI that does not fit the CPU, and names those that do", () => {
    const use = (config: string): unknown => errorOf(() => systems.elaborate({ config })).data;
    expect(use("arm-linux-gnu")).toMatchObject({ abi: "gnu", use: ["gnueabi", "gnueabihf"] });
    expect(use("armv7l-unknown-linux-android")).toMatchObject({ use: ["androideabi"] });
    expect(use("powerpc64-linux-gnu")).toMatchObject({ use: ["gnuabielfv1", "gnuabielfv2"] });
    expect(errorOf(() => systems.elaborate("arm-linux-gnu")).code).toBe("platform-abi-unfit");
  });

  test("prebuilt Android tools elsewhere", () => {
    const error = errorOf(() => systems.elaborate({ system: "x86_64-linux", useAndroidPrebuilt: true }));
    expect(error.code).toBe("platform-not-android");
  });

  test("names that are gone", () => {
    for (const name of ["isArm", "linux-kernel"]) {
      const error = errorOf(() => systems.elaborate(untyped({ system: "armv7l-linux", [name]: {} })));
      expect([error.code, error.data]).toMatchObject(["platform-name-gone", { name }]);
    }
  });

  test("attributes that do not name a system", () => {
    expect(errorOf(() => systems.elaborate({ libc: "musl" })).data).toEqual({ attributes: ["libc"] });
    expect(errorOf(() => systems.elaborate({})).code).toBe("platform-without-system");
  });

  test("a triple that is ambiguous, unless the double beside it makes it clear", () => {
    expect(errorOf(() => systems.elaborate({ config: "x86_64-unknown-none" })).code).toBe("system-ambiguous");
    const other = { config: "x86_64-unknown-none", system: "x86_64-linux" };
    expect(errorOf(() => systems.elaborate(other)).code).toBe("system-ambiguous");
    const platform = systems.elaborate({ config: "x86_64-unknown-none", system: "x86_64-none" });
    expect(platform.parsed.kernel.name).toBe("none");
  });

  test.each([
    ["a list", ["x86_64-linux"]],
    ["nothing", null],
    ["a date", new Date(0)],
  ])("%s", (_name, input) => {
    expect(errorOf(() => systems.elaborate(untyped(input))).code).toBe("system-wrong-kind");
  });

  test.each([
    ["system", 64],
    ["config", null],
    ["gcc", "skylake"],
    ["isStatic", "yes"],
    ["rust", null],
    ["emulator", () => "qemu"],
    ["made", { on: new Date(0) }],
  ])("%s of another kind", (attribute, value) => {
    const error = errorOf(() => systems.elaborate(untyped({ system: "x86_64-linux", [attribute]: value })));
    expect([error.code, error.data]).toMatchObject(["platform-attribute-wrong-kind", { attribute }]);
  });
});
