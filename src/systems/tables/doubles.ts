// The doubles that are supported somewhere: a list to choose from, not a limit to what parses.
import type { PredicateName } from "./patterns.ts";

/** Every supported double, by kernel. */
export const supportedDoubles: readonly string[] = [
  // cygwin
  "i686-cygwin",
  "x86_64-cygwin",

  // darwin
  "x86_64-darwin",
  "aarch64-darwin",

  // freebsd
  "i686-freebsd",
  "x86_64-freebsd",
  "aarch64-freebsd",

  // genode
  "aarch64-genode",
  "i686-genode",
  "x86_64-genode",

  // solaris
  "x86_64-solaris",

  // ghcjs
  "javascript-ghcjs",

  // linux
  "aarch64-linux",
  "arc-linux",
  "armv5tel-linux",
  "armv6l-linux",
  "armv7a-linux",
  "armv7l-linux",
  "i686-linux",
  "loongarch64-linux",
  "m68k-linux",
  "sh4-linux",
  "microblaze-linux",
  "microblazeel-linux",
  "mips-linux",
  "mips64-linux",
  "mips64el-linux",
  "mipsel-linux",
  "powerpc-linux",
  "powerpc64-linux",
  "powerpc64le-linux",
  "riscv32-linux",
  "riscv64-linux",
  "s390-linux",
  "s390x-linux",
  "x86_64-linux",

  // mmixware
  "mmix-mmixware",

  // netbsd
  "aarch64-netbsd",
  "armv6l-netbsd",
  "armv7a-netbsd",
  "armv7l-netbsd",
  "i686-netbsd",
  "m68k-netbsd",
  "mipsel-netbsd",
  "powerpc-netbsd",
  "riscv32-netbsd",
  "riscv64-netbsd",
  "x86_64-netbsd",

  // none
  "aarch64_be-none",
  "aarch64-none",
  "arm-none",
  "armv6l-none",
  "avr-none",
  "i686-none",
  "microblaze-none",
  "microblazeel-none",
  "mips-none",
  "mips64-none",
  "msp430-none",
  "or1k-none",
  "m68k-none",
  "powerpc-none",
  "powerpcle-none",
  "riscv32-none",
  "riscv64-none",
  "rx-none",
  "s390-none",
  "s390x-none",
  "vc4-none",
  "x86_64-none",

  // openbsd
  "i686-openbsd",
  "x86_64-openbsd",

  // redox
  "x86_64-redox",

  // wasi
  "wasm64-wasi",
  "wasm32-wasi",

  // windows
  "aarch64-windows",
  "x86_64-windows",
  "i686-windows",

  // uefi
  "aarch64-uefi",
  "x86_64-uefi",
];

const predicates = {
  aarch: "isAarch",
  aarch64: "isAarch64",
  arc: "isArc",
  arm: "isAarch32",
  armv7: "isArmv7",
  bigEndian: "isBigEndian",
  cygwin: "isCygwin",
  darwin: "isDarwin",
  embedded: "isNone",
  freebsd: "isFreeBSD",
  genode: "isGenode",
  i686: "isi686",
  illumos: "isSunOS",
  js: "isJavaScript",
  linux: "isLinux",
  littleEndian: "isLittleEndian",
  loongarch64: "isLoongArch64",
  m68k: "isM68k",
  microblaze: "isMicroBlaze",
  mips: "isMips",
  mmix: "isMmix",
  netbsd: "isNetBSD",
  openbsd: "isOpenBSD",
  or1k: "isOr1k",
  power: "isPower",
  redox: "isRedox",
  riscv: "isRiscV",
  riscv32: "isRiscV32",
  riscv64: "isRiscV64",
  rx: "isRx",
  s390: "isS390",
  s390x: "isS390x",
  sh4: "isSh4",
  uefi: "isUefi",
  unix: "isUnix",
  vc4: "isVc4",
  wasi: "isWasi",
  windows: "isWindows",
  x86: "isx86",
  x86_64: "isx86_64",
} as const;

/** The name of a list of doubles that a predicate selects. */
export type SelectedListName = keyof typeof predicates;

/** Which predicate selects each list; a new list is one row. */
export const listPredicates: Readonly<Record<SelectedListName, PredicateName>> = predicates;
