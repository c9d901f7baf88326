// Platforms: which of the options counts, and that readers see all attributes.
import { evalModules, mkDefault, systems, type UntypedArgs } from "confix";
import { describe, expect, test } from "vitest";
import nixpkgs from "../../modules/nixpkgs.ts";
import { findings } from "./findings.ts";

function evaluate(definitions: object, ...more: readonly object[]) {
  return evalModules({ modules: [nixpkgs, { nixpkgs: definitions }, ...more.map((each) => ({ nixpkgs: each }))] });
}

const fromSystem = ({ config }: UntypedArgs): object => ({ system: config.nixpkgs.system, gcc: { arch: "rv64gc" } });

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

  test("has an effect on system only in that it is warned of, with both places", () => {
    const modules = [
      nixpkgs,
      { _file: "old.ts", nixpkgs: { system: "riscv64-linux" } },
      { _file: "new.ts", nixpkgs: { localSystem: { config: "aarch64-unknown-linux-musl" } } },
      { _file: "more.ts", nixpkgs: { localSystem: { isStatic: true } } },
    ];
    const evaluation = evalModules({ modules });
    // The cast: plain objects among the modules tell TypeScript nothing.
    const { nixpkgs: read } = evaluation.config as { nixpkgs: { system: string; localSystem: { isStatic: boolean } } };
    expect([read.system, read.localSystem.isStatic]).toEqual(["riscv64-linux", true]);
    const [warning, ...others] = findings(evaluation, "warning");
    expect(others).toEqual([]);
    expect(warning).toMatch(/nixpkgs\.system \(in old\.ts\) is overridden by nixpkgs\.localSystem \(in .*new\.ts.*\)/);
    expect(warning).toContain("more.ts");
    expect(warning).toContain('"riscv64-linux"');
    expect(warning).toContain('"aarch64-linux"');
  });

  test("is warned of where nobody gives system, which then is the machine that evaluates", () => {
    const other = systems.current().startsWith("riscv64") ? "x86_64-linux" : "riscv64-linux";
    const modules = [nixpkgs, { _file: "new.ts", nixpkgs: { localSystem: { system: other } } }];
    const [warning, ...others] = findings(evalModules({ modules }), "warning");
    expect(others).toEqual([]);
    for (const part of [systems.current(), other, "modules/nixpkgs.ts", "new.ts"]) expect(warning).toContain(part);
    expect(findings(evaluate({ localSystem: { system: other }, system: other }), "warning")).toEqual([]);
  });

  test.each([
    ["system decides", { system: "riscv64-linux" }],
    ["the default says the same", { localSystem: { system: systems.current() } }],
    ["localSystem is made from it", { system: "riscv64-linux", localSystem: fromSystem }],
    ["they agree", { system: "riscv64-linux", localSystem: { config: "riscv64-unknown-linux-musl" } }],
  ])("is not warned of where %s", (_name, definitions) => {
    expect(findings(evaluate(definitions), "warning")).toEqual([]);
  });

  test("does not compute system where it is given", () => {
    const { config } = evaluate({
      localSystem: { system: "aarch64-linux" },
      system: () => {
        throw new Error("system was read");
      },
    });
    expect(config.nixpkgs.hostPlatform.system).toBe("aarch64-linux");
  });

  test("shows every attribute, not only those that are given", () => {
    const printed = evaluate({ localSystem: { system: "aarch64-linux" } }).output({ at: ["nixpkgs", "localSystem"] });
    expect(printed.value).toEqual(systems.elaborate("aarch64-linux"));
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
    const modules = [
      nixpkgs,
      { _file: "today.ts", nixpkgs: { hostPlatform: "aarch64-linux" } },
      { _file: "before.ts", nixpkgs: { system: "x86_64-linux", crossSystem: "i686-linux" } },
    ];
    expect(findings(evalModules({ modules }), "error")).toEqual([
      "The platforms are given twice: by nixpkgs.hostPlatform (in today.ts), and in the older form by " +
        "nixpkgs.system (in before.ts), nixpkgs.crossSystem (in before.ts). Remove the latter.",
    ]);
  });

  test.each(["hostPlatform", "buildPlatform"])("%s does not go together with any of the older ones", (today) => {
    const system = "riscv64-linux";
    for (const before of [{ system }, { localSystem: { system } }, { crossSystem: { system } }]) {
      const [message, ...others] = findings(evaluate({ [today]: system }, before), "error");
      expect(others).toEqual([]);
      expect(message).toContain(`nixpkgs.${Object.keys(before)[0]}`);
    }
  });

  test("go together with a system that is only a default, as who evaluates for others sets one", () => {
    const fallback = evaluate({ hostPlatform: "aarch64-linux" }, { system: mkDefault("x86_64-linux") });
    expect([...findings(fallback, "error"), ...findings(fallback, "warning")]).toEqual([]);
    expect(fallback.config.nixpkgs.buildPlatform.system).toBe("aarch64-linux");
    const weak = evaluate({ hostPlatform: mkDefault("aarch64-linux") }, { localSystem: mkDefault("i686-linux") });
    expect(findings(weak, "error")).toHaveLength(1);
  });

  test("the older options go together", () => {
    const system = "riscv64-linux";
    expect(findings(evaluate({ system, crossSystem: { system: "i686-linux" } }), "error")).toEqual([]);
    expect(findings(evaluate({ localSystem: { system }, crossSystem: "i686-linux" }), "error")).toEqual([]);
  });

  test("take what is elaborated already, and stay the same", () => {
    const pi = systems.elaborate(systems.examples.raspberryPi);
    const { config } = evaluate({ hostPlatform: pi, buildPlatform: systems.elaborate("x86_64-linux") });
    expect(systems.equals(config.nixpkgs.hostPlatform, pi)).toBe(true);
    expect(config.nixpkgs.buildPlatform.isx86_64).toBe(true);
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
