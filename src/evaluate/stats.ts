// What an evaluation tells of what it did.
import { Profile, type Times } from "../kernel/profile.ts";
import type { Scope } from "../kernel/scope.ts";
import type { Stats, Timed } from "../model/stats.ts";
import { roomNames } from "./profiled.ts";

/** How many options and modules are told of. */
const most = 10;

/** For an evaluation whose time is to be measured. */
export function newProfile(): Profile {
  return new Profile(() => performance.now());
}

/** The numbers so far of an evaluation and of everything inside it. */
export function statsOf({ run }: Scope): Stats {
  const { counters, profile } = run;
  return Object.freeze({ counts: Object.freeze({ ...counters }), times: profile === null ? null : timesOf(profile) });
}

function timesOf({ rooms, options, modules }: Profile): NonNullable<Stats["times"]> {
  return {
    rooms: roomNames.map((name) => ({ name, milliseconds: rooms.get(name) ?? 0 })),
    options: dearest(options),
    modules: dearest(modules),
  };
}

function dearest(times: Times): readonly Timed[] {
  return [...times]
    .map(([name, milliseconds]) => ({ name, milliseconds }))
    .toSorted((left, right) => right.milliseconds - left.milliseconds)
    .slice(0, most);
}
