// Walks and changes descriptions. They are plain data, so one walk serves all their shapes.
import type { Expression, LevelDescription } from "./description.ts";

/** Whether some object in a description is as asked for. */
export function holds(part: unknown, isWanted: (object: Readonly<Record<string, unknown>>) => boolean): boolean {
  if (typeof part !== "object" || part === null) return false;
  // The cast: any object may be looked at by name.
  if (!Array.isArray(part) && isWanted(part as Readonly<Record<string, unknown>>)) return true;
  return Object.values(part).some((inner) => holds(inner, isWanted));
}

/** A description in which every expression is replaced, from the outside in; `null` leaves one as it is, but not its parts. */
export function replaceExpressions<T>(part: T, replace: (expression: Expression) => Expression | null): T {
  return replaceObjects(part, (object) =>
    // The cast: only expressions say what they are.
    typeof object["is"] === "string" ? replace(object as unknown as Expression) : null,
  );
}

/** A description in which every level is replaced, from the outside in. */
export function replaceLevels<T>(part: T, replace: (level: LevelDescription) => LevelDescription): T {
  return replaceObjects(part, (object) =>
    // The cast: only levels have modules and roots.
    "modules" in object && "roots" in object ? replace(object as unknown as LevelDescription) : null,
  );
}

/** A description in which every object is replaced, from the outside in; `null` leaves one as it is, but not its parts. */
export function replaceObjects<T>(part: T, replace: (object: Readonly<Record<string, unknown>>) => object | null): T {
  const visit = (inner: unknown): unknown => {
    if (typeof inner !== "object" || inner === null) return inner;
    if (Array.isArray(inner)) return inner.map(visit);
    // The cast: any object may be looked at by name.
    const object = replace(inner as Readonly<Record<string, unknown>>) ?? inner;
    return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, visit(value)]));
  };
  // The cast: what is replaced keeps its shape.
  return visit(part) as T;
}
