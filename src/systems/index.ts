// The system functions, as one object, and the types that go with them.
import { architectures, type Architectures } from "./architectures.ts";
import { canExecute } from "./can-execute.ts";
import { isCompatible } from "./compatible.ts";
import { current } from "./current.ts";
import { doubles, type Doubles } from "./doubles.ts";
import { elaborate } from "./elaborate.ts";
import { emulator } from "./emulator.ts";
import { equals } from "./equals.ts";
import { examples, type Examples } from "./examples.ts";
import { toDouble, toTriple } from "./format.ts";
import { parse } from "./parse.ts";
import { predicates, type Predicates } from "./predicates.ts";

/** Everything about systems and platforms: their names, what is known of them, and which runs whose programs. */
export interface Systems {
  readonly parse: typeof parse;
  readonly elaborate: typeof elaborate;
  readonly toDouble: typeof toDouble;
  readonly toTriple: typeof toTriple;
  readonly equals: typeof equals;
  readonly canExecute: typeof canExecute;
  readonly isCompatible: typeof isCompatible;
  readonly emulator: typeof emulator;
  readonly current: typeof current;
  readonly predicates: Predicates;
  readonly architectures: Architectures;
  readonly doubles: Doubles;
  readonly examples: Examples;
}

/** The system functions. */
export const systems: Systems = Object.freeze({
  parse,
  elaborate,
  toDouble,
  toTriple,
  equals,
  canExecute,
  isCompatible,
  emulator,
  current,
  predicates,
  architectures,
  doubles,
  examples,
});

export type { SystemPart } from "../diagnostics/catalog/systems.ts";
export type { Architectures } from "./architectures.ts";
export type { CpuLike } from "./compatible.ts";
export type { Machine } from "./current.ts";
export type { Doubles, DoubleListName } from "./doubles.ts";
export type { Emulator } from "./emulator.ts";
export type { Examples } from "./examples.ts";
export type { ParsedSystem } from "./parsed-system.ts";
export type {
  Extensions,
  GoNames,
  NimNames,
  NodeNames,
  Platform,
  PlatformAttributes,
  PlatformExtras,
  PlatformInput,
  RustNames,
  RustcInput,
  RustInput,
  RustPlatform,
  Uname,
} from "./platform.ts";
export type { Predicate, Predicates } from "./predicates.ts";
export type { SystemLike } from "./system-of.ts";
export type { Abi, AbiName } from "./tables/abis.ts";
export type { CpuFeature, FeatureAttribute } from "./tables/architectures.ts";
export type { CpuFamily, CpuName, CpuType, SignificantByte } from "./tables/cpu-types.ts";
export type { ExampleName } from "./tables/examples.ts";
export type { ExecFormat, Kernel, KernelFamily, KernelFamilyName, KernelName } from "./tables/kernels.ts";
export type { PredicateName } from "./tables/patterns.ts";
export type { GccSettings } from "./tables/platforms.ts";
export type { Vendor, VendorName } from "./tables/vendors.ts";
