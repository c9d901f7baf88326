// Finds out everything there is to know about a platform, from its name or from a few attributes.
import { type ConfixError, fail, isConfixError } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { isEqualData } from "../kernel/plain.ts";
import { hasFeature } from "./architectures.ts";
import { refuseUnfit } from "./check-platform.ts";
import { darwinMinVersionVariable, darwinPlatform, darwinSdkVersion } from "./derive/darwin.ts";
import { efiArch, linuxArch, qemuArch, ubootArch, uname } from "./derive/arch-names.ts";
import { go, nim, node } from "./derive/languages.ts";
import { rust } from "./derive/rust.ts";
import { extensions, gcc, hasSharedLibraries, libc, libDir, linker } from "./derive/toolchain.ts";
import { darwinArch, toDouble, toTriple } from "./format.ts";
import { readGiven } from "./given.ts";
import { lazyRecord, type Attributes } from "./lazy-record.ts";
import { matchesAny } from "./matches.ts";
import { refuseOldArmName } from "./old-names.ts";
import { parse } from "./parse.ts";
import type { ParsedSystem } from "./parsed-system.ts";
import type { Platform, PlatformAttributes, PlatformInput, RustcInput, RustInput } from "./platform.ts";
import { featureAttributes, type FeatureAttribute } from "./tables/architectures.ts";
import { patterns, type PredicateName } from "./tables/patterns.ts";

/**
 * Elaborates a platform: finds every attribute from a system string, or from attributes of which
 * at least `system` or `config` is given.
 *
 * A given attribute is taken as it is, and what is derived from it follows. Attributes that are
 * not known are passed on. Elaborating an elaborated platform gives an equal one.
 *
 * Throws a ConfixError for a string that does not parse (see `parse`), for an ABI that does
 * not fit the CPU (`platform-abi-unfit`, with those that do), for `useAndroidPrebuilt` elsewhere
 * than on Android, for names that are gone, and for what is not data.
 */
export function elaborate(input: string | PlatformInput): Platform {
  const given = readGiven(input);
  const parsed = parseGiven(given);
  const platform = lazyRecord<Platform>(
    (self) =>
      new Map<string, () => unknown>([
        ...bindEach<Derivation>(derived, (derive) => derive(self)),
        ...bindEach(patterns, (alternatives) => matchesAny(parsed, alternatives)),
        ...bindEach(featureAttributes, (feature) => hasFeature(self.gcc.arch ?? "default", feature)),
        ["config", () => toTriple(parsed)],
        ["rustc", () => Object.freeze({})],
        ...given,
        ["parsed", () => parsed],
        ["system", () => toDouble(parsed)],
        ...bindEach<Derivation>(named, (derive) => derive(self)),
        ["rust", () => rust(self, read<RustInput>(given, "rust"), read<RustcInput>(given, "rustc"))],
      ]),
  );
  refuseUnfit(platform);
  return Object.freeze(refuseOldArmName(platform));
}

type DerivedName = Exclude<keyof PlatformAttributes, PredicateName | FeatureAttribute | "config">;

/** What each attribute is where it is not given; a new one is one row. */
const derived: { readonly [N in DerivedName]: (platform: Platform) => Platform[N] } = {
  androidNdkVersion: () => null,
  androidSdkVersion: () => null,
  darwinArch: ({ parsed }) => darwinArch(parsed.cpu),
  darwinMinVersion: () => "14.0",
  darwinMinVersionVariable,
  darwinPlatform,
  darwinSdkVersion,
  efiArch,
  extensions,
  gcc,
  hasSharedLibraries,
  isStatic: ({ isWasi, isRedox }) => isWasi || isRedox,
  libDir,
  libc,
  linker,
  linuxArch,
  qemuArch,
  ubootArch,
  uname,
  useAndroidPrebuilt: () => false,
  useLLVM: ({ isFreeBSD, isOpenBSD }) => isFreeBSD || isOpenBSD,
  useiOSPrebuilt: () => false,
};

/** The names that compilers of other languages have, derived even where they are given. */
const named: { readonly [N in "go" | "nim" | "node"]: (platform: Platform) => Platform[N] } = { go, nim, node };

/** How an attribute is found from others. */
type Derivation = (platform: Platform) => unknown;

/** An attribute for each row of a table, with the value that its row leads to. */
function bindEach<Row>(table: Readonly<Record<string, Row>>, valueOf: (row: Row) => unknown): Attributes {
  return new Map(Object.entries(table).map(([name, row]) => [name, () => valueOf(row)]));
}

/** Reads the triple, or the double where that is all there is. */
function parseGiven(given: Attributes): ParsedSystem {
  const config = read<string>(given, "config");
  const system = read<string>(given, "system");
  if (config === undefined) {
    if (system !== undefined) return parse(system);
    return fail(diagnostic("platform-without-system", {}, { attributes: [...given.keys()] }));
  }
  const parsed = attempt(config);
  if (!isConfixError(parsed) && !given.has("parsed")) return parsed;
  // A canonical triple leaves out an unknown ABI, and some, such as `x86_64-unknown-none`, are then
  // ambiguous, or mean the usual ABI. Beside what goes with it in an elaborated platform it is clear.
  const whole = attempt(`${config}-unknown`);
  const fits = !isConfixError(whole) && toTriple(whole) === config && toDouble(whole) === system;
  if (!isConfixError(parsed)) return fits && isEqualData(whole, given.get("parsed")?.()) ? whole : parsed;
  if (fits) return whole;
  throw parsed;
}

function attempt(system: string): ParsedSystem | ConfixError {
  try {
    return parse(system);
  } catch (error) {
    if (isConfixError(error)) return error;
    throw error;
  }
}

function read<T>(given: Attributes, name: keyof PlatformInput): T | undefined {
  // The cast: `readGiven` refuses attributes of another kind than the type of the input says.
  return given.get(name)?.() as T | undefined;
}
