// Whether somebody gave an option a value, and where.
import { mkDefinition, type OptionState, type Origin, type Property } from "confix";

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

/** A definition that messages place where an option is defined, as far as that is known. */
export function definedAt<D>(option: OptionState | undefined, value: D): D | Property<D> {
  const [first] = option?.definitionsWithLocations ?? [];
  if (first === undefined) return value;
  const { file, line, column } = first.origin;
  return mkDefinition<D>({
    file,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    value,
  });
}

function showPlace({ file, line, column }: Origin): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
