// The shape of a group of cases: modules that nixpkgs' own test suite evaluates, and what must come of them here.
import type { DiagnosticCode } from "confix";
import type { ModuleItem } from "../../src/model/typed.ts";

/** One group of nixpkgs' `lib/tests/modules.sh`. */
export interface Group {
  /** Its number in the order of the original. */
  readonly number: string;
  readonly title: string;
  /** The module files, by the name of the original without extension. Those of `shared-modules.ts` are there as well. */
  readonly files?: Readonly<Record<string, ModuleItem>>;
  readonly cases: readonly Case[];
}

/** One check of the original. */
export type Case = ValueCase | FailureCase | LeftOutCase;

interface Check {
  /** What is read, starting at the evaluation: `config.services.web`. */
  readonly at: string;
  /** What is evaluated: files by name, or modules themselves. */
  readonly modules: readonly ModuleItem[];
  /** Confix departs from nixpkgs here: how a row of `docs/differences.md` begins that says so. */
  readonly differs?: string;
}

export interface ValueCase extends Check {
  readonly kind: "value";
  readonly value: unknown;
}

export interface FailureCase extends Check {
  readonly kind: "failure";
  /** Everything that is reported, in order. */
  readonly problems: readonly Problem[];
}

export interface LeftOutCase extends Check {
  readonly kind: "left-out";
  readonly reason: string;
}

/** What a diagnostic must say, apart from prose. */
export interface Problem {
  readonly code: DiagnosticCode;
  /** The option, as messages write it; null: none. */
  readonly path: string | null;
  /** All files it names, each once: without folder and extension, if they are files of the group. */
  readonly files: readonly string[];
  /** Members of its data that matter. Default: none. */
  readonly data?: Readonly<Record<string, unknown>>;
}

type More = Pick<Check, "differs">;

/** Gives a group its type. */
export function defineGroup(group: Group): Group {
  return group;
}

/** The value must be this. */
export function gives(at: string, modules: Check["modules"], value: unknown, more: More = {}): Case {
  return { kind: "value", at, modules, value, ...more };
}

/** Reading and printing the value must fail with just these diagnostics. */
export function fails(at: string, modules: Check["modules"], problems: readonly Problem[], more: More = {}): Case {
  return { kind: "failure", at, modules, problems, ...more };
}

/**
 * The value must be absent: printing it fails because there is no `name` in `parent`, and reading gives `undefined`.
 */
export function lacks(at: string, modules: Check["modules"], name: string, more: More = {}): Case {
  const names = at.split(".");
  const parent = names.slice(1, names.indexOf(name)).join(".");
  return fails(at, modules, [{ code: "no-such-value", path: parent, files: [], data: { name } }], more);
}

/** The case cannot be had here. */
export function leftOut(at: string, modules: Check["modules"], reason: string): Case {
  return { kind: "left-out", at, modules, reason };
}
