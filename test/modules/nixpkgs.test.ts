// Platforms: which of the options counts, and that readers see all attributes.
import { evalModules, systems } from "confix";
import { describe, expect, test } from "vitest";
import nixpkgs from "../../modules/nixpkgs.ts";
import { findings } from "./findings.ts";

function evaluate(definitions: object, ...more: readonly object[]) {
  return evalModules({ modules: [nixpkgs, { nixpkgs: definitions }, ...more.map((each) => ({ nixpkgs: each }))] });
}

describe("nixpkgs.system", () => {
  test("is the running one by default", () => {
    expect(evalModules({ modules: [nixpkgs] }).config.nixpkgs.system).toBe(systems.current());
  });

  test("decides about localSystem", () => {
    const { localSystem } = evaluate({ system: "riscv64-linux" }).config.nixpkgs;
    expect(localSystem.config).toBe("riscv64-unknown-linux-gnu");
    expect(localSystem.isRiscV).toBe(true);
  });
});

describe("nixpkgs.localSystem", () => {
  test("overrides system completely, also where it does not name one", () => {
    const { config } = evaluate({ system: "riscv64-linux", localSystem: { config: "aarch64-unknown-linux-musl" } });
    expect(config.nixpkgs.localSystem.system).toBe("aarch64-linux");
    expect(config.nixpkgs.localSystem.isMusl).toBe(true);
  });

  test("is elaborated as systems.elaborate does it", () => {
    const { localSystem } = evaluate({ localSystem: { system: "armv7l-linux" } }).config.nixpkgs;
    expect(systems.equals(localSystem, systems.elaborate("armv7l-linux"))).toBe(true);
  });

  test("takes a name", () => {
    expect(evaluate({ localSystem: "i686-linux" }).config.nixpkgs.localSystem.is32bit).toBe(true);
  });

  test("refuses a platform that does not exist, with the option", () => {
    const { config } = evaluate({ localSystem: "z80-linux" });
    expect(() => config.nixpkgs.localSystem).toThrow(/nixpkgs\.localSystem[^]*z80|z80[^]*nixpkgs\.localSystem/);
  });
});

describe("nixpkgs.crossSystem", () => {
  test("is null by default", () => {
    expect(evaluate({}).config.nixpkgs.crossSystem).toBeNull();
  });

  test("is elaborated and becomes the host platform", () => {
    const { nixpkgs: read } = evaluate({ system: "x86_64-linux", crossSystem: { system: "aarch64-linux" } }).config;
    expect(read.crossSystem?.isAarch64).toBe(true);
    expect(read.hostPlatform.system).toBe("aarch64-linux");
    expect(read.buildPlatform.system).toBe("x86_64-linux");
  });
});

describe("nixpkgs.hostPlatform and buildPlatform", () => {
  test("are the local system by default", () => {
    const { nixpkgs: read } = evaluate({ system: "i686-linux" }).config;
    expect([read.hostPlatform.system, read.buildPlatform.system]).toEqual(["i686-linux", "i686-linux"]);
  });

  test("the host is where one builds, unless another is named", () => {
    const host = evaluate({ hostPlatform: "aarch64-linux" });
    expect(host.config.nixpkgs.buildPlatform.system).toBe("aarch64-linux");
    const cross = evaluate({ hostPlatform: "aarch64-linux", buildPlatform: "x86_64-linux" });
    expect(cross.config.nixpkgs.buildPlatform.system).toBe("x86_64-linux");
    expect([...findings(host, "error"), ...findings(cross, "error")]).toEqual([]);
  });

  test("do not go together with the older options", () => {
    const both = evaluate({ hostPlatform: "aarch64-linux" }, { system: "x86_64-linux", crossSystem: "i686-linux" });
    expect(findings(both, "error")).toEqual([expect.stringContaining("nixpkgs.system, nixpkgs.crossSystem")]);
  });
});

describe("nixpkgs.config", () => {
  test("is merged from all modules", () => {
    const { config } = evaluate(
      { config: { allowUnfree: true, permittedInsecurePackages: ["a"], nested: { x: 1 } } },
      { config: { permittedInsecurePackages: ["b"], nested: { y: 2 } } },
    );
    expect(config.nixpkgs.config).toEqual({
      allowUnfree: true,
      nested: { x: 1, y: 2 },
      permittedInsecurePackages: ["b", "a"],
    });
  });
});
