// What the compiler knows of systems and platforms.
import { evalModules, type PlatformExtras, type systems as publicSystems } from "confix";
import nixpkgs from "confix/modules/nixpkgs";
import { expectTypeOf, test } from "vitest";
import { systems, type CpuName, type Platform, type PlatformInput } from "../../src/systems/index.ts";

test("a platform's attributes are typed", () => {
  const platform = systems.elaborate("x86_64-linux");
  expectTypeOf(platform).toEqualTypeOf<Platform>();
  expectTypeOf(platform.isAarch64).toEqualTypeOf<boolean>();
  expectTypeOf(platform.avx2Support).toEqualTypeOf<boolean>();
  expectTypeOf(platform.libc).toEqualTypeOf<string | null>();
  expectTypeOf(platform.parsed.cpu.name).toEqualTypeOf<CpuName>();
  expectTypeOf(platform.gcc.arch).toEqualTypeOf<string | undefined>();
  // @ts-expect-error ARM has two instruction sets, and the name says neither
  void platform.isArm;
  // @ts-expect-error a platform is read only
  platform.libc = "musl";
});

test("a platform can be elaborated again, and examples can be", () => {
  expectTypeOf<Platform>().toExtend<PlatformInput>();
  expectTypeOf(systems.examples.raspberryPi).toEqualTypeOf<PlatformInput>();
});

declare module "confix" {
  interface PlatformExtras {
    readonly testBoard?: { readonly pins: number };
  }
}

test("attributes of one's own can be given types", () => {
  expectTypeOf<PlatformExtras["testBoard"]>().toEqualTypeOf<{ readonly pins: number } | undefined>();
  const board = systems.elaborate({ system: "x86_64-linux", testBoard: { pins: 4 } }).testBoard;
  expectTypeOf(board).toEqualTypeOf<{ readonly pins: number } | undefined>();
  // @ts-expect-error it is a number
  systems.elaborate({ system: "x86_64-linux", testBoard: { pins: "4" } });
});

test("the nixpkgs options are platforms", () => {
  const { nixpkgs: read } = evalModules({ modules: [nixpkgs] }).config;
  expectTypeOf(read.hostPlatform).toEqualTypeOf<Platform>();
  expectTypeOf(read.localSystem.go.GOARCH).toEqualTypeOf<string | null>();
  expectTypeOf(read.crossSystem).toEqualTypeOf<Platform | null>();
  // @ts-expect-error there is no such attribute
  void read.hostPlatform.isLinx;
});

test("the names of parts, lists, examples and predicates are known", () => {
  expectTypeOf<typeof publicSystems>().toEqualTypeOf<typeof systems>();
  expectTypeOf<"linux">().toExtend<keyof typeof systems.doubles>();
  expectTypeOf<keyof typeof systems.predicates>().toExtend<keyof Platform>();
  // @ts-expect-error there is no such predicate
  void systems.predicates.isArm;
  const emulator = systems.emulator(systems.elaborate("x86_64-linux"), systems.elaborate("aarch64-linux"));
  if (emulator?.kind === "emulated") expectTypeOf(emulator.program).toEqualTypeOf<string>();
});

test("misspelt attributes are found", () => {
  // @ts-expect-error the attribute is `isStatic`
  systems.elaborate({ system: "x86_64-linux", isstatic: true });
  // @ts-expect-error there is no such example
  void systems.examples.raspberryPie;
  // @ts-expect-error there is no such list
  void systems.doubles.lunix;
});
