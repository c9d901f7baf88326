// What a system string may say, and what is said of one that is wrong.
import { describe, expect, test } from "vitest";
import type { DiagnosticCode } from "../../src/diagnostics/catalog.ts";
import { systems, type SystemPart } from "../../src/systems/index.ts";
import { errorOf } from "./error-of.ts";

describe("parse", () => {
  test("fills in what a double leaves out", () => {
    expect(systems.parse("armv7l-linux")).toEqual({
      cpu: {
        name: "armv7l",
        bits: 32,
        family: "arm",
        significantByte: { name: "littleEndian" },
        version: "7",
        arch: "armv7",
      },
      vendor: { name: "unknown" },
      kernel: { name: "linux", execFormat: { name: "elf" }, families: {} },
      abi: { name: "gnueabihf", float: "hard", eabi: true },
    });
  });

  test("gives the canonical names of parts written otherwise", () => {
    const { cpu, kernel, vendor } = systems.parse("arm64-macos");
    expect([cpu.name, kernel.name, vendor.name]).toEqual(["aarch64", "darwin", "apple"]);
    expect(cpu).toEqual(systems.parse("aarch64-linux").cpu);
  });

  test("leaves out versions of kernels and what GNU tools append to their names", () => {
    const kernelOf = (input: string): string => systems.parse(input).kernel.name;
    expect(kernelOf("x86_64-apple-darwin20.6.0")).toBe("darwin");
    expect(kernelOf("x86_64-unknown-netbsd10.0")).toBe("netbsd");
    expect(kernelOf("x86_64-linuxabi64")).toBe("linux");
  });

  test("gives data that cannot be changed", () => {
    const parsed = systems.parse("x86_64-freebsd");
    for (const part of [parsed, parsed.cpu, parsed.vendor, parsed.kernel, parsed.kernel.families, parsed.abi]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });
});

type Refusal = readonly [input: string, code: DiagnosticCode, data: object];

function unknown(input: string, part: SystemPart, given: string, suggestion: string | null = null): Refusal {
  return [input, "system-unknown-part", { input, part, given, suggestion }];
}

function ambiguous(input: string, ...suggestions: readonly string[]): Refusal {
  return [input, "system-ambiguous", { input, suggestions }];
}

function miscounted(input: string, count: number): Refusal {
  return [input, "system-part-count", { input, count }];
}

const refusals: readonly Refusal[] = [
  unknown("aarch46-linux", "cpu", "aarch46", "aarch64-linux"),
  unknown("x86_46-linux", "cpu", "x86_46", "x86_64-linux"),
  unknown("X86_64-linux", "cpu", "X86_64", "x86_64-linux"),
  unknown("amd64-linux", "cpu", "amd64", "x86_64-linux"),
  unknown("ppc64le-linux", "cpu", "ppc64le", "powerpc64le-linux"),
  unknown("x86_64-linxu", "kernel", "linxu", "x86_64-linux"),
  unknown("x86_64-linuxeabi", "kernel", "linuxeabi"),
  unknown("i686-mingw32", "kernel", "mingw32", "i686-w64-mingw32"),
  unknown("aarch64-unknow-linux-gnu", "vendor", "unknow", "aarch64-unknown-linux-gnu"),
  unknown("aarch64-linux-mulsl", "abi", "mulsl", "aarch64-linux-musl"),
  unknown("armv7l-unknown-linux-gnueabifh", "abi", "gnueabifh", "armv7l-unknown-linux-gnueabihf"),
  unknown("riscv-linux", "cpu", "riscv", "riscv64-linux"),
  unknown("mips64-linux-n32", "abi", "n32", "mips64-linux-gnuabin32"),
  unknown("nope-linux", "cpu", "nope"),
  unknown("x86_64-", "kernel", ""),
  unknown("-linux", "cpu", ""),
  unknown("constructor-linux", "cpu", "constructor"),
  unknown("x86_64-__proto__", "kernel", "__proto__"),
  unknown("x86_64-linux-toString", "abi", "toString"),
  ambiguous("x86_64-unknown-linux", "x86_64-linux", "x86_64-unknown-linux-ABI"),
  ambiguous("x86-64-linux", "x86_64-linux"),
  ambiguous("x86_64-darwin-macho", "x86_64-darwin"),
  ambiguous("x86_64_linux", "x86_64-linux"),
  ambiguous("aarch64 darwin", "aarch64-darwin"),
  ambiguous("a_b"),
  ambiguous("a-b-c"),
  ambiguous("linux", "x86_64-linux"),
  ambiguous("aarch64", "aarch64-linux"),
  miscounted("", 0),
  miscounted("x86_64-unknown-linux-gnu-extra", 5),
];

describe("parse refuses", () => {
  test.each(refusals)("%j", (input, code, data) => {
    const error = errorOf(() => systems.parse(input));
    expect([error.code, error.data]).toEqual([code, data]);
  });

  test("and what it suggests can be parsed", () => {
    for (const [input] of refusals) {
      const { suggestion, suggestions = [] } = errorOf(() => systems.parse(input)).data;
      for (const one of [suggestion, ...Object(suggestions)]) {
        if (typeof one === "string") systems.parse(one.replace("-ABI", "-gnu"));
      }
    }
  });

  test("what is not a string", () => {
    for (const input of [undefined, null, 64, ["x86_64", "linux"], {}]) {
      // The cast: the caller may not have had TypeScript.
      expect(errorOf(() => systems.parse(input as unknown as string)).code).toBe("system-wrong-kind");
    }
  });
});

describe("toDouble and toTriple", () => {
  test("take strings, parsed systems and platforms", () => {
    const forms = ["armv6l-linux", systems.parse("armv6l-linux"), systems.elaborate("armv6l-linux")];
    expect(forms.map((form) => systems.toDouble(form))).toEqual(Array(3).fill("armv6l-linux"));
    expect(forms.map((form) => systems.toTriple(form))).toEqual(Array(3).fill("armv6l-unknown-linux-gnueabihf"));
  });

  test("write iOS as Darwin in a double, and say ELF where GNU tools would take NetBSD to mean a.out", () => {
    expect(systems.toDouble("arm64-apple-ios")).toBe("aarch64-darwin");
    expect(systems.toTriple("aarch64-ios")).toBe("arm64-apple-ios");
    expect(systems.toTriple("i686-netbsd")).toBe("i686-unknown-netbsdelf");
    expect(systems.toTriple("sparc64-netbsd")).toBe("sparc64-unknown-netbsd");
  });

  test("write the canonical triple, whatever the platform was elaborated from", () => {
    expect(systems.toTriple(systems.elaborate({ config: "msp430-elf" }))).toBe("msp430-unknown-none-elf");
  });

  test("refuse anything else", () => {
    // The cast: the caller may not have had TypeScript.
    const wrong = [null, 5, {}] as unknown as readonly string[];
    for (const form of wrong) expect(errorOf(() => systems.toDouble(form)).code).toBe("system-wrong-kind");
  });
});

describe("predicates", () => {
  test("take strings, parsed systems and platforms", () => {
    const { isAarch64, isMusl } = systems.predicates;
    const forms = ["aarch64-linux-musl", systems.parse("aarch64-linux-musl"), systems.elaborate("aarch64-linux-musl")];
    expect(forms.map((form) => isAarch64(form) && isMusl(form))).toEqual([true, true, true]);
    expect(isMusl("x86_64-linux")).toBe(false);
  });

  test("answer as the attributes of a platform do", () => {
    for (const input of Object.values(systems.examples)) {
      const platform = systems.elaborate(input);
      for (const [name, predicate] of Object.entries(systems.predicates)) {
        expect([name, predicate(platform)]).toEqual([name, Reflect.get(platform, name)]);
      }
    }
  });

  test("have no isArm any more, and say what there is", () => {
    expect(Object.keys(systems.predicates)).not.toContain("isArm");
    expect(errorOf(() => Reflect.get(systems.predicates, "isArm")).data).toMatchObject({ name: "isArm" });
  });
});
