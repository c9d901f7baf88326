// The recorded facts, typed, and platforms in the form they are recorded in.
import { readFileSync } from "node:fs";
import type { Platform, PlatformInput } from "../../src/systems/index.ts";

/** Attributes by name; those of nested sets by their names joined with dots. */
export type FlatPlatform = Readonly<Record<string, unknown>>;

/** One recorded elaboration, as what differs from the base. */
interface RecordedPlatform {
  readonly input: string | PlatformInput;
  readonly refused?: true;
  readonly true?: readonly string[];
  readonly false?: readonly string[];
  readonly other?: FlatPlatform;
  readonly without?: readonly string[];
}

interface Facts {
  readonly base: FlatPlatform;
  readonly platforms: readonly RecordedPlatform[];
  readonly examples: Readonly<Record<string, PlatformInput>>;
  /** Input, double and triple; the input alone where it is refused. */
  readonly strings: readonly (readonly [input: string, double?: string, triple?: string])[];
  readonly doubles: Readonly<Record<string, readonly string[]>>;
  readonly canExecute: Readonly<Record<string, readonly string[]>>;
  readonly compatible: Readonly<Record<string, readonly string[]>>;
  readonly architectures: Readonly<
    Record<string, { readonly features: readonly string[]; readonly inferiors: readonly string[] }>
  >;
}

// The cast: the file has this form, and every test below would fail if it had not.
export const facts: Facts = JSON.parse(readFileSync(new URL("facts.json", import.meta.url), "utf8")) as Facts;

/** What stands for a platform that is refused. */
export const refused: FlatPlatform = { refused: true };

/** Every attribute of a recorded platform, or `refused`. */
export function recorded({ other, without, ...changed }: RecordedPlatform): FlatPlatform {
  if (changed.refused) return refused;
  const platform: Record<string, unknown> = { ...facts.base, ...other };
  for (const name of changed.true ?? []) platform[name] = true;
  for (const name of changed.false ?? []) platform[name] = false;
  return Object.fromEntries(Object.entries(platform).filter(([name]) => without?.includes(name) !== true));
}

/** A platform in the form the facts are recorded in. */
export function flatten(platform: Platform): FlatPlatform {
  const flat = Object.fromEntries(flatEntries("", platform));
  if (!platform.isMips) return flat;
  // nixpkgs cannot evaluate `nim` for MIPS, so nothing is recorded.
  return Object.fromEntries(Object.entries(flat).filter(([name]) => !name.startsWith("nim.")));
}

function flatEntries(prefix: string, value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const isSet = typeof member === "object" && member !== null && !Array.isArray(member);
    const isEmpty = isSet && Object.keys(member).length === 0;
    return isSet && !isEmpty ? flatEntries(`${prefix}${name}.`, member) : [[`${prefix}${name}`, member] as const];
  });
}
