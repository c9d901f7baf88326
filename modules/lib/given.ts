// Whether somebody gave an option a value, and where.
import type { OptionState, Origin } from "confix";

/** The priority of `mkDefault`, as `highestPrio` tells it. */
export const defaultPriority = 1000;

/** The priority of an option's own default, as `highestPrio` tells it. */
export const optionDefaultPriority = 1500;

/** Whether an option has a value stronger than a priority. Without one: any that is not its own default. */
export function isGiven(option: OptionState, strongerThan: number = optionDefaultPriority): boolean {
  return option.highestPrio < strongerThan;
}

/** The name of an option and where the definitions that count stand: `a.b (in /etc/host.ts:3:5)`. */
export function showGiven(option: OptionState): string {
  const places = new Set(option.definitionsWithLocations.map(({ origin }) => showPlace(origin)));
  return `${option.toString()} (in ${[...places].join(" and ")})`;
}

function showPlace({ file, line, column }: Origin): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
