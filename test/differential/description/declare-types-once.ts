// Keeps a type as it is where an option is declared with it once more.
import type { LevelDescription } from "./description.ts";

/** A level in which types that are declared more than once for an option stay as they are. */
export function declareTypesOnce(level: LevelDescription): LevelDescription {
  const times = new Map<string, number>();
  const textOf = (path: readonly string[], type: unknown): string => JSON.stringify([path, type]);
  for (const { options } of level.modules) {
    for (const [path, { type }] of options) times.set(textOf(path, type), (times.get(textOf(path, type)) ?? 0) + 1);
  }
  const modules = level.modules.map((module) => ({
    ...module,
    options: module.options.map(([path, option]): (typeof module.options)[number] => {
      const isAgain = option.type !== null && (times.get(textOf(path, option.type)) ?? 0) > 1;
      return [path, isAgain ? { ...option, keepsType: true } : option];
    }),
  }));
  return { ...level, modules };
}
