// What the compiler knows of systems and platforms.
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

test("misspelt attributes are found", () => {
  // @ts-expect-error the attribute is `isStatic`
  systems.elaborate({ system: "x86_64-linux", isstatic: true });
  // @ts-expect-error there is no such example
  void systems.examples.raspberryPie;
  // @ts-expect-error there is no such list
  void systems.doubles.lunix;
});
