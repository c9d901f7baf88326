// Machines and targets by name, each with the attributes to elaborate it from; a new one is one row.
import type { GccSettings, GccSettingsName } from "./platforms.ts";
import type { PlatformInput } from "../platform.ts";

/** A row of the table; `gcc` may name settings of `platforms.ts`. */
export interface ExampleRow extends Omit<PlatformInput, "gcc"> {
  readonly gcc?: GccSettings | GccSettingsName;
}

const rows = {
  // Linux on PowerPC
  powernv: { config: "powerpc64le-unknown-linux-gnu" },
  "musl-power": { config: "powerpc64le-unknown-linux-musl" },
  "ppc64-elfv1": { config: "powerpc64-unknown-linux-gnuabielfv1" },
  "ppc64-elfv2": { config: "powerpc64-unknown-linux-gnuabielfv2" },
  ppc64: { config: "powerpc64-unknown-linux-gnuabielfv2" },
  "ppc64-musl": { config: "powerpc64-unknown-linux-musl", gcc: { abi: "elfv2" } },
  ppc32: { config: "powerpc-unknown-linux-gnu", rust: { rustcTarget: "powerpc-unknown-linux-gnu" } },

  // Linux on ARM
  "armv5tel-multiplatform": { config: "armv5tel-unknown-linux-gnueabi" },
  raspberryPi: { config: "armv6l-unknown-linux-gnueabihf", gcc: "raspberrypi" },
  muslpi: { config: "armv6l-unknown-linux-musleabihf", gcc: "raspberrypi" },
  "armv7l-hf-multiplatform": { config: "armv7l-unknown-linux-gnueabihf" },
  remarkable1: { config: "armv7l-unknown-linux-gnueabihf", gcc: "zeroGravitas" },
  remarkable2: { config: "armv7l-unknown-linux-gnueabihf", gcc: "zeroSugar" },
  "aarch64-multiplatform": { config: "aarch64-unknown-linux-gnu" },
  "aarch64-multiplatform-musl": { config: "aarch64-unknown-linux-musl" },
  bluefield2: { config: "aarch64-unknown-linux-gnu", gcc: "bluefield2" },

  // Android
  "armv7a-android-prebuilt": {
    config: "armv7a-unknown-linux-androideabi",
    rust: { rustcTarget: "armv7-linux-androideabi" },
    androidSdkVersion: "35",
    androidNdkVersion: "27",
    useAndroidPrebuilt: true,
    gcc: "armv7aAndroid",
  },
  "aarch64-android-prebuilt": {
    config: "aarch64-unknown-linux-android",
    rust: { rustcTarget: "aarch64-linux-android" },
    androidSdkVersion: "35",
    androidNdkVersion: "27",
    useAndroidPrebuilt: true,
  },
  "aarch64-android": {
    config: "aarch64-unknown-linux-android",
    androidSdkVersion: "35",
    androidNdkVersion: "27",
    libc: "bionic",
    useAndroidPrebuilt: false,
    useLLVM: true,
  },

  // Linux on MIPS: 32-bit chips, then 64-bit chips with 32-bit and with 64-bit pointers
  "ben-nanonote": { config: "mipsel-unknown-linux-uclibc", gcc: "benNanonote" },
  fuloongminipc: { config: "mipsel-unknown-linux-gnu", gcc: "fuloong2fN32" },
  "mips-linux-gnu": { config: "mips-unknown-linux-gnu", gcc: "mips32r2O32" },
  "mipsel-linux-gnu": { config: "mipsel-unknown-linux-gnu", gcc: "mips32r2O32" },
  "mips64-linux-gnuabin32": { config: "mips64-unknown-linux-gnuabin32", gcc: "mips64r2N32" },
  "mips64el-linux-gnuabin32": { config: "mips64el-unknown-linux-gnuabin32", gcc: "mips64r2N32" },
  "mips64-linux-gnuabi64": { config: "mips64-unknown-linux-gnuabi64", gcc: "mips64r2N64" },
  "mips64el-linux-gnuabi64": { config: "mips64el-unknown-linux-gnuabi64", gcc: "mips64r2N64" },

  // Linux on others
  gnu64: { config: "x86_64-unknown-linux-gnu" },
  gnu32: { config: "i686-unknown-linux-gnu" },
  musl64: { config: "x86_64-unknown-linux-musl" },
  musl32: { config: "i686-unknown-linux-musl" },
  riscv64: { config: "riscv64-unknown-linux-gnu" },
  riscv32: { config: "riscv32-unknown-linux-gnu" },
  "riscv64-musl": { config: "riscv64-unknown-linux-musl" },
  "loongarch64-linux": { config: "loongarch64-unknown-linux-gnu", gcc: "loongarch64Multiplatform" },
  "loongarch64-linux-embedded": {
    config: "loongarch64-unknown-linux-gnu",
    gcc: { arch: "loongarch64", "strict-align": true, cmodel: "medium" },
  },
  m68k: { config: "m68k-unknown-linux-gnu" },
  arc: { config: "arc-unknown-linux-gnu" },
  sh4: { config: "sh4-unknown-linux-gnu" },
  s390: { config: "s390-unknown-linux-gnu" },
  s390x: { config: "s390x-unknown-linux-gnu" },

  // Nothing below the program
  "riscv64-embedded": { config: "riscv64-none-elf", libc: "newlib" },
  "riscv32-embedded": { config: "riscv32-none-elf", libc: "newlib" },
  "mips64-embedded": { config: "mips64-none-elf", libc: "newlib" },
  "mips-embedded": { config: "mips-none-elf", libc: "newlib" },
  mmix: { config: "mmix-unknown-mmixware", libc: "newlib" },
  "rx-embedded": { config: "rx-none-elf", libc: "newlib" },
  msp430: { config: "msp430-elf", libc: "newlib" },
  avr: { config: "avr" },
  vc4: { config: "vc4-elf", libc: "newlib" },
  or1k: { config: "or1k-elf", libc: "newlib" },
  "arm-embedded": { config: "arm-none-eabi", libc: "newlib" },
  "arm-embedded-nano": { config: "arm-none-eabi", libc: "newlib-nano" },
  "armhf-embedded": { config: "arm-none-eabihf", libc: "newlib", gcc: { arch: "armv5t", fpu: "vfp" } },
  "aarch64-embedded": { config: "aarch64-none-elf", libc: "newlib", rust: { rustcTarget: "aarch64-unknown-none" } },
  "aarch64be-embedded": { config: "aarch64_be-none-elf", libc: "newlib" },
  "ppc-embedded": { config: "powerpc-none-eabi", libc: "newlib" },
  "ppcle-embedded": { config: "powerpcle-none-eabi", libc: "newlib" },
  "i686-embedded": { config: "i686-elf", libc: "newlib" },
  "x86_64-embedded": { config: "x86_64-elf", libc: "newlib" },
  "microblaze-embedded": { config: "microblazeel-none-elf", libc: "newlib" },

  // Apple
  iphone64: {
    config: "arm64-apple-ios",
    darwinSdkVersion: "14.3",
    xcodeVer: "12.3",
    xcodePlatform: "iPhoneOS",
    useiOSPrebuilt: true,
  },
  "iphone64-simulator": {
    config: "x86_64-apple-ios",
    darwinSdkVersion: "14.3",
    xcodeVer: "12.3",
    xcodePlatform: "iPhoneSimulator",
    darwinPlatform: "ios-simulator",
    useiOSPrebuilt: true,
  },
  "aarch64-darwin": { config: "arm64-apple-darwin", xcodePlatform: "MacOSX", platform: {} },
  "x86_64-darwin": { config: "x86_64-apple-darwin", xcodePlatform: "MacOSX", platform: {} },

  // UEFI
  "x86_64-unknown-uefi": { config: "x86_64-unknown-uefi", libc: null, useLLVM: true, linker: "lld" },
  "aarch64-unknown-uefi": { config: "aarch64-unknown-uefi", libc: null, useLLVM: true, linker: "lld" },

  // Windows, GNU tools: the C library is the old one (MSVCRT) or the new one (UCRT)
  "mingw-msvcrt-i686": { config: "i686-w64-mingw32", libc: "msvcrt" },
  "mingw-msvcrt-x86_64": { config: "x86_64-w64-mingw32", libc: "msvcrt" },
  "mingw-ucrt-x86_64": { config: "x86_64-w64-mingw32", libc: "ucrt" },
  "mingw-ucrt-x86_64-llvm": {
    config: "x86_64-w64-mingw32",
    libc: "ucrt",
    rust: { rustcTarget: "x86_64-pc-windows-gnullvm" },
    useLLVM: true,
  },
  "mingw-ucrt-aarch64": {
    config: "aarch64-w64-mingw32",
    libc: "ucrt",
    rust: { rustcTarget: "aarch64-pc-windows-gnullvm" },
    useLLVM: true,
  },

  // Windows, its own tools; Cygwin
  "x86_64-windows": { config: "x86_64-pc-windows-msvc", useLLVM: true },
  "aarch64-windows": { config: "aarch64-pc-windows-msvc", useLLVM: true },
  "x86_64-cygwin": { config: "x86_64-pc-cygwin" },

  // BSD
  "aarch64-freebsd": { config: "aarch64-unknown-freebsd", useLLVM: true },
  "x86_64-freebsd": { config: "x86_64-unknown-freebsd", useLLVM: true },
  "x86_64-netbsd": { config: "x86_64-unknown-netbsd" },
  "x86_64-netbsd-llvm": { config: "x86_64-unknown-netbsd", useLLVM: true },
  "x86_64-openbsd": { config: "x86_64-unknown-openbsd", useLLVM: true },

  // WebAssembly and JavaScript
  wasi32: { config: "wasm32-unknown-wasi", useLLVM: true },
  "wasm32-unknown-none": {
    config: "wasm32-unknown-none",
    rust: { rustcTarget: "wasm32-unknown-unknown" },
    useLLVM: true,
  },
  ghcjs: { config: "javascript-unknown-ghcjs" },
} as const;

const oldNames = {
  mingw32: "mingw-msvcrt-i686",
  mingwW64: "mingw-msvcrt-x86_64",
  ucrt64: "mingw-ucrt-x86_64",
  ucrtAarch64: "mingw-ucrt-aarch64",
} as const;

/** The name of an example. */
export type ExampleName = keyof typeof rows | keyof typeof oldNames;

/** Every example by its own name. */
export const exampleRows: Readonly<Record<keyof typeof rows, ExampleRow>> = rows;

/** Names that examples had before, and those they have now. */
export const oldExampleNames: Readonly<Record<keyof typeof oldNames, keyof typeof rows>> = oldNames;
